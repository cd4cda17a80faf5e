namespace Miner.Application.Recording;

/// <summary>
/// A request while it is recorded: what happens in it, in order. Whoever does something worth knowing says so with
/// <c>CallRecord.Current?.Note(new ...)</c>, which is nothing but a look where nothing is recorded. Safe for use by several threads.
/// </summary>
public sealed class CallRecord
{
    /// <summary>No request comes near it: what happens beyond is left out.</summary>
    public const int MostNotes = 5_000;

    private static readonly AsyncLocal<CallRecord?> Ambient = new();

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly long _started;
    private List<TimedNote>? _notes = [];

    private CallRecord(string traceId, TimeProvider time) =>
        (TraceId, _time, _started, StartedAt) = (traceId, time, time.GetTimestamp(), time.GetUtcNow());

    /// <summary>The record of the request that is worked on, or null where it is not recorded.</summary>
    public static CallRecord? Current => Ambient.Value;

    public string TraceId { get; }

    public DateTimeOffset StartedAt { get; }

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>Records all that the caller, and what it calls and awaits, does from here on.</summary>
    public static CallRecord Begin(string traceId, TimeProvider time)
    {
        var record = new CallRecord(traceId, time);
        Ambient.Value = record;
        return record;
    }

    public void Note(CallNote note)
    {
        lock (_lock)
        {
            if (_notes is { Count: < MostNotes }) _notes.Add(new TimedNote(Elapsed, note));
        }
    }

    /// <summary>All that was noted. What was given up may outlive its request: it is noted no longer.</summary>
    internal IReadOnlyList<TimedNote> End()
    {
        lock (_lock)
        {
            var notes = _notes ?? [];
            _notes = null;
            return notes;
        }
    }
}

/// <param name="At">Since the record began.</param>
internal readonly record struct TimedNote(TimeSpan At, CallNote Note)
{
    /// <summary>The milliseconds that a recorded call tells of <paramref name="time"/>.</summary>
    public static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);
}
