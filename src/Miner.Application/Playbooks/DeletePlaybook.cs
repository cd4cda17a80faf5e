using MediatR;
using Miner.Application.Ports;

namespace Miner.Application.Playbooks;

/// <summary>Forgets what is known of a conversation's user. False when there was nothing to forget.</summary>
public sealed record DeletePlaybookCommand(string Cid) : IRequest<bool>;

internal sealed class DeletePlaybookHandler(IPlaybookRepository playbooks) : IRequestHandler<DeletePlaybookCommand, bool>
{
    public Task<bool> Handle(DeletePlaybookCommand command, CancellationToken cancellationToken) =>
        playbooks.DeleteAsync(command.Cid, cancellationToken);
}
