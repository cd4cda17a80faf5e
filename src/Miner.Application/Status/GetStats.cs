using MediatR;
using Miner.Application.Ports;

namespace Miner.Application.Status;

/// <summary>How the miner has done since it started, for its operator.</summary>
public sealed record GetStatsQuery : IRequest<MinerStatistics>;

internal sealed class GetStatsHandler(IMinerStatistics statistics) : IRequestHandler<GetStatsQuery, MinerStatistics>
{
    public Task<MinerStatistics> Handle(GetStatsQuery query, CancellationToken cancellationToken) => Task.FromResult(statistics.Read());
}
