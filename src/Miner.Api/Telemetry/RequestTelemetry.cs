using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Miner.Api.Limits;
using Miner.Application.Telemetry;
using Miner.Domain.Components;

namespace Miner.Api.Telemetry;

/// <summary>
/// Counts each request to a component once, by the status that its caller got. Must be outside of what turns exceptions into answers.
/// Callers without a right key are counted as <see cref="SecurityEvent"/> and not here: they say nothing of how the components do.
/// </summary>
internal sealed class RequestTelemetry(RequestDelegate next, MinerMetrics metrics, TimeProvider time)
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
            var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
            if (context.User.Identity?.IsAuthenticated == true) Count(endpoint, context.Response.StatusCode, time.GetElapsedTime(started));
        }
    }

    private void Count(Endpoint? endpoint, int status, TimeSpan elapsed)
    {
        var component = endpoint?.Metadata.GetMetadata<RequestLimitAttribute>()?.Endpoint;
        if (component is null || !ComponentNames.All.Contains(component)) return;
        var tags = new TagList { { MetricTags.Component, component } };
        if (FailureReason.Of(status) is { } reason) tags.Add(MetricTags.Error, reason);
        metrics.ComponentDuration.Record(elapsed.TotalSeconds, tags);
    }
}
