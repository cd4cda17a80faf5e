namespace Miner.Operator.Evaluation.Scoring;

/// <summary>What the subnet makes of raw scores.</summary>
internal static class PerformanceScore
{
    /// <summary>(raw / 100)^exponent × 100: 0 to 100, and close to nothing for all but the best.</summary>
    /// <param name="raw">0 to 100.</param>
    /// <param name="exponent"><see cref="ScoringOptions.Exponent"/>.</param>
    public static double Scale(double raw, double exponent) => Math.Pow(raw / 100, exponent) * 100;

    /// <summary>A miner's part of all scaled scores: a fraction from 0 to 1, which over all miners sums to 1.</summary>
    /// <param name="scaled">The miner's own scaled score.</param>
    /// <param name="sumOfAll">The sum of all miners' scaled scores, its own included; where it is 0, nobody has a part.</param>
    public static double Normalise(double scaled, double sumOfAll) => sumOfAll > 0 ? scaled / sumOfAll : 0;
}
