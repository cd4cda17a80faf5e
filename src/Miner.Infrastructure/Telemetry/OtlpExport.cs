using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Upstreams;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Miner.Infrastructure.Telemetry;

/// <summary>
/// Sends traces, metrics and log lines to a collector over OTLP, set up by OpenTelemetry's own variables. They queue up to a bound and
/// are sent in the background: a collector that hangs or is gone costs what did not fit, never a request.
/// </summary>
internal static class OtlpExport
{
    /// <summary>Must come before other hosted services: they end in the reverse order.</summary>
    public static IServiceCollection AddOtlpExport(this IServiceCollection services, TelemetryOptions options)
    {
        Sdk.SetDefaultTextMapPropagator(new SilentPropagator());
        services.AddHostedService<OtlpFlush>().AddSingleton<TraceParentPropagator>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(options.ServiceName).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces.AddSource(MinerActivity.SourceName).AddHttpClientInstrumentation().AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(MinerMetrics.MeterName)
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter())
            .WithLogging(logs => logs.AddOtlpExporter(), logs => logs.IncludeFormattedMessage = true);
        return services;
    }
}
