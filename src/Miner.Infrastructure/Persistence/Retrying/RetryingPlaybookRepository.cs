using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Domain.Playbooks;

namespace Miner.Infrastructure.Persistence.Retrying;

/// <summary>Keeps a lesson's pair behind those of its conversation that wait to be stored.</summary>
internal sealed class RetryingPlaybookRepository(
    [FromKeyedServices(RetryingServices.Store)] IPlaybookRepository store, PendingWriter writer, ReadFaults faults) : IPlaybookRepository
{
    public Task<IReadOnlyList<PlaybookEntry>> ListAsync(string cid, InsightType? type, CancellationToken cancellationToken) =>
        faults.WatchAsync(store.ListAsync(cid, type, cancellationToken));

    public async Task<PlaybookLesson> LearnAsync(string cid, Func<Playbook, PlaybookLesson> learn, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cid, cancellationToken);
        return await store.LearnAsync(cid, learn, cancellationToken);
    }

    public Task<bool> DeleteAsync(string cid, CancellationToken cancellationToken) => store.DeleteAsync(cid, cancellationToken);
}
