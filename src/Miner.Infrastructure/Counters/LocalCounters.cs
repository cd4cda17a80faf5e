using Miner.Application.Ports;

namespace Miner.Infrastructure.Counters;

/// <summary>Of a miner that shares with nobody.</summary>
internal sealed class LocalCounters : ISharedCounters, IReplicas
{
    public CounterSharing Sharing => CounterSharing.Local;

    public ReplicaTotals Others => ReplicaTotals.None;

    public ValueTask<SharedWindow?> CountAsync(string name, int limit, TimeSpan period, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SharedWindow?>(null);

    public ValueTask<SharedFailures?> AddFailureAsync(string name, int allowed, TimeSpan period, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SharedFailures?>(null);
}
