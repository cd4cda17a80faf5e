namespace Miner.Infrastructure.Tests.Persistence.Sqlite.PowerCut;

/// <summary>What SQLite asked of the disk, in order: the only thing that a power cut can take from.</summary>
internal sealed class DiskLog
{
    private readonly List<DiskOperation> _operations = [];

    /// <summary>How much has been asked so far.</summary>
    public int Position
    {
        get
        {
            lock (_operations) return _operations.Count;
        }
    }

    /// <summary>How often a file was flushed.</summary>
    public int Flushes
    {
        get
        {
            lock (_operations) return _operations.Count(operation => operation is FlushOperation);
        }
    }

    public void Add(DiskOperation operation)
    {
        lock (_operations) _operations.Add(operation);
    }

    /// <summary>The disk as each of <paramref name="positions"/>, in order, finds it.</summary>
    public IEnumerable<(int Position, DiskState State)> StatesAt(IEnumerable<int> positions)
    {
        var state = new DiskState();
        var at = 0;
        foreach (var position in positions)
        {
            for (; at < position; at++) state.Apply(_operations[at]);
            yield return (position, state);
        }
    }
}

/// <param name="File">The whole path.</param>
internal abstract record DiskOperation(string File);

internal sealed record WriteOperation(string File, long Offset, byte[] Bytes) : DiskOperation(File);

internal sealed record TruncateOperation(string File, long Length) : DiskOperation(File);

internal sealed record FlushOperation(string File) : DiskOperation(File);

internal sealed record DeleteOperation(string File) : DiskOperation(File);
