using MediatR;
using Miner.Application.Ports;

namespace Miner.Application.Status;

/// <summary>How the miner has done since it started, for its operator.</summary>
public sealed record GetStatsQuery : IRequest<MinerStatistics>;

internal sealed class GetStatsHandler(IMinerStatistics statistics, IReplicas replicas) : IRequestHandler<GetStatsQuery, MinerStatistics>
{
    public Task<MinerStatistics> Handle(GetStatsQuery query, CancellationToken cancellationToken)
    {
        var own = statistics.Read();
        return Task.FromResult(own with { Replicas = own.Totals + replicas.Others });
    }
}
