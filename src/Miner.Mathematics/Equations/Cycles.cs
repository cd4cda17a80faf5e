using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>Counting that begins anew: hours on a clock, days of a week, months of a year, degrees of a turn.</summary>
internal static class Cycles
{
    private static readonly IReadOnlySet<string> Months = EquationContext.Words(
        "january february march april may june july august september october november december "
            + "jan feb mar apr jun jul aug sept oct nov dec");

    private static readonly (int Length, IReadOnlySet<string> Words)[] All =
    [
        (12, EquationContext.Words(
            "o'clock o’clock clock am pm a p noon midnight morning afternoon evening night time hour hours month months year")),
        (7, EquationContext.Words(
            "week weekday weekdays monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun day days")),
        (28, Months), (29, Months), (30, Months), (31, Months),
        (24, EquationContext.Words("am pm o'clock o’clock clock midnight noon hours next day")),
        (360, EquationContext.Words("degree degrees angle angles rotation turn clockwise counterclockwise heading bearing")),
    ];

    /// <summary>Whether the sides are whole turns apart, in a sentence that speaks of what turns.</summary>
    public static bool Allow(string text, EquationChain chain, Rational left, Rational right) =>
        Array.Exists(All, cycle =>
            ((left - right) / cycle.Length).IsInteger
            && (EquationContext.Speaks(text, chain.Start, chain.End, cycle.Words)
                || (cycle.Length == 360 && text.AsSpan(chain.Start, chain.End - chain.Start).Contains('°'))));
}
