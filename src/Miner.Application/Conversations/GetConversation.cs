using MediatR;
using Miner.Application.Ports;
using Miner.Domain.Conversations;

namespace Miner.Application.Conversations;

/// <summary>The conversation under a cid, or null when it is unknown. Creates nothing.</summary>
public sealed record GetConversationQuery(string Cid) : IRequest<Conversation?>;

internal sealed class GetConversationHandler(IConversationRepository conversations) : IRequestHandler<GetConversationQuery, Conversation?>
{
    public Task<Conversation?> Handle(GetConversationQuery query, CancellationToken cancellationToken) =>
        conversations.FindAsync(query.Cid, cancellationToken);
}
