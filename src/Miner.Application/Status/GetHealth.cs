using MediatR;
using Microsoft.Extensions.Logging;
using Miner.Application.Components;
using Miner.Application.Ports;

namespace Miner.Application.Status;

/// <summary>Whether the miner can work, and with what.</summary>
public sealed record GetHealthQuery : IRequest<HealthReport>;

/// <param name="ActiveConversations">How many conversations are stored, or null when the store cannot be read.</param>
/// <param name="CanStore">Whether the store can be read, and took the last change.</param>
public sealed record HealthReport(ChatModelDescription Model, int? ActiveConversations, bool CanStore)
{
    public bool IsHealthy => CanStore && Model.IsAnswering;
}

internal sealed partial class GetHealthHandler(ModelChoice models, IConversationRepository conversations, ILogger<GetHealthHandler> logger)
    : IRequestHandler<GetHealthQuery, HealthReport>
{
    public async Task<HealthReport> Handle(GetHealthQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return new HealthReport(models.Description, await conversations.CountAsync(cancellationToken), conversations.IsWritable);
        }
        catch (StorageException exception)
        {
            LogStoreUnreadable(exception);
            return new HealthReport(models.Description, ActiveConversations: null, CanStore: false);
        }
    }

    [LoggerMessage(EventId = 1010, Level = LogLevel.Error, Message = "The store cannot be read")]
    private partial void LogStoreUnreadable(StorageException exception);
}
