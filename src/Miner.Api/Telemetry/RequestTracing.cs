using System.Diagnostics;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Miner.Api.Telemetry;

/// <summary>Adds the requests that the miner answers to what is exported; without a collector nothing is added.</summary>
internal static class RequestTracing
{
    private const string Route = "http.route";

    /// <summary>Neither path nor query: they name conversations. The route tells which endpoint it was.</summary>
    private static readonly string[] Private = ["url.path", "url.query"];

    public static IServiceCollection AddRequestTracing(this IServiceCollection services, TelemetryOptions options)
    {
        if (options.OtlpEndpoint is null) return services;
        return services
            .ConfigureOpenTelemetryTracerProvider(traces => traces.AddAspNetCoreInstrumentation(requests =>
            {
                requests.EnrichWithHttpRequest = (activity, _) => HideAddress(activity);
                requests.EnrichWithHttpResponse = (activity, response) => Describe(activity, response.StatusCode);
            }))
            .ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddAspNetCoreInstrumentation());
    }

    private static void HideAddress(Activity activity)
    {
        foreach (var name in Private) activity.SetTag(name, value: null);
    }

    private static void Describe(Activity activity, int status)
    {
        HideAddress(activity);
        // Controllers' routes come without the slash that the convention has at their front.
        if (activity.GetTagItem(Route) is string route && !route.StartsWith('/'))
        {
            activity.SetTag(Route, $"/{route}");
            activity.DisplayName = activity.DisplayName.Replace(route, $"/{route}", StringComparison.Ordinal);
        }

        if (FailureReason.Of(status) is { } reason) activity.SetTag(MetricTags.Error, reason);
    }
}
