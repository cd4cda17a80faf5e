using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>Formulas that people read in two ways, so that either value may be the wrong one.</summary>
public static class AmbiguousFormula
{
    /// <summary>
    /// Whether <paramref name="expression"/> adds a percentage to a number (<c>50 + 10%</c>: 55, or 50.1), adds to a remainder
    /// (<c>3 + 4 mod 5</c>: 7, or 2), raises zero to the power of zero (1, or undefined) or a negative number to a fraction
    /// (<c>(-8)^(1/3)</c>: -2, or 1 + √3 i), takes the sine of a plain number (degrees, or radians), multiplies a remainder
    /// (<c>10 mod 3 * 2</c>: 2, or 4), or asks for the factorial of a fraction (undefined, or the gamma function's value).
    /// </summary>
    /// <param name="expression">What was read.</param>
    /// <param name="text">What it was read from: a root in words or with its sign is the real one.</param>
    public static bool Is(Expression expression, string text)
    {
        var isRoot = text.Contains("root(", StringComparison.Ordinal) || text.Contains("cbrt", StringComparison.OrdinalIgnoreCase)
            || text.Contains('∛');
        var found = false;
        expression.Replace(part =>
        {
            found |= part switch
            {
                Sum sum => sum.Terms.Any(term => Unsigned(term) is Remainder) || sum.Terms.DistinctBy(IsPercentage).Count() > 1,
                Product product => product.Factors.Skip(1).Any(_ => product.Factors[0] is Remainder),
                Factorial factorial => Arithmetic.Evaluate(factorial.Operand) is { HasValue: true, Value.IsInteger: false },
                FunctionCall { Function: "gcd" or "lcm" } call => IsOpen(call),
                Power power => (IsZero(power.Exponent) && IsZero(power.Base)) || (!isRoot && IsFractionalOfNegative(power)),
                FunctionCall { Function: "sin" or "cos" or "tan" or "cot" or "sec" or "csc", Arguments: [var angle] } =>
                    Arithmetic.Evaluate(angle) is { HasValue: true, Value.IsZero: false },
                _ => false,
            };
            return null;
        });
        return found;
    }

    /// <summary>Of fractions there are divisors to some; that of zeros only is 0, or undefined.</summary>
    private static bool IsOpen(FunctionCall call)
    {
        var values = call.Arguments.Select(Arithmetic.Evaluate).ToList();
        if (values.Exists(value => !value.HasValue)) return false;
        return values.Exists(value => !value.Value.IsInteger)
            || (call.Function == "gcd" && values.TrueForAll(value => value.Value.IsZero));
    }

    private static bool IsPercentage(Expression term) =>
        Unsigned(term) is Product { Factors: [Number, Number { Value: var hundredth }] } && hundredth == new Rational(1, 100);

    private static Expression Unsigned(Expression term) =>
        term is Product { Factors: [Number { Value: var sign }, var rest] } && sign == -1 ? rest : term;

    private static bool IsFractionalOfNegative(Power power) =>
        Arithmetic.Evaluate(power.Exponent) is { HasValue: true, Value: { IsInteger: false } exponent }
        && exponent != new Rational(1, 2)
        && Arithmetic.Evaluate(power.Base) is { HasValue: true, Value.Sign: < 0 };

    private static bool IsZero(Expression expression) => Arithmetic.Evaluate(expression) is { HasValue: true, Value.IsZero: true };
}
