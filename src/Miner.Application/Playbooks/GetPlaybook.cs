using MediatR;
using Miner.Application.Ports;
using Miner.Domain.Playbooks;

namespace Miner.Application.Playbooks;

/// <summary>The active playbook entries of a conversation, of one type or of all.</summary>
public sealed record GetPlaybookQuery(string Cid, InsightType? Type) : IRequest<IReadOnlyList<PlaybookEntry>>;

internal sealed class GetPlaybookHandler(IPlaybookRepository playbooks) : IRequestHandler<GetPlaybookQuery, IReadOnlyList<PlaybookEntry>>
{
    public Task<IReadOnlyList<PlaybookEntry>> Handle(GetPlaybookQuery query, CancellationToken cancellationToken) =>
        playbooks.ListAsync(query.Cid, query.Type, cancellationToken);
}
