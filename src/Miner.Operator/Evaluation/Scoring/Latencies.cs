namespace Miner.Operator.Evaluation.Scoring;

/// <summary>How long answers took.</summary>
public sealed record Latencies(TimeSpan Median, TimeSpan P90, TimeSpan P95, TimeSpan P99, TimeSpan Slowest)
{
    /// <summary>Percentiles by the nearest rank: each is a time that was measured. Null of none.</summary>
    public static Latencies? Of(IEnumerable<TimeSpan> measured)
    {
        var sorted = measured.Order().ToList();
        if (sorted.Count == 0) return null;

        TimeSpan At(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
        return new Latencies(At(0.5), At(0.9), At(0.95), At(0.99), sorted[^1]);
    }
}
