using System.Buffers;
using MediatR;

namespace Miner.Application.Recording;

/// <summary>Which recorded calls are listed; what is null is not asked for.</summary>
/// <param name="Component">A component's name.</param>
/// <param name="Flag">One that it must carry.</param>
/// <param name="Failed">Whether it failed.</param>
/// <param name="Text">What must stand in one of its texts, whatever its case.</param>
public sealed record CallFilter(string? Component = null, CallFlag? Flag = null, bool? Failed = null, string? Text = null)
{
    private readonly SearchValues<string>? _text =
        string.IsNullOrEmpty(Text) ? null : SearchValues.Create([Text], StringComparison.OrdinalIgnoreCase);

    public bool Lets(CallSummary call) =>
        (Component is null || call.Component == Component)
        && (Flag is not { } flag || call.Flags.Contains(flag))
        && (Failed is not { } failed || failed == call.Error is not null)
        && (_text is null || call.Holds(_text));
}

/// <summary>Recorded calls, the newest or the slowest first.</summary>
public sealed record ListCallsQuery(CallFilter Filter, bool SlowestFirst, int Limit, int Offset) : IRequest<CallPage>;

/// <param name="Total">How many the filter lets through, on all pages.</param>
/// <param name="Recorded">How many are kept.</param>
/// <param name="Bytes">What they take in memory.</param>
public sealed record CallPage(int Total, IReadOnlyList<CallSummary> Calls, int Recorded, long Bytes, RecordingOptions Options);

internal sealed class ListCallsHandler(CallRecorder recorder) : IRequestHandler<ListCallsQuery, CallPage>
{
    public Task<CallPage> Handle(ListCallsQuery query, CancellationToken cancellationToken)
    {
        var found = new List<CallSummary>();
        foreach (var call in recorder.Calls())
        {
            if (query.Filter.Lets(call.Summary)) found.Add(call.Summary);
        }

        var inOrder = query.SlowestFirst ? found.OrderByDescending(call => call.Milliseconds) : (IEnumerable<CallSummary>)found;
        var (recorded, bytes) = recorder.Size();
        return Task.FromResult(new CallPage(
            found.Count, [.. inOrder.Skip(query.Offset).Take(query.Limit)], recorded, bytes, recorder.Options));
    }
}
