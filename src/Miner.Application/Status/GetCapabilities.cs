using MediatR;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Domain.Conversations;

namespace Miner.Application.Status;

/// <summary>What the miner offers, for the orchestrator.</summary>
public sealed record GetCapabilitiesQuery : IRequest<Capabilities>;

public sealed record Capabilities(ChatModelDescription Model, HistoryPolicy History, bool InternetSearch);

internal sealed class GetCapabilitiesHandler(ModelChoice models, HistoryPolicy history, IWebSearch search)
    : IRequestHandler<GetCapabilitiesQuery, Capabilities>
{
    public Task<Capabilities> Handle(GetCapabilitiesQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new Capabilities(models.Description, history, search.Unavailable is null));
}
