namespace Miner.Application.Recording;

/// <summary>The newest calls, within a number and within a number of bytes. Not safe for use by several threads.</summary>
internal sealed class CallQueue(int most, long mostBytes)
{
    private readonly Queue<RecordedCall> _calls = new();

    public int Count => _calls.Count;

    public long Bytes { get; private set; }

    /// <summary>Adds the newest, and drops the oldest as long as there are too many; a call that is too large alone is not kept.</summary>
    public void Add(RecordedCall call)
    {
        if (call.Bytes > mostBytes) return;
        _calls.Enqueue(call);
        Bytes += call.Bytes;
        while (_calls.Count > most || Bytes > mostBytes) Bytes -= _calls.Dequeue().Bytes;
    }

    /// <summary>The oldest first.</summary>
    public RecordedCall[] ToArray() => _calls.ToArray();

    public void Clear()
    {
        _calls.Clear();
        _calls.TrimExcess();
        Bytes = 0;
    }
}
