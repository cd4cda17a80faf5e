using System.Diagnostics;
using Miner.Application.Telemetry;

namespace Miner.Application.Recording;

/// <summary>
/// Notes the steps of recorded requests' traces. What belongs to no recorded request is not even started for its sake.
/// </summary>
public sealed class SpanRecorder : IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == MinerActivity.SourceName,
        Sample = (ref _) => CallRecord.Current is null ? ActivitySamplingResult.None : ActivitySamplingResult.AllData,
        ActivityStarted = activity => CallRecord.Current?.Note(new SpanStartNote(activity)),
        ActivityStopped = activity => CallRecord.Current?.Note(new SpanEndNote(activity)),
    };

    public void Listen() => ActivitySource.AddActivityListener(_listener);

    public void Dispose() => _listener.Dispose();
}
