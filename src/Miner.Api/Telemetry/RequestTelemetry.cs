using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Miner.Api.Limits;
using Miner.Application.Telemetry;
using Miner.Domain.Components;

namespace Miner.Api.Telemetry;

/// <summary>
/// Counts each request to a component once, by the status that its caller got, and completes the request's span: ASP.NET Core leaves its
/// attributes to others. Must be outside of what turns exceptions into answers. Callers without a right key are counted as
/// <see cref="SecurityEvent"/> and not here: they say nothing of how the components do.
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
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity)
                Describe(activity, context, endpoint);
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

    /// <summary>Under the names of OpenTelemetry's conventions for HTTP servers. Neither path nor query: they name conversations.</summary>
    private static void Describe(Activity activity, HttpContext context, Endpoint? endpoint)
    {
        var method = HttpMethods.GetCanonicalizedValue(context.Request.Method);
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? $"/{pattern.TrimStart('/')}" : null;
        var status = context.Response.StatusCode;
        activity.DisplayName = route is null ? method : $"{method} {route}";
        activity.SetTag("http.request.method", method);
        activity.SetTag("http.response.status_code", status);
        if (route is not null) activity.SetTag("http.route", route);
        if (status >= StatusCodes.Status500InternalServerError) activity.SetStatus(ActivityStatusCode.Error);
        if (FailureReason.Of(status) is { } reason) activity.SetTag(MetricTags.Error, reason);
    }
}
