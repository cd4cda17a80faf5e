namespace Miner.Application.Ports;

/// <summary>What the store has failed to do, and what becomes of it.</summary>
public interface IStorageStatus
{
    StorageStatus Read();
}

/// <param name="Pending">Pairs of answered requests that wait in memory to be stored.</param>
/// <param name="Lost">Pairs that were given up since the start, because too many waited.</param>
/// <param name="ReadsFail">Whether a read failed within the last minute.</param>
public sealed record StorageStatus(int Pending, long Lost, bool ReadsFail)
{
    /// <summary>Nothing waits, and nothing failed lately.</summary>
    public bool IsSound => Pending == 0 && !ReadsFail;

    public static StorageStatus operator +(StorageStatus one, StorageStatus other) =>
        new(one.Pending + other.Pending, one.Lost + other.Lost, one.ReadsFail || other.ReadsFail);
}
