using System.Data.Common;
using Microsoft.Data.Sqlite;
using Miner.Infrastructure.Persistence;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

/// <summary>A file in a folder of its own.</summary>
internal sealed class SqliteTestDatabase : ITestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-storage-");

    public string Folder => _folder.FullName;

    public string File => Path.Combine(Folder, "miner.db");

    public StorageOptions Options => new() { SqlitePath = File, BusyTimeout = TimeSpan.FromMilliseconds(100) };

    public DbConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
