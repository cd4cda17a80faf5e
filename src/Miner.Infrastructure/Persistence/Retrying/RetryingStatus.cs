using Miner.Application.Ports;

namespace Miner.Infrastructure.Persistence.Retrying;

internal sealed class RetryingStatus(PendingExchanges pending, ReadFaults faults) : IStorageStatus
{
    public StorageStatus Read() => new(pending.Count, pending.Lost, faults.Recent);
}
