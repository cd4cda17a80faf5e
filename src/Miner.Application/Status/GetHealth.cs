using MediatR;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Telemetry;

namespace Miner.Application.Status;

/// <summary>Whether the miner can work, and with what.</summary>
public sealed record GetHealthQuery : IRequest<HealthReport>;

/// <param name="ActiveConversations">How many conversations are stored, or null when the store cannot be read.</param>
/// <param name="CanStore">Whether the store can be read, took the last change and owes none, and no read failed lately.</param>
public sealed record HealthReport(ChatModelDescription Model, int? ActiveConversations, bool CanStore)
{
    /// <summary>With whom limits are counted; whatever it is, the miner works.</summary>
    public CounterSharing Counters { get; init; }

    public bool IsHealthy => CanStore && Model.IsAnswering;
}

internal sealed class GetHealthHandler(
    ModelChoice models, IConversationRepository conversations, IStorageStatus storage, IReplicas replicas, StorageLog log)
    : IRequestHandler<GetHealthQuery, HealthReport>
{
    public async Task<HealthReport> Handle(GetHealthQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var count = await conversations.CountAsync(cancellationToken);
            return Report(count, conversations.IsWritable && storage.Read().IsSound);
        }
        catch (StorageException exception)
        {
            log.CountFailed(exception);
            return Report(conversations: null, canStore: false);
        }
    }

    private HealthReport Report(int? conversations, bool canStore) =>
        new(models.Description, conversations, canStore) { Counters = replicas.Sharing };
}
