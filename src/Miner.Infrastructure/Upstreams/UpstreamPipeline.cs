using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// How an upstream's failures are met, from the outside in: a deadline for the whole completion, retries, a circuit breaker, and a
/// deadline for each attempt. One pipeline belongs to one upstream, as it holds the circuit's state.
/// </summary>
internal static class UpstreamPipeline
{
    private const int MaxRetries = 2;
    private const double FailureRatio = 0.5;
    private const int MinimumThroughput = 10;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(15);

    // Polly takes zero and less for "no timeout".
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(1);

    public static void Configure(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        UpstreamDeadlines deadlines,
        TimeProvider timeProvider,
        ILogger logger,
        UpstreamHealth health)
    {
        pipeline.TimeProvider = timeProvider;
        // Polly would log exceptions, whose messages quote what the upstream sent.
        pipeline.TelemetryListener = null;
        pipeline
            .AddTimeout(TotalTimeout())
            .AddRetry(Retry(timeProvider, health))
            .AddCircuitBreaker(CircuitBreaker(logger, health))
            .AddTimeout(deadlines.Attempt);
    }

    /// <summary>Whether the same request may fare better in a moment: 408, 429 and all of 5xx.</summary>
    public static bool IsWorthRetrying(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || IsServerError(status);

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
            MaxRetryAttempts = MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstDelay,
            MaxDelay = LongestDelay,
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Result is { } response
                    ? IsWorthRetrying(response.StatusCode) && Fits(Wait(response), arguments.Context)
                    : IsFault(arguments.Outcome.Exception)),
            DelayGenerator = arguments => ValueTask.FromResult(Wait(arguments.Outcome.Result)),
            OnRetry = _ =>
            {
                health.CountRetry();
                return ValueTask.CompletedTask;
            },
        };

        TimeSpan? Wait(HttpResponseMessage? response) =>
            response is null ? null : RetryAfter.Read(response, timeProvider.GetUtcNow());

        static bool Fits(TimeSpan? wait, ResilienceContext context) => wait is null || wait < UpstreamCall.Of(context).Left;
    }

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> CircuitBreaker(ILogger logger, UpstreamHealth health) => new()
    {
        StateProvider = health.Circuit,
        FailureRatio = FailureRatio,
        MinimumThroughput = MinimumThroughput,
        SamplingDuration = SamplingDuration,
        BreakDuration = BreakDuration,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Result is { } response
                ? IsServerError(response.StatusCode)
                : IsFault(arguments.Outcome.Exception) || WasCutByDeadline(arguments.Outcome.Exception, arguments.Context)),
        OnOpened = arguments =>
        {
            logger.CircuitOpened((long)arguments.BreakDuration.TotalMilliseconds);
            return ValueTask.CompletedTask;
        },
        OnClosed = _ =>
        {
            logger.CircuitClosed();
            return ValueTask.CompletedTask;
        },
    };

    private static bool IsServerError(HttpStatusCode status) => (int)status is >= 500 and <= 599;

    // An answer past the size limit is no fault of the network: it would come again.
    private static bool IsFault(Exception? exception) => exception switch
    {
        TimeoutRejectedException or IOException => true,
        HttpRequestException lost => lost.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded,
        _ => false,
    };

    // An attempt that the total deadline ends has hung just as one that its own ends; only a caller who gives up says nothing of the
    // upstream.
    private static bool WasCutByDeadline(Exception? exception, ResilienceContext context) =>
        exception is OperationCanceledException && !UpstreamCall.Of(context).CallerToken.IsCancellationRequested;
}
