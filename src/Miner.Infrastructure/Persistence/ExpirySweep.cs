using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Persistence;

/// <summary>Removes what is past its days, shortly after the start and then every hour.</summary>
internal sealed partial class ExpirySweep(IConversationRepository conversations, TimeProvider timeProvider, ILogger<ExpirySweep> logger)
    : BackgroundService
{
    internal static readonly TimeSpan FirstRun = TimeSpan.FromMinutes(1);
    internal static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FirstRun, timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = Interval;
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would take it for a crash where it ends before it has started, as on a port that is taken.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            var expired = await conversations.RemoveExpiredAsync(cancellationToken);
            LogSwept(expired.Messages, expired.Conversations);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogSweepFailed(exception);
        }
    }

    [LoggerMessage(3020, LogLevel.Information, "Removed {Messages} messages past their days and {Conversations} conversations left empty")]
    private partial void LogSwept(int messages, int conversations);

    [LoggerMessage(3021, LogLevel.Error, "Removing what is past its days failed; the next sweep tries again")]
    private partial void LogSweepFailed(Exception exception);
}
