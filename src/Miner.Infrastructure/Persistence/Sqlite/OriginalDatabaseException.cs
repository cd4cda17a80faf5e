namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>Where the miner's database is to be, there is that of the original miner, written in Python.</summary>
/// <param name="file">The whole path.</param>
public sealed class OriginalDatabaseException(string file) : Exception("The file holds the original miner's tables.")
{
    public string DatabaseFile { get; } = file;
}
