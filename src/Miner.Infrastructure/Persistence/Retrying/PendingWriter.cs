using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Telemetry;

namespace Miner.Infrastructure.Persistence.Retrying;

/// <summary>
/// Tries pairs again that the store did not take, until it does: one conversation after the other, with pauses that grow while all fail.
/// A process that ends tries each once more.
/// </summary>
internal sealed partial class PendingWriter(
    [FromKeyedServices(RetryingServices.Store)] IConversationRepository store,
    PendingExchanges pending,
    StorageLog log,
    TimeProvider time,
    ILogger<PendingWriter> logger) : BackgroundService
{
    internal static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Of what the end of the process allows the store and the telemetry together.</summary>
    private static readonly TimeSpan LastAttempts = TimeSpan.FromSeconds(5);

    /// <summary>One attempt at a time, so that what is forgotten is not stored meanwhile, and nothing twice.</summary>
    private readonly Channel<bool> _attempt = Channel.CreateBounded<bool>(1);

    /// <summary>Stores the pairs of one conversation before what comes after them.</summary>
    /// <exception cref="StorageException">The store still does not take them.</exception>
    public async Task FlushAsync(string cid, CancellationToken cancellationToken)
    {
        while (pending.Next(cid) is { } next) await StoreAsync(next, cancellationToken);
    }

    /// <summary>Drops the pairs of one conversation.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> ForgetAsync(string cid, CancellationToken cancellationToken)
    {
        if (pending.Next(cid) is null) return false;
        await _attempt.Writer.WriteAsync(true, cancellationToken);
        try
        {
            return pending.Forget(cid);
        }
        finally
        {
            _attempt.Reader.TryRead(out _);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var last = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        last.CancelAfter(LastAttempts);
        try
        {
            await StoreAllAsync(last.Token);
        }
        catch (OperationCanceledException)
        {
            // What is left is told below.
        }

        if (pending.Count > 0) LogLeft(pending.Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await pending.WaitAsync(stoppingToken);
                for (var pause = FirstPause; pending.Count > 0;)
                {
                    await Task.Delay(pause, time, stoppingToken);
                    pause = await StoreAllAsync(stoppingToken) ? FirstPause : LongestPause < 2 * pause ? LongestPause : 2 * pause;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last attempts come with the end of the host.
        }
    }

    /// <returns>False where the store failed: the conversation that it failed at comes last the next time.</returns>
    private async Task<bool> StoreAllAsync(CancellationToken cancellationToken)
    {
        var stored = 0;
        try
        {
            for (; pending.Next() is { } next; stored++)
            {
                try
                {
                    await StoreAsync(next, cancellationToken);
                }
                catch (StorageException exception)
                {
                    log.WriteFailed(exception);
                    pending.Postpone(next.Cid);
                    return false;
                }
            }

            return true;
        }
        finally
        {
            if (stored > 0) LogStored(stored, pending.Count);
        }
    }

    /// <summary>A pair whose commit failed half-way, as when a connection broke, may be there: it is looked for first.</summary>
    private async Task StoreAsync(PendingExchange next, CancellationToken cancellationToken)
    {
        await _attempt.Writer.WriteAsync(true, cancellationToken);
        try
        {
            if (!ReferenceEquals(pending.Next(next.Cid), next)) return;
            var stored = await store.FindAsync(next.Cid, cancellationToken);
            if (!next.Exchange.IsIn(stored?.Messages ?? [])) await store.AppendAsync(next.Cid, next.Exchange, cancellationToken);
            pending.Remove(next);
        }
        finally
        {
            _attempt.Reader.TryRead(out _);
        }
    }

    [LoggerMessage(3030, LogLevel.Warning, "{Stored} pairs that had waited are stored; {Left} still wait")]
    private partial void LogStored(int stored, int left);

    [LoggerMessage(3031, LogLevel.Error, "{Count} pairs of conversations could not be stored before the end and are lost")]
    private partial void LogLeft(int count);
}
