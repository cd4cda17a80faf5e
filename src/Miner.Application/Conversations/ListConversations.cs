using MediatR;
using Miner.Application.Ports;

namespace Miner.Application.Conversations;

/// <summary>A page of the conversations, the most recently active first.</summary>
public sealed record ListConversationsQuery(int Limit, int Offset) : IRequest<ConversationPage>;

internal sealed class ListConversationsHandler(IConversationRepository conversations)
    : IRequestHandler<ListConversationsQuery, ConversationPage>
{
    public Task<ConversationPage> Handle(ListConversationsQuery query, CancellationToken cancellationToken) =>
        conversations.ListAsync(query.Limit, query.Offset, cancellationToken);
}
