namespace Miner.Application.Ports;

/// <summary>The store could not do what was asked: the disk is full, the file is locked by another program or damaged.</summary>
public sealed class StorageException(string message, Exception? innerException) : Exception(message, innerException)
{
    /// <summary>Whether the store is not there, rather than damaged: whoever asks next finds out whether it is back.</summary>
    public bool IsAway { get; init; }
}
