using System.Numerics;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>
/// An expression with what comparing it needs, each computed once. Two are the same when they are the same function: exactly, by
/// their normal forms, where those know every identity; else by their values at fixed points, to about twelve digits.
/// </summary>
internal sealed class Formula
{
    private const int Points = 12;
    private const int EnoughPoints = 4;
    private const double Tolerance = 1e-12;

    // So far apart at every point, two values differ by more than rounding can have done.
    private const double Apart = 1e-3;

    private readonly Lazy<NormalForm?> _form;
    private readonly Lazy<string?> _key;
    private readonly Lazy<IReadOnlySet<string>> _variables;
    private readonly Lazy<double[]> _values;
    private readonly Lazy<Complex[]> _complexValues;
    private readonly Lazy<bool> _isComplex;

    public Formula(Expression expression)
    {
        expression = BoundedOperations.Reduce(expression);
        Expression = expression;
        _form = new(() => NormalForm.TryCreate(expression));
        _key = new(() => Form?.Key);
        _variables = new(() => expression.Variables());
        _isComplex = new(() => expression.IsComplex());
        _values = new(() => AtPoints(coordinate => NumericEvaluator.Evaluate(expression, coordinate)));
        _complexValues = new(() => AtPoints(coordinate => ComplexEvaluator.Evaluate(expression, coordinate)));
    }

    public Expression Expression { get; }

    public IReadOnlySet<string> Variables => _variables.Value;

    /// <summary>The exact value, where it is a rational number.</summary>
    public Rational? Constant => Form?.AsConstant();

    /// <summary>The value where there are no variables; NaN where there are, or where it is not real.</summary>
    public double Approximation => Variables.Count == 0 ? _values.Value[0] : double.NaN;

    /// <summary>Null where the formula divides by zero or takes too much work to expand.</summary>
    private NormalForm? Form => _form.Value;

    /// <summary>False also where either takes too much work to expand: what cannot be compared exactly is not called equal.</summary>
    public bool SameAs(Formula other)
    {
        if (Form is null || other.Form is null) return false;
        if (_key.Value == other._key.Value) return true;

        // The exact test is slow, and nearly always of formulas that have nothing in common.
        if (AreApart(other)) return false;
        return Form.SameAs(other.Form) ?? SameValues(other);
    }

    /// <summary>The formula multiplied by a number.</summary>
    public Formula Times(Rational factor) => new(new Product([new Number(factor), Expression]));

    private bool SameValues(Formula other)
    {
        if (_isComplex.Value || other._isComplex.Value)
            return SameAtPoints(_complexValues.Value, other._complexValues.Value, Complex.IsFinite, SameValue);
        return SameAtPoints(_values.Value, other._values.Value, double.IsFinite, SameValue);
    }

    /// <summary>Whether the values are the same at every point where either has one.</summary>
    private static bool SameAtPoints<T>(T[] left, T[] right, Func<T, bool> isFinite, Func<T, T, bool> same) =>
        left.Count(isFinite) >= EnoughPoints
        && left.Zip(right).All(pair => isFinite(pair.First) ? same(pair.First, pair.Second) : !isFinite(pair.Second));

    /// <summary>A constant has one value for all points.</summary>
    private T[] AtPoints<T>(Func<Func<string, double>, T> evaluate) => Variables.Count == 0
        ? [.. Enumerable.Repeat(evaluate(_ => double.NaN), Points)]
        : [.. Enumerable.Range(0, Points).Select(point => evaluate(name => Coordinate(name, point)))];

    private bool AreApart(Formula other)
    {
        var pairs = _values.Value.Zip(other._values.Value)
            .Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second))
            .ToList();
        return pairs.Count >= EnoughPoints && !pairs.Exists(pair => Close(pair.First, pair.Second, Apart));
    }

    /// <summary>
    /// Points without pattern, the odd ones negative, so that neither symmetry nor a chosen zero hides a difference; half of them are
    /// between -1 and 1, where inverse functions have their values.
    /// </summary>
    private static double Coordinate(string variable, int point)
    {
        const double goldenRatio = 1.618033988749895;
        var seed = variable.Aggregate(7u, (hash, character) => (hash * 31) + character) % 10_007;
        var fraction = (seed + 1) * (point + 1) * goldenRatio % 1;
        return (point < Points / 2 ? 0.1 + (0.85 * fraction) : 0.3 + (2 * fraction)) * (point % 2 == 0 ? 1 : -1);
    }

    // What underflows, or nearly, says nothing: two tiny values are not equal for that.
    private static bool SameValue(double left, double right) => Math.Abs(left) > 1e-250 && Close(left, right, Tolerance);

    private static bool SameValue(Complex left, Complex right) =>
        Complex.IsFinite(right) && Complex.Abs(left) > 1e-250
        && Complex.Abs(left - right) <= Tolerance * Math.Max(Complex.Abs(left), Complex.Abs(right));

    private static bool Close(double left, double right, double tolerance) =>
        double.IsFinite(left) && double.IsFinite(right) && Math.Abs(left - right) <= tolerance * Math.Max(Math.Abs(left), Math.Abs(right));
}
