namespace Miner.Application.Ports;

/// <summary>How somebody whom the miner asked over HTTP failed it.</summary>
public enum UpstreamFailure
{
    /// <summary>It answered with an error, with nothing usable, or not at all (HTTP 502).</summary>
    Failed,

    /// <summary>It is overloaded or its circuit is open (HTTP 503).</summary>
    Overloaded,

    /// <summary>It took too long (HTTP 504).</summary>
    TimedOut,
}

/// <summary>
/// A search found out nothing, as every query failed. The message is our own sentence: it never holds text of a provider, which may quote
/// keys and queries.
/// </summary>
/// <param name="retryAfter">When to try again, where that is known.</param>
public sealed class WebSearchException(UpstreamFailure failure, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    public UpstreamFailure Failure { get; } = failure;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
