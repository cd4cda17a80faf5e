using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Telemetry;

internal static class TelemetryServices
{
    /// <summary>Adds what <c>/stats</c> reads, and the export over OTLP where a collector is configured.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        // Hosted services end in the reverse order, so that the last spans and log lines of all others are exported.
        if (options.OtlpEndpoint is not null) services.AddOtlpExport(options);
        return services
            .AddSingleton<StatisticsCollector>()
            .AddSingleton<IMinerStatistics>(provider => provider.GetRequiredService<StatisticsCollector>())
            .AddHostedService(provider => provider.GetRequiredService<StatisticsCollector>());
    }

    private static void AddOtlpExport(this IServiceCollection services, TelemetryOptions options) => services
        .AddSingleton(options)
        .AddSingleton<OtlpExport>()
        .AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<OtlpExport>())
        .AddHostedService(provider => provider.GetRequiredService<OtlpExport>());
}
