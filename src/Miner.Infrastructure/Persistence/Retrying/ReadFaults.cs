using Miner.Application.Ports;

namespace Miner.Infrastructure.Persistence.Retrying;

/// <summary>When a read of the store last failed.</summary>
internal sealed class ReadFaults(TimeProvider time)
{
    /// <summary>Where only some of what is stored is damaged, reads of the rest succeed in between: a fault counts for a while.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private const long None = -1;

    private long _last = None;

    public bool Recent => Interlocked.Read(ref _last) is var last and not None && time.GetElapsedTime(last) < Memory;

    /// <summary>A store that is away is asked anew by whoever wants to know, and need not be remembered.</summary>
    public void Add(StorageException failure)
    {
        if (!failure.IsAway) Interlocked.Exchange(ref _last, time.GetTimestamp());
    }

    /// <summary>Notes where <paramref name="read"/> fails.</summary>
    public async Task<T> WatchAsync<T>(Task<T> read)
    {
        try
        {
            return await read;
        }
        catch (StorageException failure)
        {
            Add(failure);
            throw;
        }
    }
}
