using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Miner.Application.Telemetry;
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
internal sealed class OtlpExport : ILoggerProvider, IHostedService
{
    /// <summary>How long the end of the process waits for the collector.</summary>
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(5);

    private readonly OpenTelemetrySdk _sdk;

    public OtlpExport(TelemetryOptions options, IConfiguration configuration) => _sdk = OpenTelemetrySdk.Create(export =>
    {
        export.Services
            .AddSingleton(configuration)
            // The host's filters have decided already.
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
        export
            .ConfigureResource(resource => resource.AddService(options.ServiceName).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces
                .AddSource(MinerActivity.SourceName, "Microsoft.AspNetCore", "System.Net.Http")
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(
                    MinerMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http",
                    "System.Runtime")
                .AddOtlpExporter())
            .WithLogging(logs => logs.AddOtlpExporter(), logs => logs.IncludeFormattedMessage = true);
    });

    public ILogger CreateLogger(string categoryName) => _sdk.GetLoggerFactory().CreateLogger(categoryName);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var milliseconds = (int)FlushTimeout.TotalMilliseconds;
        var flushes = Task.WhenAll(
            Task.Run(() => _sdk.TracerProvider.Shutdown(milliseconds), cancellationToken),
            Task.Run(() => _sdk.MeterProvider.Shutdown(milliseconds), cancellationToken),
            Task.Run(() => _sdk.LoggerProvider.Shutdown(milliseconds), cancellationToken));
        await Task.WhenAny(flushes, Task.Delay(FlushTimeout, cancellationToken));
    }

    public void Dispose() => _sdk.Dispose();
}
