using Microsoft.AspNetCore.Authorization;
using Miner.Api.Limits;
using Miner.Api.Security;
using Miner.Api.Settings;
using Miner.Application.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Miner.Api.Telemetry;

/// <summary>
/// <c>GET /metrics</c>: what the miner's instruments counted, and the framework's for requests and the runtime, in Prometheus' text format.
/// </summary>
internal static class MetricsEndpoint
{
    private const string Path = "/metrics";

    private static readonly string[] FrameworkMeters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    /// <summary>Gauges whose names end as only a histogram's part may; none that an operator misses.</summary>
    private static readonly HashSet<string> Misnamed = ["dotnet.assembly.count", "dotnet.process.cpu.count", "dotnet.timer.count"];

    public static IServiceCollection AddMetricsEndpoint(this IServiceCollection services, ServerSettings server)
    {
        services.AddSingleton<MinerGauges>().AddHostedService(provider => provider.GetRequiredService<MinerGauges>());
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .ConfigureResource(resource =>
                resource.AddService(server.MinerName, serviceVersion: BuildVersion.Text).AddEnvironmentVariableDetector())
            .AddMeter(MinerMetrics.MeterName)
            .AddMeter(FrameworkMeters)
            .AddView(instrument => Misnamed.Contains(instrument.Name) ? MetricStreamConfiguration.Drop : null)
            .AddPrometheusExporter());
        return services;
    }

    /// <summary>Takes one of the API's keys, or <c>METRICS_KEY</c>.</summary>
    public static void MapMetrics(this WebApplication app) => app.MapPrometheusScrapingEndpoint(Path).WithMetadata(
        new HttpMethodMetadata([HttpMethods.Get]),
        new AuthorizeAttribute(),
        new MetricsKeyAttribute(),
        new RequestLimitAttribute(LimitedEndpoints.Metrics));
}
