using System.Net;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// How an upstream's failures are met, from the outside in: a deadline for the whole completion, retries, the wait for a turn with the
/// circuit breaker behind it, and a deadline for each attempt.
/// </summary>
internal static class UpstreamPipeline
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    // Polly takes zero and less for "no timeout".
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(1);

    public static void Configure(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        UpstreamDeadlines deadlines,
        TimeProvider timeProvider,
        UpstreamHealth health)
    {
        pipeline.TimeProvider = timeProvider;
        // Polly would log exceptions, whose messages quote what the upstream sent.
        pipeline.TelemetryListener = null;
        pipeline
            .AddTimeout(TotalTimeout())
            .AddRetry(Retry(timeProvider, health))
            .AddStrategy(_ => new AdmissionStrategy(health, deadlines.Silence, timeProvider), new NoOptions());
        if (deadlines.Attempt < deadlines.Total) pipeline.AddTimeout(deadlines.Attempt);
    }

    /// <summary>Whether the same request may fare better in a moment: 408, 429 and all of 5xx.</summary>
    public static bool IsWorthRetrying(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || IsServerError(status);

    public static bool IsServerError(HttpStatusCode status) => (int)status is >= 500 and <= 599;

    /// <summary>Whether servers fail in this way at what they cannot do, instead of refusing it: 500 and 501.</summary>
    public static bool MayMeanRefusal(HttpStatusCode status) =>
        status is HttpStatusCode.InternalServerError or HttpStatusCode.NotImplemented;

    // A completion may take several HTTP requests, so each gets what its predecessors have left.
    private static TimeoutStrategyOptions TotalTimeout() => new()
    {
        TimeoutGenerator = arguments =>
            ValueTask.FromResult(TimeSpan.FromTicks(Math.Max(UpstreamCall.Of(arguments.Context).Left.Ticks, ShortestTimeout.Ticks))),
    };

    private static RetryStrategyOptions<HttpResponseMessage> Retry(TimeProvider timeProvider, UpstreamHealth health)
    {
        return new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = UpstreamCall.MostRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstDelay,
            MaxDelay = LongestDelay,
            ShouldHandle = arguments => ValueTask.FromResult(
                UpstreamCall.Of(arguments.Context) is var call
                && arguments.AttemptNumber < call.MaxRetries
                && (arguments.Outcome.Result is { } response
                    ? IsWorthRetrying(response.StatusCode)
                        && call.KeyIsFreeIn is null
                        && !(call.FailsAlike && call.CanAskOtherwise && MayMeanRefusal(response.StatusCode))
                        && !(Wait(response) is { } wait && wait >= call.Patience())
                    : IsFault(arguments.Outcome.Exception))),
            DelayGenerator = arguments => ValueTask.FromResult(Delay(arguments.Outcome.Result)),
            OnRetry = _ =>
            {
                health.Count(UpstreamEvent.Retried);
                return ValueTask.CompletedTask;
            },
        };

        TimeSpan? Wait(HttpResponseMessage response) => RetryAfter.Read(response, timeProvider.GetUtcNow());

        // Who is asked to come back later waits at the gate with all others, so that they do not come back at once. Where the circuit has
        // opened there is nothing to wait for.
        TimeSpan? Delay(HttpResponseMessage? response)
        {
            if (health.Circuit.State == CircuitState.Open) return TimeSpan.Zero;
            if (response is null) return null;
            var wait = Wait(response);
            return AdmissionStrategy.IsAskedTooOften(response.StatusCode, wait) ? TimeSpan.Zero : wait;
        }
    }

    // An answer past the size limit is no fault of the network: it would come again.
    private static bool IsFault(Exception? exception) => exception switch
    {
        TimeoutRejectedException or IOException => true,
        HttpRequestException lost => lost.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded,
        _ => false,
    };

    private sealed class NoOptions : ResilienceStrategyOptions;
}
