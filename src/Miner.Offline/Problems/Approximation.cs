using Miner.Mathematics.Expressions;

namespace Miner.Offline.Problems;

/// <summary>Values of formulas without an exact one, where a double surely holds six decimal places of them.</summary>
internal static class Approximation
{
    // A double holds 15 digits: eight before the point, six behind it, and one for the errors on the way.
    private const double MaxValue = 1e8;

    private const double MaxAngle = 1e6;
    private const double NearInteger = 1e-6;

    public static double? Of(Expression expression)
    {
        // What terms lose in a sum, as a multiple of the result: sqrt(10^16 + 1) - 10^8 has lost every digit.
        var (loss, isSure) = (1.0, true);
        expression.Replace(part =>
        {
            if (part is Sum sum && !Arithmetic.Evaluate(sum).HasValue)
                loss = Math.Max(loss, sum.Terms.Max(term => Math.Abs(term.Approximate())) / Math.Abs(sum.Approximate()));
            isSure &= IsSure(part);
            return null;
        });
        var value = expression.Approximate();
        return isSure && loss * Math.Max(1, Math.Abs(value)) < MaxValue ? value : null;
    }

    /// <summary>Whether a small error in its operands stays a small one, and its value is not a matter of definition.</summary>
    private static bool IsSure(Expression part) => part switch
    {
        Remainder => false,
        Factorial or FunctionCall { Arguments: not [_] } => Arithmetic.Evaluate(part).HasValue,
        FunctionCall { Function: "floor" or "ceil", Arguments: [var inside] } =>
            Arithmetic.Evaluate(inside).HasValue || Math.Abs(inside.Approximate() - Math.Round(inside.Approximate())) > NearInteger,
        FunctionCall { Function: "sin" or "cos" or "tan" or "cot" or "sec" or "csc", Arguments: [var angle] } =>
            Math.Abs(angle.Approximate()) < MaxAngle,
        Power { Base: var @base, Exponent: var exponent } =>
            @base.Approximate() >= 0 || Arithmetic.Evaluate(exponent) is { HasValue: true, Value.IsInteger: true },
        _ => true,
    };
}
