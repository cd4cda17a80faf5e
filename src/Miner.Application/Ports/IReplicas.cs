namespace Miner.Application.Ports;

/// <summary>The other processes of the same miner.</summary>
public interface IReplicas
{
    /// <summary>Whether this process counts limits together with them.</summary>
    CounterSharing Sharing { get; }

    /// <summary>What the others last told of themselves, a few seconds ago at most; of none where they cannot be heard.</summary>
    ReplicaTotals Others { get; }
}

public enum CounterSharing
{
    /// <summary>There are no replicas to share with.</summary>
    Local,

    /// <summary>All replicas count together.</summary>
    Shared,

    /// <summary>What is to be shared cannot be reached: each replica counts for itself.</summary>
    Away,
}

/// <summary>Sums over replicas, each since its start.</summary>
/// <param name="Count">How many replicas.</param>
/// <param name="Epm">Successful requests a minute.</param>
/// <param name="Tokens">Of prompts and answers together.</param>
/// <param name="Samples">Answers of the model that were chosen from.</param>
public sealed record ReplicaTotals(
    int Count,
    long Successes,
    long Failures,
    RecentEdgesPerMinute Epm,
    long Tokens,
    long Samples,
    SecurityStatistics Security,
    StorageStatus Storage)
{
    public static ReplicaTotals None { get; } = new(
        0, 0, 0, new RecentEdgesPerMinute(0, 0, 0), 0, 0, new SecurityStatistics(0, 0, 0, 0, 0, 0, 0), new StorageStatus(0, 0, false));

    public static ReplicaTotals operator +(ReplicaTotals one, ReplicaTotals other) => new(
        one.Count + other.Count,
        one.Successes + other.Successes,
        one.Failures + other.Failures,
        new RecentEdgesPerMinute(
            Math.Round(one.Epm.OneMinute + other.Epm.OneMinute, 2),
            Math.Round(one.Epm.FifteenMinutes + other.Epm.FifteenMinutes, 2),
            Math.Round(one.Epm.SixtyMinutes + other.Epm.SixtyMinutes, 2)),
        one.Tokens + other.Tokens,
        one.Samples + other.Samples,
        one.Security + other.Security,
        one.Storage + other.Storage);
}
