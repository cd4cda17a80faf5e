using MediatR;
using Miner.Application.Ports;

namespace Miner.Application.Conversations;

/// <summary>Deletes a conversation and its messages; its playbook stays. False when it is unknown.</summary>
public sealed record DeleteConversationCommand(string Cid) : IRequest<bool>;

internal sealed class DeleteConversationHandler(IConversationRepository conversations) : IRequestHandler<DeleteConversationCommand, bool>
{
    public Task<bool> Handle(DeleteConversationCommand command, CancellationToken cancellationToken) =>
        conversations.DeleteAsync(command.Cid, cancellationToken);
}
