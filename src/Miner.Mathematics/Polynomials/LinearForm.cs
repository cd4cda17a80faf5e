using System.Diagnostics.CodeAnalysis;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>A constant plus multiples of variables.</summary>
public sealed class LinearForm
{
    public const int MaxVariables = 10;

    private readonly SortedDictionary<string, Rational> _coefficients;

    /// <param name="constant">What stands without a variable.</param>
    /// <param name="coefficients">By variable; zeros are left out.</param>
    /// <exception cref="OverflowException">There are more than <see cref="MaxVariables"/>.</exception>
    public LinearForm(Rational constant, params IEnumerable<KeyValuePair<string, Rational>> coefficients)
    {
        Constant = constant;
        _coefficients = new(StringComparer.Ordinal);
        foreach (var (variable, coefficient) in coefficients)
        {
            if (!coefficient.IsZero) _coefficients.Add(variable, coefficient);
        }

        if (_coefficients.Count > MaxVariables) throw new OverflowException();
    }

    public Rational Constant { get; }

    /// <summary>The variables with a coefficient other than zero, sorted.</summary>
    public IReadOnlyCollection<string> Variables => _coefficients.Keys;

    /// <summary>The coefficient of <paramref name="variable"/>, zero where it does not occur.</summary>
    public Rational this[string variable] => _coefficients.GetValueOrDefault(variable);

    public LinearForm Plus(LinearForm other) => new(
        Constant + other.Constant,
        Variables.Union(other.Variables).Select(variable => KeyValuePair.Create(variable, this[variable] + other[variable])));

    public LinearForm Minus(LinearForm other) => Plus(other.Scale(-1));

    public LinearForm Scale(Rational factor) =>
        new(Constant * factor, _coefficients.Select(term => KeyValuePair.Create(term.Key, term.Value * factor)));

    /// <summary>
    /// False where <paramref name="expression"/> is not linear in its variables with rational coefficients, or too large.
    /// </summary>
    public static bool TryCreate(Expression expression, [NotNullWhen(true)] out LinearForm? form)
    {
        try
        {
            form = Create(expression);
        }
        catch (OverflowException)
        {
            form = null;
        }

        return form is not null;
    }

    /// <summary>As an equation: <c>2x - y = 3</c>, with the constant on the right.</summary>
    public string ToEquation() =>
        $"{SumText.Join(_coefficients.Select(term => (term.Value, term.Key)))} = {SumText.Join([(-Constant, "")])}";

    /// <summary><c>3 - 2x</c>.</summary>
    public override string ToString() => SumText.Join(_coefficients.Select(term => (term.Value, term.Key)).Prepend((Constant, "")));

    private static LinearForm? Create(Expression expression)
    {
        switch (expression)
        {
            case Symbol symbol:
                return symbol.Variables().Count == 0 ? null : new LinearForm(Rational.Zero, KeyValuePair.Create(symbol.Name, Rational.One));
            case Sum sum:
                return Fold(sum.Terms, (left, right) => left.Plus(right));
            case Product product:
                return Fold(product.Factors, Multiply);
            default:
                return Arithmetic.Evaluate(expression) is { HasValue: true, Value: var value } ? new LinearForm(value) : null;
        }
    }

    private static LinearForm? Fold(IReadOnlyList<Expression> operands, Func<LinearForm, LinearForm, LinearForm?> combine)
    {
        LinearForm? total = null;
        foreach (var operand in operands)
        {
            if (Create(operand) is not { } next) return null;
            total = total is null ? next : combine(total, next);
            if (total is null) return null;
        }

        return total;
    }

    private static LinearForm? Multiply(LinearForm left, LinearForm right)
    {
        if (left.Variables.Count == 0) return right.Scale(left.Constant);
        return right.Variables.Count == 0 ? left.Scale(right.Constant) : null;
    }
}
