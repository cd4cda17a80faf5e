namespace Miner.Domain.Mathematics;

/// <summary>
/// Whether two formulas are the same function: exactly, by their normal forms, where those know every identity; else by their values
/// at fixed points, to about twelve digits.
/// </summary>
internal sealed class Formula
{
    private const int Points = 12;
    private const int EnoughPoints = 4;
    private const double Tolerance = 1e-12;

    private readonly Lazy<NormalForm?> _form;
    private readonly Lazy<SortedSet<string>> _variables;

    public Formula(Expression expression)
    {
        Expression = expression;
        _form = new(() => NormalForm.TryCreate(expression));
        _variables = new(() => NumericEvaluator.Variables(expression));
    }

    public Expression Expression { get; }

    /// <summary>Null where the formula divides by zero or takes too much work to expand.</summary>
    public NormalForm? Form => _form.Value;

    public IReadOnlySet<string> Variables => _variables.Value;

    /// <summary>The exact value, where it is a rational number.</summary>
    public Rational? Constant => Form?.AsConstant();

    /// <summary>The value where there are no variables; NaN where there are, or where it is not real.</summary>
    public double Approximation => Variables.Count == 0 ? NumericEvaluator.Evaluate(Expression, _ => double.NaN) : double.NaN;

    public bool SameAs(Formula other)
    {
        if (Form is not null && other.Form is not null)
        {
            if (Form.SameAs(other.Form)) return true;
            if (Form.IsComplete && other.Form.IsComplete) return false;
        }

        return Variables.SetEquals(other.Variables) && SameValues(other);
    }

    private bool SameValues(Formula other)
    {
        if (Variables.Count == 0) return Close(Approximation, other.Approximation);

        var names = Variables.ToList();
        var seen = 0;
        for (var point = 0; point < Points; point++)
        {
            double ValueOf(string name) => Coordinate(names.IndexOf(name), point);
            var left = NumericEvaluator.Evaluate(Expression, ValueOf);
            var right = NumericEvaluator.Evaluate(other.Expression, ValueOf);
            if (double.IsFinite(left) != double.IsFinite(right)) return false;
            if (!double.IsFinite(left)) continue;
            if (!Close(left, right)) return false;
            seen++;
        }

        return seen >= EnoughPoints;
    }

    /// <summary>Points without pattern, the odd ones negative, so that neither symmetry nor a chosen zero hides a difference.</summary>
    private static double Coordinate(int variable, int point)
    {
        const double goldenRatio = 1.618033988749895;
        var fraction = (variable + 1) * (point + 1) * goldenRatio % 1;
        return (0.3 + (2 * fraction)) * (point % 2 == 0 ? 1 : -1);
    }

    private static bool Close(double left, double right) =>
        double.IsFinite(left) && double.IsFinite(right) && Math.Abs(left - right) <= Tolerance * Math.Max(Math.Abs(left), Math.Abs(right));
}
