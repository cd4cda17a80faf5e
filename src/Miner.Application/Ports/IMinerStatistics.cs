namespace Miner.Application.Ports;

/// <summary>How the miner has done since it started.</summary>
public interface IMinerStatistics
{
    MinerStatistics Read();
}

/// <summary>All that is counted. Requests are those to components, with a right key.</summary>
/// <param name="Uptime">Since the start.</param>
/// <param name="Components">All seven, in the contract's order.</param>
/// <param name="Epm">Successful requests a minute.</param>
/// <param name="LatencyMs">Of the successful requests of the last hour.</param>
/// <param name="Tokens">Of prompts and answers together.</param>
/// <param name="Cost">Of the tokens, in the currency of the prices set; null while nothing that has a price was asked.</param>
/// <param name="Samples">Answers of the model that were chosen from.</param>
/// <param name="Votes">Over samples, or previous outputs.</param>
/// <param name="Upstreams">The model's and the search providers'; none where everything is embedded.</param>
/// <param name="StorageBytes">What the store takes on disk, or null when that cannot be told.</param>
/// <param name="Storage">What the store has failed to do.</param>
/// <param name="Minutes">The last 60 minutes, oldest first; the last one is still running.</param>
public sealed record MinerStatistics(
    DateTimeOffset StartedAt,
    TimeSpan Uptime,
    IReadOnlyList<ComponentStatistics> Components,
    RecentEdgesPerMinute Epm,
    LatencyPercentiles LatencyMs,
    long Tokens,
    double? Cost,
    long Samples,
    VoteStatistics Votes,
    IReadOnlyList<UpstreamStatistics> Upstreams,
    SecurityStatistics Security,
    long? StorageBytes,
    StorageStatus Storage,
    IReadOnlyList<MinuteStatistics> Minutes)
{
    /// <summary>The same over all replicas, this one included.</summary>
    public ReplicaTotals Replicas { get; init; } = ReplicaTotals.None;

    /// <summary>What other replicas are told of this one.</summary>
    public ReplicaTotals Totals => new(1, Successes, Failures, Epm, Tokens, Samples, Security, Storage);

    public long Successes => Components.Sum(component => component.Successes);

    public long Failures => Components.Sum(component => component.Failures);
}

/// <param name="Component">The name on the wire.</param>
/// <param name="FailuresByReason">Reasons that occurred, each with how often.</param>
/// <param name="LatencyMs">Of the successful requests of the last hour.</param>
public sealed record ComponentStatistics(
    string Component, long Successes, IReadOnlyDictionary<string, long> FailuresByReason, LatencyPercentiles LatencyMs)
{
    public long Failures => FailuresByReason.Values.Sum();
}

/// <summary>
/// Successful requests a minute, over the last 1, 15 and 60 minutes, or over the time since the start where that is less (but a minute
/// at least).
/// </summary>
public sealed record RecentEdgesPerMinute(double OneMinute, double FifteenMinutes, double SixtyMinutes);

/// <summary>Milliseconds, within 5 %; null where there was no request.</summary>
public sealed record LatencyPercentiles(double? P50, double? P90, double? P95, double? P99);

/// <param name="Total">Majority votes that were taken.</param>
/// <param name="Split">Those in which the final answers differed.</param>
public sealed record VoteStatistics(long Total, long Split);

/// <param name="Name">The name of the HTTP client that reaches it.</param>
/// <param name="Answers">Requests that it answered.</param>
/// <param name="Failures">Attempts that failed, or were refused.</param>
/// <param name="Retries">Attempts beyond the first.</param>
/// <param name="Fallbacks">Requests that came to it because the one before it in the chain had failed.</param>
/// <param name="Hedges">Requests that came to it beside a call that had not answered for long.</param>
/// <param name="Waits">Requests that waited for a connection, or because it asks to be asked less often.</param>
/// <param name="LastFault">What it did when an attempt last failed, in our own words, to follow its name; null where none has.</param>
/// <param name="LastFaultAt">When that was.</param>
/// <param name="Refused">The parameters that it was seen to refuse, and is not sent for a while.</param>
public sealed record UpstreamStatistics(
    string Name,
    CircuitState Circuit,
    long Answers,
    long Failures,
    long Retries,
    long Fallbacks,
    long Hedges,
    long Waits,
    string? LastFault,
    DateTimeOffset? LastFaultAt,
    IReadOnlyList<string> Refused);

public enum CircuitState
{
    /// <summary>The upstream is asked.</summary>
    Closed,

    /// <summary>The upstream kept failing and is left alone; the first requests after the break find out whether it is back.</summary>
    Open,

    /// <summary>A few requests are on their way to find out.</summary>
    HalfOpen,
}

/// <summary>How often each <see cref="Telemetry.SecurityEvent"/> happened.</summary>
public sealed record SecurityStatistics(
    long KeysMissing, long KeysWrong, long KeysBlocked, long RateLimited, long Overloaded, long BodiesTooLarge, long HeadersForged)
{
    public static SecurityStatistics operator +(SecurityStatistics one, SecurityStatistics other) => new(
        one.KeysMissing + other.KeysMissing,
        one.KeysWrong + other.KeysWrong,
        one.KeysBlocked + other.KeysBlocked,
        one.RateLimited + other.RateLimited,
        one.Overloaded + other.Overloaded,
        one.BodiesTooLarge + other.BodiesTooLarge,
        one.HeadersForged + other.HeadersForged);
}

/// <param name="Start">When the minute began.</param>
/// <param name="P50Ms">Milliseconds; null where nothing succeeded.</param>
/// <param name="P95Ms">Milliseconds; null where nothing succeeded.</param>
public sealed record MinuteStatistics(DateTimeOffset Start, long Successes, long Failures, double? P50Ms, double? P95Ms);
