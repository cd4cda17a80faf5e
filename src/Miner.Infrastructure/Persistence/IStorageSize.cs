namespace Miner.Infrastructure.Persistence;

/// <summary>How much room the store takes.</summary>
internal interface IStorageSize
{
    /// <summary>What is stored takes so much on the disk, or null when that is not known. Never waits.</summary>
    long? SizeInBytes();
}
