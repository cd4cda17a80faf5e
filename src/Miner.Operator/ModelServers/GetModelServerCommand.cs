using MediatR;

namespace Miner.Operator.ModelServers;

/// <summary>How a model server would be started here: the program and its arguments.</summary>
public sealed record GetModelServerCommandQuery(ModelServerOptions Options) : IRequest<IReadOnlyList<string>>;

internal sealed class GetModelServerCommandHandler(IModelServerLauncher launcher)
    : IRequestHandler<GetModelServerCommandQuery, IReadOnlyList<string>>
{
    public Task<IReadOnlyList<string>> Handle(GetModelServerCommandQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(launcher.Command(query.Options));
}
