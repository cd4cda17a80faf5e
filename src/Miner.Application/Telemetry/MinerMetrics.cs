using System.Diagnostics.Metrics;
using Miner.Domain.Voting;

namespace Miner.Application.Telemetry;

/// <summary>
/// What the miner counts. Each number is recorded here and nowhere else: <c>/stats</c> and OpenTelemetry both listen to these instruments.
/// </summary>
/// <remarks>Those of <c>gen_ai</c> follow OpenTelemetry's semantic conventions for generative AI, buckets included.</remarks>
public sealed class MinerMetrics : IDisposable
{
    public const string MeterName = "Miner";

    private readonly Meter _meter = new(MeterName);

    public MinerMetrics()
    {
        ComponentDuration = _meter.CreateHistogram(
            "miner.component.duration", "s", "How long a component took to answer a request with a right key.", advice: Seconds());
        SecurityEvents = _meter.CreateCounter<long>("miner.security.events", "{event}", "What was refused or not believed.");
        UpstreamEvents = _meter.CreateCounter<long>("miner.upstream.events", "{event}", "What happened between the miner and an upstream.");
        ModelSamples = _meter.CreateCounter<long>("miner.model.samples", "{sample}", "Answers of the model that were chosen from.");
        ModelCost = _meter.CreateCounter<double>("miner.model.cost", description: "What tokens cost, in the currency of the prices set.");
        Votes = _meter.CreateCounter<long>("miner.votes", "{vote}", "Majority votes over samples or previous outputs.");
        KeyRequests = _meter.CreateCounter<long>("miner.key.requests", "{request}", "Requests with a right key.");
        OperationDuration = _meter.CreateHistogram(
            "gen_ai.client.operation.duration", "s", "GenAI operation duration.", advice: Seconds());
        TokenUsage = _meter.CreateHistogram(
            "gen_ai.client.token.usage", "{token}", "Number of input and output tokens used.", advice: Tokens());
    }

    /// <summary>Seconds; tagged with <see cref="MetricTags.Component"/> and, when it failed, <see cref="MetricTags.Error"/>.</summary>
    public Histogram<double> ComponentDuration { get; }

    /// <summary>Tagged with <see cref="MetricTags.SecurityEvent"/>.</summary>
    public Counter<long> SecurityEvents { get; }

    /// <summary>Tagged with <see cref="MetricTags.Upstream"/> and <see cref="MetricTags.UpstreamEvent"/>.</summary>
    public Counter<long> UpstreamEvents { get; }

    public Counter<long> ModelSamples { get; }

    /// <summary>Tagged as <see cref="TokenUsage"/>; nothing where no price is set.</summary>
    public Counter<double> ModelCost { get; }

    /// <summary>Tagged with <see cref="MetricTags.VoteSplit"/>.</summary>
    public Counter<long> Votes { get; }

    /// <summary>Tagged with <see cref="MetricTags.Key"/>.</summary>
    public Counter<long> KeyRequests { get; }

    /// <summary>Seconds of one completion, retries included.</summary>
    public Histogram<double> OperationDuration { get; }

    /// <summary>Once for the tokens of the prompt and once for those of the answer.</summary>
    public Histogram<long> TokenUsage { get; }

    public void Count(SecurityEvent happened) =>
        SecurityEvents.Add(1, new KeyValuePair<string, object?>(MetricTags.SecurityEvent, happened.Name()));

    /// <param name="upstream">The name of the HTTP client that reaches it.</param>
    public void Count(string upstream, UpstreamEvent happened) => UpstreamEvents.Add(
        1,
        new KeyValuePair<string, object?>(MetricTags.Upstream, upstream),
        new KeyValuePair<string, object?>(MetricTags.UpstreamEvent, happened.Name()));

    public void Count(MajorityVote vote) =>
        Votes.Add(1, new KeyValuePair<string, object?>(MetricTags.VoteSplit, vote.Groups.Count > 1));

    public void Dispose() => _meter.Dispose();

    private static InstrumentAdvice<double> Seconds() => new()
    {
        HistogramBucketBoundaries = [.. Enumerable.Range(0, 14).Select(doubling => 0.01 * Math.Pow(2, doubling))],
    };

    private static InstrumentAdvice<long> Tokens() => new()
    {
        HistogramBucketBoundaries = [.. Enumerable.Range(0, 14).Select(quadrupling => (long)Math.Pow(4, quadrupling))],
    };
}
