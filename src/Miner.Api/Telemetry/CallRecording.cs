using Microsoft.AspNetCore.Diagnostics;
using Miner.Api.Errors;
using Miner.Api.Limits;
using Miner.Api.Settings;
using Miner.Application.Recording;
using Miner.Domain.Components;

namespace Miner.Api.Telemetry;

/// <summary>
/// Records the requests to components, and those to other endpoints that fail: what polls the miner's state would push out all else. Must
/// be outside of what turns exceptions into answers. Requests about the recorded calls are not recorded.
/// </summary>
internal sealed class CallRecording
{
    private readonly RequestDelegate _next;
    private readonly CallRecorder _recorder;

    public CallRecording(RequestDelegate next, CallRecorder recorder, SpanRecorder spans)
    {
        (_next, _recorder) = (next, recorder);
        spans.Listen();
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var record = _recorder.Begin(context.TraceId());
        try
        {
            await _next(context);
        }
        finally
        {
            // The exception handler takes the endpoint off a request that failed.
            var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
            var name = endpoint?.Metadata.GetMetadata<RequestLimitAttribute>()?.Endpoint;
            var component = name is not null && ComponentNames.All.Contains(name) ? name : null;
            var error = FailureReason.Of(context.Response.StatusCode);
            if (name != LimitedEndpoints.Calls && (component is not null || error is not null))
                _recorder.Keep(record, Outcome(context, endpoint, component, error));
        }
    }

    private static CallOutcome Outcome(HttpContext context, Endpoint? endpoint, string? component, string? error) => new(
        component,
        $"{context.Request.Method} {Route(endpoint) ?? context.Request.Path}",
        context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
        context.User.Identity is { IsAuthenticated: true, Name: var key } ? key : null,
        context.Response.StatusCode,
        error);

    /// <summary>Controllers' routes come without the slash at their front.</summary>
    private static string? Route(Endpoint? endpoint) =>
        (endpoint as RouteEndpoint)?.RoutePattern.RawText is { } route ? $"/{route.TrimStart('/')}" : null;
}
