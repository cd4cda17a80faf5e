namespace Miner.Application.Recording;

/// <summary>
/// Keeps the calls that have ended, in memory. Those without a right key are kept apart, in a tenth of the place, so that no stranger can
/// push out what callers did. Safe for use by several threads.
/// </summary>
public sealed class CallRecorder(RecordingOptions options, TimeProvider time)
{
    private const int StrangersShare = 10;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _secrets = new(options.Secrets, StringComparer.Ordinal);
    private volatile SecretMask _mask = new(options.Secrets);
    private readonly CallQueue _callers = new(options.Calls, options.MaxBytes - (options.MaxBytes / StrangersShare));
    private readonly CallQueue _strangers = new(Math.Max(1, options.Calls / StrangersShare), options.MaxBytes / StrangersShare);
    private long _number;

    public RecordingOptions Options => options;

    /// <summary>Starts to record what the caller does from here on; it must be ended, or is lost.</summary>
    public CallRecord Begin(string traceId) => CallRecord.Begin(traceId, time);

    /// <summary>Masks these from now on, too: those of before may still be quoted.</summary>
    public void Hide(IEnumerable<string> secrets)
    {
        lock (_lock)
        {
            _secrets.UnionWith(secrets);
            _mask = new SecretMask(_secrets);
        }
    }

    /// <summary>Ends a record and keeps it.</summary>
    public void Keep(CallRecord record, CallOutcome outcome)
    {
        var notes = record.End();
        var mask = _mask;
        var summary = CallSummaryBuilder.Of(record, outcome, notes, mask);
        var detail = RecordedCall.Pack(new CallDetailBuilder(notes, new CallTexts(mask)).Build());
        lock (_lock) (outcome.Key is null ? _strangers : _callers).Add(new RecordedCall(summary with { Number = ++_number }, detail));
    }

    /// <summary>Forgets all calls.</summary>
    /// <returns>How many there were.</returns>
    public int Clear()
    {
        lock (_lock)
        {
            var count = _callers.Count + _strangers.Count;
            _callers.Clear();
            _strangers.Clear();
            return count;
        }
    }

    /// <summary>How many are kept, and what they take in memory, in bytes.</summary>
    public (int Calls, long Bytes) Size()
    {
        lock (_lock) return (_callers.Count + _strangers.Count, _callers.Bytes + _strangers.Bytes);
    }

    /// <summary>The newest first.</summary>
    internal IReadOnlyList<RecordedCall> Calls()
    {
        RecordedCall[] callers, strangers;
        lock (_lock) (callers, strangers) = (_callers.ToArray(), _strangers.ToArray());
        var all = new RecordedCall[callers.Length + strangers.Length];
        var (caller, stranger) = (callers.Length - 1, strangers.Length - 1);
        for (var i = 0; i < all.Length; i++)
        {
            var isCaller = stranger < 0 || (caller >= 0 && callers[caller].Summary.Number > strangers[stranger].Summary.Number);
            all[i] = isCaller ? callers[caller--] : strangers[stranger--];
        }

        return all;
    }
}
