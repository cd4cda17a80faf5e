using Dapper;
using Miner.Application.Ports;
using Miner.Infrastructure;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Transfer;
using Miner.Operator.Data;
using Miner.Testing;

namespace Miner.Operator.Tests.Data;

[TestFixture, Category("NeedsPackages")]
internal sealed class StoreCopyTests : DataFixture
{
    private const string Entry = """
        INSERT INTO playbook_entries (id, cid, insight_type, key, value, operation, source_feedback, confidence_score, created_at,
                                      updated_at, version, is_active, tags, extra_data, helpful, harmful)
        VALUES
        """;

    private PostgresServer _server = null!;

    [OneTimeSetUp]
    public async Task StartServer() => _server = await PostgresServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopServer() => await _server.DisposeAsync();

    [TestCase("sqlite", "sqlite")]
    [TestCase("sqlite", "postgres")]
    [TestCase("postgres", "postgres")]
    public async Task Run_ThereAndBack_GivesEveryRowWithItsIdAndTheNextIds(string first, string second)
    {
        MakeSource();
        var (there, beyond) = (Empty(first), Empty(second));

        var out1 = await CopyAsync(Storage, there);
        var out2 = await CopyAsync(there, beyond);
        var back = await CopyAsync(beyond, At("back.db"));

        Assert.That(out1.Tables.Select(table => (table.Name, table.Rows)), Is.EqualTo(new[]
        {
            ("conversations", 3L), ("messages", 6L), ("playbook_entries", 2L), ("playbook_feedback", 1L), ("playbook_audit", 1L),
        }));
        Assert.That(out2.Tables, Is.EqualTo(out1.Tables), "checksums");
        Assert.That(back.Tables, Is.EqualTo(out1.Tables), "checksums");
        Assert.That(Rows("back.db"), Is.EqualTo(Rows("data/miner_api.db")));
        using var connection = Connect("back.db");
        connection.Execute($"{Entry} (NULL, 'a', 'fact', 'next', 'v', 'insert', '', 1, 1, 1, 1, 1, '[]', NULL, 0, 0)");
        Assert.That(connection.ExecuteScalar<long>("SELECT id FROM playbook_entries WHERE key = 'next'"), Is.EqualTo(100), "99 was given");
    }

    [Test]
    public async Task Run_ToPostgres_LeavesIdsForWhatTheMinerStoresNext()
    {
        MakeSource();
        var name = _server.CreateDatabase();

        await CopyAsync(Storage, Parse(_server.Url(name)));

        await using var connection = _server.Connect(name);
        var message = await connection.ExecuteScalarAsync<long>(
            "INSERT INTO messages (cid, role, timestamp, content) VALUES ('é', 'user', 1, 'next') RETURNING id");
        Assert.That(message, Is.EqualTo(7));
        Assert.That(await connection.ExecuteScalarAsync<bool>("SELECT is_active FROM playbook_entries WHERE id = 8"), Is.False);
    }

    [Test]
    public async Task Run_OfMoreThanABatch_KeepsOrderAndCount()
    {
        MakeDatabase("data/miner_api.db", 0, "a");
        AddMessages(9_000);

        var there = Empty("postgres");
        var out1 = await CopyAsync(Storage, there);
        await CopyAsync(there, At("back.db"));

        Assert.That(out1.Tables[1].Rows, Is.EqualTo(2 + 2_998));
        Assert.That(Rows("back.db"), Is.EqualTo(Rows("data/miner_api.db")));
    }

    [TestCase("sqlite")]
    [TestCase("postgres")]
    public async Task Run_IntoAStoreThatHoldsSomething_WantsToBeToldToReplaceIt(string kind)
    {
        MakeSource();
        MakeDatabase("other.db", 0, "other");
        var target = Empty(kind);
        await CopyAsync(At("other.db"), target);

        Assert.That(() => CopyAsync(Storage, target), Throws.TypeOf<OperatorException>().With.Message.Contains("--replace"));
        await CopyAsync(target, At("kept.db"));
        Assert.That(Cids("kept.db"), Is.EqualTo(new[] { "other" }));

        await CopyAsync(Storage, target, replace: true);
        await CopyAsync(target, At("replaced.db"));
        Assert.That(Rows("replaced.db"), Is.EqualTo(Rows("data/miner_api.db")));
    }

    [TestCase("sqlite")]
    [TestCase("postgres")]
    public async Task Run_OfAStoreThatIsWrittenTo_UndoesTheCopy(string kind)
    {
        MakeSource();
        AddMessages(60_000);
        var source = Empty(kind);
        await CopyAsync(Storage, source);
        var target = At("target.db");
        await using (var reading = await StoreSessions.OpenAsync(source, StoreAccess.Read, TimeProvider.System, Token))
        {
            var before = await reading.ExtentAsync(StoreTable.Messages, Token);
            await AddPairAsync(source);
            Assert.That(await reading.ExtentAsync(StoreTable.Messages, Token), Is.EqualTo(before), "one state");
        }

        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await AddPairAsync(source);
                begun.TrySetResult();
            }
        });
        await begun.Task;
        try
        {
            Assert.That(() => CopyAsync(source, target), Throws.TypeOf<OperatorException>().With.Message.Contains("stop the miner"));
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }

        Assert.That(File.Exists(InFolder("target.db")), Is.False);
        await CopyAsync(source, target);
    }

    [Test]
    public async Task Run_IntoAStoreThatIsServed_IsRefused()
    {
        MakeSource();
        MakeDatabase("served.db", 0);
        using var miner = Connect("served.db");
        miner.Execute("SELECT 1 FROM sqlite_schema");

        Assert.That(() => CopyAsync(Storage, At("served.db")), Throws.TypeOf<StorageException>().With.Message.Contains("in use"));

        var target = Empty("postgres");
        await CopyAsync(Storage, target);
        await using var served = await StoreSessions.OpenAsync(target, StoreAccess.Read, TimeProvider.System, Token);
        Assert.That(() => CopyAsync(Storage, target, replace: true), Throws.TypeOf<StorageException>().With.Message.Contains("in use"));
    }

    [TestCase("PRAGMA user_version = 1", "has schema version 1")]
    [TestCase("PRAGMA user_version = 99", "has schema version 99")]
    [TestCase("PRAGMA user_version = 0", "no database of this program")]
    public void Run_OfAnotherSchema_SaysSoAndMakesNothing(string change, string reason)
    {
        MakeSource();
        using (var connection = Connect("data/miner_api.db")) connection.Execute(change);

        Assert.That(() => CopyAsync(Storage, At("new.db")), Throws.TypeOf<StorageException>().With.Message.Contains(reason));
        Assert.That(File.Exists(InFolder("new.db")), Is.False);
    }

    [Test]
    public void Run_OfStoresThatCannotBe_SaysWhy()
    {
        MakeSource();
        File.CreateSymbolicLink(InFolder("same.db"), Database);

        Assert.That(() => CopyAsync(At("missing.db"), Storage), Throws.TypeOf<StorageException>().With.Message.Contains("is not there"));
        Assert.That(
            () => CopyAsync(Storage, At("same.db")), Throws.TypeOf<OperatorException>().With.Message.Contains("the source and the target"));
        Assert.That(
            () => CopyAsync(Storage, Parse($"postgresql://u:secret@127.0.0.1:{UnusedPort.Find()}/d")),
            Throws.TypeOf<StorageException>().With.Message.Contains("reached").And.Message.Not.Contains("secret"));
        Assert.That(
            () => CopyAsync(Parse(_server.Url(_server.CreateDatabase())), Storage),
            Throws.TypeOf<StorageException>().With.Message.Contains("holds no tables of this program"));
    }

    private static Task<StoreCopyReport> CopyAsync(StorageOptions from, StorageOptions to, bool replace = false) =>
        new StoreCopy(TimeProvider.System).RunAsync(from, to, replace, Token);

    private static StorageOptions Parse(string url) =>
        DatabaseUrl.TryParse(url, out var options, out var error) ? options : throw new ArgumentException(error, nameof(url));

    private StorageOptions At(string name) => new() { SqlitePath = InFolder(name) };

    private StorageOptions Empty(string kind) =>
        kind == "sqlite" ? At($"{Path.GetRandomFileName()}.db") : Parse(_server.Url(_server.CreateDatabase()));

    /// <summary>With a gap in the ids, an entry that is deleted, an id that was given and is gone, and text of all kinds.</summary>
    private void MakeSource()
    {
        MakeDatabase("data/miner_api.db", 0, "é", "Z", "a");
        using var connection = Connect("data/miner_api.db");
        connection.Execute($"""
            UPDATE messages SET content = '😀 "quoted" ' || char(10) || content, origin = 'model' WHERE id = 2;
            {Entry} (7, 'a', 'fact', 'k', 'v', 'update', 'words', 0.1, 1, 2, 3, 1, '["t"]', NULL, 4, 5),
                    (8, 'a', 'fact', 'gone', 'v', 'delete', 'words', 0.30000000000000004, 1, 2, 3, 0, '[]', '{"{}"}', 0, 0),
                    (99, 'a', 'fact', 'never', 'v', 'delete', '', 1, 1, 2, 3, 0, '[]', NULL, 0, 0);
            DELETE FROM playbook_entries WHERE id = 99;
            INSERT INTO playbook_feedback VALUES (5, 'a', 1, 'feedback', '');
            INSERT INTO playbook_audit (id, feedback_id, outcome, confidence_score) VALUES (6, 5, 'none', NULL);
            """);
    }

    private void AddMessages(int lastId)
    {
        using var connection = Connect("data/miner_api.db");
        connection.Execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 3 FROM n WHERE i < @lastId)
            INSERT INTO messages (id, cid, role, timestamp, content) SELECT i, 'a', 'user', 99999 - i, hex(zeroblob(i % 1000)) FROM n
            """,
            new { lastId });
    }

    private static async Task AddPairAsync(StorageOptions storage)
    {
        const string sql = "INSERT INTO messages (cid, role, timestamp, content) VALUES ('a', 'user', 2, 'q'), ('a', 'assistant', 2, 'a')";
        if (storage.Postgres is null)
        {
            await using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={storage.SqlitePath};Pooling=False");
            await file.ExecuteAsync(sql);
            return;
        }

        await using var server = new Npgsql.NpgsqlConnection(
            $"Host=127.0.0.1;Port={storage.Postgres.ToString().Split(':')[^1].Split('/')[0]};Username={PostgresServer.User};"
                + $"Password='{PostgresServer.Password}';Database={storage.Postgres.ToString().Split('/')[^1]}");
        await server.ExecuteAsync(sql);
    }

    private IReadOnlyList<string> Rows(string name)
    {
        using var connection = Connect(name);
        return
        [
            .. StoreTable.All.SelectMany(table => connection.Query($"SELECT * FROM {table.Name} ORDER BY {table.Key}")
                .Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values))),
        ];
    }
}
