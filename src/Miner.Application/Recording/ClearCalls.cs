using MediatR;

namespace Miner.Application.Recording;

/// <summary>Forgets all recorded calls, and gives how many there were.</summary>
public sealed record ClearCallsCommand : IRequest<int>;

internal sealed class ClearCallsHandler(CallRecorder recorder) : IRequestHandler<ClearCallsCommand, int>
{
    public Task<int> Handle(ClearCallsCommand command, CancellationToken cancellationToken) => Task.FromResult(recorder.Clear());
}
