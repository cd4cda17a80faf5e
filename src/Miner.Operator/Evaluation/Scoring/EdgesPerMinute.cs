namespace Miner.Operator.Evaluation.Scoring;

/// <summary>How much a miner does: the steps of workflows ("edges") that it answered, over time.</summary>
internal static class EdgesPerMinute
{
    /// <summary>Successful edges ÷ minutes; 0 for no time.</summary>
    public static double Of(int successful, TimeSpan elapsed) => elapsed > TimeSpan.Zero ? successful / elapsed.TotalMinutes : 0;

    /// <summary>
    /// Own ÷ highest × 100: a percentage from 0 to 100, which is 100 for the fastest miner alone; 0 where nobody did anything.
    /// </summary>
    /// <param name="own">The miner's edges per minute.</param>
    /// <param name="highest">The highest of all miners, its own included.</param>
    public static double Normalise(double own, double highest) => highest > 0 ? own / highest * 100 : 0;
}
