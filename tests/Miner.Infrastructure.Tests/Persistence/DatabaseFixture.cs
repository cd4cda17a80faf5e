using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Miner.Domain.Conversations;

namespace Miner.Infrastructure.Tests.Persistence;

/// <summary>A folder of its own for each test, with a database in it and a clock that stands still.</summary>
internal abstract class DatabaseFixture
{
    private readonly List<TestStore> _stores = [];
    private DirectoryInfo _folder = null!;

    protected static readonly HistoryPolicy Policy = new(
        MaxMessages: 10,
        MaxAge: TimeSpan.FromDays(7),
        ContextMessages: 5,
        ContextTokens: 3_000);

    protected static CancellationToken Token => TestContext.CurrentContext.CancellationToken;

    protected string Folder => _folder.FullName;

    protected string File => Path.Combine(Folder, "miner.db");

    protected FakeTimeProvider Time { get; private set; } = null!;

    /// <summary>The store that each test begins with.</summary>
    protected TestStore Store => _stores[0];

    [SetUp]
    public void CreateDatabase()
    {
        _folder = Directory.CreateTempSubdirectory("miner-storage-");
        Time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(6_789_010));
        Open();
    }

    [TearDown]
    public void RemoveDatabase()
    {
        foreach (var store in _stores) store.Dispose();
        _stores.Clear();
        _folder.Delete(recursive: true);
    }

    /// <summary>Another store on the same file, disposed of with the test.</summary>
    protected TestStore Open(HistoryPolicy? policy = null)
    {
        var store = new TestStore(File, policy ?? Policy, Time);
        _stores.Add(store);
        store.Migrator.Migrate();
        return store;
    }

    protected Exchange Exchange(string user, string assistant = "answer") =>
        Domain.Conversations.Exchange.Create(user, [], assistant, Time.GetUtcNow(), MessageOrigin.Model)!;

    protected Task AppendAsync(string cid, string user = "question") => Store.Conversations.AppendAsync(cid, Exchange(user), Token);

    /// <summary>A connection past the store, as an operator's shell would open.</summary>
    protected SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }

    protected T Scalar<T>(string sql)
    {
        using var connection = Connect();
        return connection.ExecuteScalar<T>(sql)!;
    }

    protected void Execute(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }
}
