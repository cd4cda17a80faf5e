using MediatR;
using Miner.Application.Ports;

namespace Miner.Application.Conversations;

/// <summary>Deletes a conversation and its messages. False when there was nothing to delete.</summary>
/// <param name="Playbook">Whether its playbook goes too.</param>
public sealed record DeleteConversationCommand(string Cid, bool Playbook) : IRequest<bool>;

internal sealed class DeleteConversationHandler(IConversationRepository conversations) : IRequestHandler<DeleteConversationCommand, bool>
{
    public Task<bool> Handle(DeleteConversationCommand command, CancellationToken cancellationToken) =>
        conversations.DeleteAsync(command.Cid, command.Playbook, cancellationToken);
}
