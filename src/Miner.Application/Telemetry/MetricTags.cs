namespace Miner.Application.Telemetry;

/// <summary>The names of what measurements are told apart by.</summary>
public static class MetricTags
{
    /// <summary>A component's name on the wire.</summary>
    public const string Component = "miner.component";

    /// <summary>Why it failed, in one word of a small set; absent on success (OpenTelemetry's <c>error.type</c>).</summary>
    public const string Error = "error.type";

    /// <summary>A caller's key by its place among the configured ones, such as <c>key-1</c>; never the key.</summary>
    public const string Key = "miner.key";

    /// <summary>The name of <see cref="Telemetry.SecurityEvent"/>.</summary>
    public const string SecurityEvent = "miner.security.event";

    /// <summary>Whether a vote's answers differed.</summary>
    public const string VoteSplit = "miner.vote.split";

    /// <summary>The name of the HTTP client that reaches the upstream.</summary>
    public const string Upstream = "miner.upstream";

    /// <summary>The name of <see cref="Telemetry.UpstreamEvent"/>.</summary>
    public const string UpstreamEvent = "miner.upstream.event";
}
