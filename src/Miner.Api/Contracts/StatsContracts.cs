using Miner.Application.Ports;

namespace Miner.Api.Contracts;

/// <summary>How the miner has done since it started. Requests are those to components, with a right key.</summary>
/// <param name="StartedAt">When it started.</param>
/// <param name="UptimeSeconds">For how long it has run.</param>
/// <param name="Requests">How many requests were answered, failures included.</param>
/// <param name="Successes">How many of them succeeded.</param>
/// <param name="Failures">How many of them failed.</param>
/// <param name="Components">All seven, each on its own.</param>
/// <param name="Epm">Successful requests a minute.</param>
/// <param name="LatencyMs">How long the successful requests of the last hour took.</param>
/// <param name="Tokens">The tokens of all prompts and answers of the model.</param>
/// <param name="Cost">
/// What those tokens cost, in the currency of the prices set (`OPENAI_PRICE_INPUT` and its kin); null while nothing that has a price was
/// asked.
/// </param>
/// <param name="Samples">How many answers of the model were chosen from: more than one a request where it samples.</param>
/// <param name="Votes">How often final answers were voted on.</param>
/// <param name="Upstreams">The services behind the miner; none with the offline model and without search.</param>
/// <param name="Security">What was refused, or not believed.</param>
/// <param name="StorageBytes">What the database takes on disk, or null when that cannot be told.</param>
/// <param name="Storage">Answered requests whose pair the database has not taken.</param>
/// <param name="Replicas">The sums over all replicas that count together, this one included.</param>
/// <param name="Minutes">The last 60 minutes, oldest first, fewer after a recent start; the last one is still running.</param>
public sealed record StatsResponse(
    DateTimeOffset StartedAt,
    double UptimeSeconds,
    long Requests,
    long Successes,
    long Failures,
    IReadOnlyList<ComponentStatsItem> Components,
    EpmItem Epm,
    LatencyItem LatencyMs,
    long Tokens,
    double? Cost,
    long Samples,
    VotesItem Votes,
    IReadOnlyList<UpstreamItem> Upstreams,
    SecurityItem Security,
    long? StorageBytes,
    StorageItem Storage,
    ReplicasItem Replicas,
    IReadOnlyList<MinuteItem> Minutes);

/// <summary>
/// How one component has done. Reasons of failures are `invalid_request`, `body_too_large`, `rate_limited`, `abandoned` (the caller hung
/// up), `upstream_failed`, `unavailable` (the upstream or the store, or too much at once), `timed_out` and `internal_error`.
/// </summary>
/// <param name="Component">Its name.</param>
/// <param name="Requests">How many requests were answered, failures included.</param>
/// <param name="Successes">How many of them succeeded.</param>
/// <param name="Failures">How many of them failed.</param>
/// <param name="FailuresByReason">The same by reason, where there were any.</param>
/// <param name="LatencyMs">How long the successful requests of the last hour took.</param>
public sealed record ComponentStatsItem(
    string Component,
    long Requests,
    long Successes,
    long Failures,
    IReadOnlyDictionary<string, long> FailuresByReason,
    LatencyItem LatencyMs);

/// <summary>
/// Successful requests a minute over a time that ends now, or since the start where that is less (but over a minute at least).
/// </summary>
/// <param name="OneMinute">Over the last minute.</param>
/// <param name="FifteenMinutes">Over the last 15 minutes.</param>
/// <param name="SixtyMinutes">Over the last 60 minutes.</param>
public sealed record EpmItem(double OneMinute, double FifteenMinutes, double SixtyMinutes);

/// <summary>Milliseconds, within 5 %; null where there was no request.</summary>
/// <param name="P50">Half of the requests took no longer.</param>
/// <param name="P90">90 % took no longer.</param>
/// <param name="P95">95 % took no longer.</param>
/// <param name="P99">99 % took no longer.</param>
public sealed record LatencyItem(double? P50, double? P90, double? P95, double? P99);

/// <summary>Majority votes over samples, where the miner samples, or over previous outputs (`/aggregate`).</summary>
/// <param name="Total">How many there were.</param>
/// <param name="Split">In how many of them the final answers differed.</param>
public sealed record VotesItem(long Total, long Split);

/// <summary>A service behind the miner.</summary>
/// <param name="Name">`chat-model`, for a fallback with its name behind it, or `search-` and the provider.</param>
/// <param name="Circuit">Whether it is asked.</param>
/// <param name="Answers">Requests that it answered.</param>
/// <param name="Failures">Attempts that failed, or were refused.</param>
/// <param name="Retries">Attempts beyond the first.</param>
/// <param name="Fallbacks">Requests that came to it because the one before it had failed.</param>
/// <param name="Hedges">Requests that came to it beside a call that had not answered for long.</param>
/// <param name="Waits">Requests that waited for a connection, or because it asks to be asked less often.</param>
/// <param name="LastFault">What it did when an attempt last failed, to follow its name; null where none has.</param>
/// <param name="LastFaultAt">When that was.</param>
/// <param name="Refused">The parameters that it was seen to refuse, and is not sent for a while.</param>
public sealed record UpstreamItem(
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

/// <summary>What was refused, or not believed, on all endpoints.</summary>
/// <param name="KeysMissing">Requests without a key where one is needed.</param>
/// <param name="KeysWrong">Requests with a wrong key.</param>
/// <param name="KeysBlocked">Requests with a wrong key from addresses that had sent too many.</param>
/// <param name="RateLimited">Requests over their endpoint's limit.</param>
/// <param name="Overloaded">Requests beyond `MAX_CONCURRENT_REQUESTS` and the queue for them.</param>
/// <param name="BodiesTooLarge">Requests with a body over the limit.</param>
/// <param name="HeadersForged">Requests with forwarding headers from an address that is no trusted proxy.</param>
public sealed record SecurityItem(
    long KeysMissing, long KeysWrong, long KeysBlocked, long RateLimited, long Overloaded, long BodiesTooLarge, long HeadersForged);

/// <summary>Answered requests whose pair the database has not taken.</summary>
/// <param name="Pending">Pairs that wait in memory and are tried again; they are lost if the miner is killed.</param>
/// <param name="Lost">Pairs that were given up since the start, because too many waited.</param>
public sealed record StorageItem(int Pending, long Lost);

/// <summary>
/// Sums over the replicas that were heard of within the last seconds, each since its start. Without REDIS_URL, or while Redis is away, of
/// this one alone.
/// </summary>
/// <param name="Count">How many replicas.</param>
/// <param name="Requests">How many requests were answered, failures included.</param>
/// <param name="Successes">How many of them succeeded.</param>
/// <param name="Failures">How many of them failed.</param>
/// <param name="Epm">Successful requests a minute.</param>
/// <param name="Tokens">The tokens of all prompts and answers of the model.</param>
/// <param name="Samples">How many answers of the model were chosen from.</param>
/// <param name="Security">What was refused, or not believed.</param>
public sealed record ReplicasItem(
    int Count, long Requests, long Successes, long Failures, EpmItem Epm, long Tokens, long Samples, SecurityItem Security);

/// <summary>One minute of the last hour.</summary>
/// <param name="Start">When it began.</param>
/// <param name="Successes">Requests that succeeded: the minute's EPM.</param>
/// <param name="Failures">Requests that failed.</param>
/// <param name="P50Ms">Milliseconds that half of the successful requests stayed within; null where there was none.</param>
/// <param name="P95Ms">Milliseconds that 95 % of them stayed within; null where there was none.</param>
public sealed record MinuteItem(DateTimeOffset Start, long Successes, long Failures, double? P50Ms, double? P95Ms);
