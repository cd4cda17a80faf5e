using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Miner.Api.Limits;
using Miner.Application.Telemetry;
using Miner.Domain.Components;

namespace Miner.Api.Telemetry;

/// <summary>
/// Counts each request to a component once, by the status that its caller got. Must be outside of what turns exceptions into answers.
/// Callers without a right key are counted as <see cref="SecurityEvent"/> and not here: they say nothing of how the components do.
/// What is refused to a right key is logged, so that its <c>trace_id</c> leads to a line, unless who refused it has told of it.
/// </summary>
internal sealed partial class RequestTelemetry(
    RequestDelegate next, MinerMetrics metrics, TimeProvider time, ILogger<RequestTelemetry> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // The exception handler takes the endpoint off a request that failed.
            var failure = context.Features.Get<IExceptionHandlerFeature>();
            var endpoint = failure?.Endpoint ?? context.GetEndpoint();
            if (context.User.Identity is { IsAuthenticated: true, Name: var key })
            {
                metrics.KeyRequests.Add(1, new KeyValuePair<string, object?>(MetricTags.Key, key));
                var (status, elapsed) = (context.Response.StatusCode, time.GetElapsedTime(started));
                Count(endpoint, status, elapsed);
                if (IsUntold(status, failure)) LogRefused(Route(endpoint), status, elapsed.TotalMilliseconds);
            }
        }
    }

    /// <summary>The exception handler tells of what it answers, but for callers who hung up, and the security log of floods.</summary>
    private static bool IsUntold(int status, IExceptionHandlerFeature? failure) => status switch
    {
        < StatusCodes.Status400BadRequest => false,
        StatusCodes.Status499ClientClosedRequest => true,
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => false,
        _ => failure is null,
    };

    /// <summary>Never the path, which names a conversation.</summary>
    private static string Route(Endpoint? endpoint) => (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no endpoint";

    [LoggerMessage(EventId = 4003, Level = LogLevel.Information, Message = "{Route} answered with {Status} after {Milliseconds:F0} ms")]
    private partial void LogRefused(string route, int status, double milliseconds);

    private void Count(Endpoint? endpoint, int status, TimeSpan elapsed)
    {
        var component = endpoint?.Metadata.GetMetadata<RequestLimitAttribute>()?.Endpoint;
        if (component is null || !ComponentNames.All.Contains(component)) return;
        var tags = new TagList { { MetricTags.Component, component } };
        if (FailureReason.Of(status) is { } reason) tags.Add(MetricTags.Error, reason);
        metrics.ComponentDuration.Record(elapsed.TotalSeconds, tags);
    }
}
