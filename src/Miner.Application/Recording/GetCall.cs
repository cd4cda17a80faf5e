using MediatR;

namespace Miner.Application.Recording;

/// <summary>A recorded call with all that happened in it: of those of one trace, the one of a number, or the newest.</summary>
public sealed record GetCallQuery(string TraceId, long? Number) : IRequest<DetailedCall?>;

public sealed record DetailedCall(CallSummary Summary, CallDetail Detail);

internal sealed class GetCallHandler(CallRecorder recorder) : IRequestHandler<GetCallQuery, DetailedCall?>
{
    public Task<DetailedCall?> Handle(GetCallQuery query, CancellationToken cancellationToken)
    {
        var call = recorder.Calls().FirstOrDefault(call =>
            call.Summary.TraceId == query.TraceId && (query.Number is null || query.Number == call.Summary.Number));
        return Task.FromResult(call is null ? null : new DetailedCall(call.Summary, call.Detail()));
    }
}
