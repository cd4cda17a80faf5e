using Miner.Application.Telemetry;
using Polly.CircuitBreaker;
using CircuitState = Miner.Application.Ports.CircuitState;

namespace Miner.Infrastructure.Upstreams;

/// <summary>What an operator wants to know of one upstream. It belongs to that upstream's pipeline.</summary>
/// <param name="name">The name of the HTTP client that reaches it.</param>
internal sealed class UpstreamHealth(string name, MinerMetrics metrics)
{
    /// <summary>What an upstream does whose circuit is open, to follow its name.</summary>
    public const string LeftAlone = "keeps failing and is left alone for a while";

    public string Name => name;

    /// <summary>For the pipeline to report to.</summary>
    public CircuitBreakerStateProvider Circuit { get; } = new();

    public CircuitState State => Circuit.CircuitState switch
    {
        Polly.CircuitBreaker.CircuitState.Closed => CircuitState.Closed,
        Polly.CircuitBreaker.CircuitState.HalfOpen => CircuitState.HalfOpen,
        _ => CircuitState.Open,
    };

    public void CountRetry() => metrics.UpstreamRetries.Add(1, new KeyValuePair<string, object?>(MetricTags.Upstream, name));
}
