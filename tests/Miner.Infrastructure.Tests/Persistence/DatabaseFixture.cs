using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Tests.Persistence.Postgres;
using Miner.Infrastructure.Tests.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence;

/// <summary>A database of its own for each test, with a store on it and a clock that stands still.</summary>
internal abstract class DatabaseFixture(StoreKind kind)
{
    private readonly List<TestStore> _stores = [];

    internal static readonly HistoryPolicy Policy = new(
        MaxMessages: 10,
        MaxAge: TimeSpan.FromDays(7),
        ContextMessages: 5,
        ContextTokens: 3_000);

    protected static CancellationToken Token => TestContext.CurrentContext.CancellationToken;

    protected StoreKind Kind => kind;

    protected ITestDatabase TestDatabase { get; private set; } = null!;

    protected FakeTimeProvider Time { get; private set; } = null!;

    /// <summary>The store that each test begins with.</summary>
    protected TestStore Store => _stores[0];

    [SetUp]
    public void CreateDatabase()
    {
        TestDatabase = kind == StoreKind.Postgres ? new PostgresTestDatabase() : new SqliteTestDatabase();
        Time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(6_789_010));
        Open();
    }

    [TearDown]
    public void RemoveDatabase()
    {
        foreach (var store in _stores) store.Dispose();
        _stores.Clear();
        TestDatabase.Dispose();
    }

    /// <summary>Another store on the same database, as another miner would have, disposed of with the test.</summary>
    protected TestStore Open(HistoryPolicy? policy = null)
    {
        var store = new TestStore(TestDatabase.Options, policy ?? Policy, Time);
        _stores.Add(store);
        if (kind == StoreKind.Sqlite) store.Starting<Infrastructure.Persistence.Sqlite.SqliteMigrator>().Migrate();
        return store;
    }

    protected Exchange Exchange(string user, string assistant = "answer") =>
        Domain.Conversations.Exchange.Create(user, [], assistant, Time.GetUtcNow(), MessageOrigin.Model)!;

    protected Task AppendAsync(string cid, string user = "question") => Store.Conversations.AppendAsync(cid, Exchange(user), Token);

    protected DbConnection Connect() => TestDatabase.Connect();

    protected T Scalar<T>(string sql)
    {
        using var connection = Connect();
        return connection.ExecuteScalar<T>(sql)!;
    }

    /// <summary>The first column of all rows.</summary>
    protected IReadOnlyList<T> Column<T>(string sql)
    {
        using var connection = Connect();
        return [.. connection.Query<T>(sql)];
    }

    protected void Execute(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }
}
