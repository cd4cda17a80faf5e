using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Operator.Tests.Data;

/// <summary>A folder of the test's own, with databases in it.</summary>
internal abstract class DataFixture
{
    private DirectoryInfo _folder = null!;

    protected static CancellationToken Token => TestContext.CurrentContext.CancellationToken;

    protected string Database => InFolder("data/miner_api.db");

    protected StorageOptions Storage => new() { SqlitePath = Database };

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-data-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    protected string InFolder(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The names of all files in the folder and below, in order.</summary>
    protected IEnumerable<string> Files() => _folder.EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder.FullName, file.FullName))
        .Order(StringComparer.Ordinal);

    protected SqliteConnection Connect(string name)
    {
        var connection = new SqliteConnection($"Data Source={InFolder(name)};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }

    /// <summary>A miner's database with one pair of messages for each of <paramref name="cids"/>.</summary>
    /// <param name="version">Of its schema; the latest where it is 0.</param>
    protected void MakeDatabase(string name, int version, params IEnumerable<string> cids)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(InFolder(name))!);
        using var connection = Connect(name);
        connection.Execute("PRAGMA journal_mode = WAL");
        foreach (var script in Scripts().Take(version == 0 ? int.MaxValue : version)) connection.Execute(script);
        connection.Execute($"PRAGMA user_version = {(version == 0 ? SqliteSchema.LatestVersion : version)}");
        foreach (var cid in cids) AddPair(connection, cid);
    }

    protected static void AddPair(SqliteConnection connection, string cid) => connection.Execute(
        """
        INSERT INTO conversations (cid, created_at, last_activity) VALUES (@cid, 1, 1);
        INSERT INTO messages (cid, role, timestamp, content) VALUES (@cid, 'user', 1, 'question'), (@cid, 'assistant', 1, 'answer');
        """,
        new { cid });

    protected IEnumerable<string> Cids(string name)
    {
        using var connection = Connect(name);
        return connection.Query<string>("SELECT cid FROM conversations ORDER BY cid").ToList();
    }

    private static IEnumerable<string> Scripts()
    {
        var assembly = typeof(SqliteSchema).Assembly;
        foreach (
            var name in assembly.GetManifestResourceNames()
                .Where(name => name.Contains(".Sqlite.Schema.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
