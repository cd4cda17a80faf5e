using Microsoft.Extensions.Hosting;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Miner.Infrastructure.Telemetry;

/// <summary>
/// Sends what is queued when the process ends, all three at once and within a bound. Left to themselves they wait one after the other for
/// a collector that does not answer.
/// </summary>
internal sealed class OtlpFlush(TracerProvider traces, MeterProvider metrics, LoggerProvider logs) : IHostedService
{
    /// <summary>How long the end of the process waits for the collector.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var milliseconds = (int)Bound.TotalMilliseconds;
        var flushes = Task.WhenAll(
            Task.Run(() => traces.Shutdown(milliseconds), cancellationToken),
            Task.Run(() => metrics.Shutdown(milliseconds), cancellationToken),
            Task.Run(() => logs.Shutdown(milliseconds), cancellationToken));
        await Task.WhenAny(flushes, Task.Delay(Bound, cancellationToken));
    }
}
