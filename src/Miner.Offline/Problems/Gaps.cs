using Miner.Mathematics.Expressions;

namespace Miner.Offline.Problems;

/// <summary>Where a formula has no value although what it is reduced to has one.</summary>
internal static class Gaps
{
    /// <summary>
    /// Whether reducing <paramref name="expression"/> closes a gap: 1/(1/x) is no x where x is zero, and 0^0 no 1 to everyone.
    /// </summary>
    public static bool MayClose(Expression expression) =>
        Holds(expression, power => Sign(power) == 0 || (Sign(power) < 0 && Holds(power.Base, inner => Sign(inner) < 0)));

    /// <summary>The sign of the exponent where the base holds a variable, 1 where it is not known.</summary>
    private static int Sign(Power power) =>
        power.Base.Variables().Count > 0 && Arithmetic.Evaluate(power.Exponent) is { HasValue: true, Value: var value } ? value.Sign : 1;

    private static bool Holds(Expression expression, Func<Power, bool> wanted)
    {
        var found = false;
        expression.Replace(part =>
        {
            found |= part is Power power && wanted(power);
            return null;
        });
        return found;
    }
}
