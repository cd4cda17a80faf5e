using MediatR;
using Miner.Application.Ports;
using Miner.Domain.Text;

namespace Miner.Application.Conversations;

/// <summary>A page of the conversations, the most recently active first.</summary>
/// <param name="Part">What stands in the id of each; empty for all.</param>
public sealed record ListConversationsQuery(string Part, int Limit, int Offset) : IRequest<ConversationPage>;

internal sealed class ListConversationsHandler(IConversationRepository conversations)
    : IRequestHandler<ListConversationsQuery, ConversationPage>
{
    public Task<ConversationPage> Handle(ListConversationsQuery query, CancellationToken cancellationToken) =>
        query.Part.Length == 0 ? conversations.ListAsync(query.Limit, query.Offset, cancellationToken)
        : CodePoints.HasUnstorable(query.Part) ? Task.FromResult(new ConversationPage(0, []))
        : conversations.SearchAsync(query.Part, query.Limit, query.Offset, cancellationToken);
}
