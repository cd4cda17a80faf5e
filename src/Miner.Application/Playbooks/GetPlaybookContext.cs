using MediatR;
using Miner.Application.Ports;
using Miner.Domain.Playbooks;

namespace Miner.Application.Playbooks;

/// <summary>The playbook of a conversation as a model reads it.</summary>
public sealed record GetPlaybookContextQuery(string Cid) : IRequest<PlaybookContextReport>;

/// <param name="Text">Empty when there are no entries.</param>
/// <param name="Entries">The entries that <paramref name="Text"/> shows, in the order of <see cref="PlaybookContext.Rank"/>.</param>
/// <param name="TotalEntries">How many entries are active.</param>
public sealed record PlaybookContextReport(string Text, IReadOnlyList<PlaybookEntry> Entries, int TotalEntries);

internal sealed class GetPlaybookContextHandler(IPlaybookRepository playbooks, PlaybookPolicy policy)
    : IRequestHandler<GetPlaybookContextQuery, PlaybookContextReport>
{
    public async Task<PlaybookContextReport> Handle(GetPlaybookContextQuery query, CancellationToken cancellationToken)
    {
        var entries = await playbooks.ListAsync(query.Cid, type: null, cancellationToken);
        var shown = policy.ForModel(entries);
        return new PlaybookContextReport(PlaybookContext.Format(shown), shown, entries.Count);
    }
}
