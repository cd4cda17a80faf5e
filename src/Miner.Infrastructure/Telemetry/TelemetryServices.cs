using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Telemetry;

internal static class TelemetryServices
{
    /// <summary>Adds what <c>/stats</c> reads, and the export over OTLP where a collector is configured.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        // First, so that the last spans and log lines of all others are exported.
        if (options.OtlpEndpoint is not null) services.AddOtlpExport(options);
        return services
            .AddSingleton<StatisticsCollector>()
            .AddSingleton<IMinerStatistics>(provider => provider.GetRequiredService<StatisticsCollector>())
            .AddHostedService(provider => provider.GetRequiredService<StatisticsCollector>());
    }
}
