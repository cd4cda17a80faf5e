using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Postgres;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

[Category("NeedsPackages")]
internal sealed class PostgresMigratorTests : PostgresFixture
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    private readonly List<string> _databases = [];

    [TearDown]
    public void DropDatabases()
    {
        foreach (var database in _databases) Server.DropDatabase(database);
        _databases.Clear();
    }

    [Test]
    public async Task Migrate_WhenTenMinersStartAtOnceOnAnEmptyDatabase_GivesAllTheSchema()
    {
        var url = Server.Url(Empty());
        var stores = Enumerable.Range(0, 10).Select(_ => At(url, Short)).ToList();

        await Task.WhenAll(stores.Select(store => MigrateAsync(store)));

        await Task.WhenAll(stores.Select((store, number) => store.Conversations.AppendAsync($"{number}", Exchange("question"), Token)));
        foreach (var store in stores) Assert.That(await store.Conversations.CountAsync(Token), Is.EqualTo(10));
    }

    [Test]
    public async Task Migrate_WhenRunAgain_KeepsWhatIsThere()
    {
        await AppendAsync("cid");

        await MigrateAsync(Open());

        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(1));
        Assert.That(
            Column<int>("SELECT version FROM miner_schema ORDER BY version"),
            Is.EqualTo(SchemaScript.ReadAll("Postgres").Select(script => script.Version)));
    }

    [Test]
    public async Task Migrate_WhenTheDatabaseIsOfAnEarlierVersion_KeepsWhatItHolds()
    {
        var database = Empty();
        using (var connection = Server.Connect(database))
        {
            connection.Execute(SchemaScript.ReadAll("Postgres")[0].Sql);
            connection.Execute("""
                CREATE TABLE miner_schema (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
                INSERT INTO miner_schema VALUES (1);
                INSERT INTO conversations VALUES ('cid', 1893553445000000, 1893553445000000);
                INSERT INTO messages VALUES (7, 'cid', 'user', 1893553445000000, 'Who?'), (8, 'cid', 'assistant', 1893553445000000, 'Ada');
                INSERT INTO playbook_entries
                VALUES (7, 'cid', 'fact', 'name', 'Ada', 'insert', 'words', 0.9, 1, 2, 3, true, '["tag"]', NULL)
                """);
        }

        var store = At(Server.Url(database), Short);
        await MigrateAsync(store);

        var context = await store.Conversations.ReadContextAsync("cid", messages: true, playbook: true, Token);
        Assert.That(
            context.Messages.Select(message => (message.Content, message.Origin)),
            Is.EqualTo([("Who?", MessageOrigin.Unknown), ("Ada", MessageOrigin.Unknown)]));
        Assert.That((context.Playbook.Single().Version, context.Playbook.Single().Helpful), Is.EqualTo((3, 0)));
    }

    [Test]
    public void Migrate_WhenTheDatabaseIsOfANewerProgram_RefusesAndLeavesItAlone()
    {
        Execute("INSERT INTO miner_schema VALUES (99)");

        Refuses(Url, "schema version 99");
    }

    [Test]
    public void Migrate_WhenTheDatabaseIsOfAnotherProgram_RefusesAndLeavesItAlone()
    {
        var database = Empty();
        using (var connection = Server.Connect(database)) connection.Execute("CREATE TABLE messages (text text)");

        Refuses(Server.Url(database), "another program");

        using var shell = Server.Connect(database);
        Assert.That(shell.ExecuteScalar<bool>("SELECT to_regclass('conversations') IS NULL"), Is.True);
    }

    [Test]
    public async Task Migrate_BesideTablesOfAnotherProgramWithOtherNames_MakesItsOwn()
    {
        var database = Empty();
        using (var connection = Server.Connect(database)) connection.Execute("CREATE TABLE posts (text text)");

        var store = At(Server.Url(database), Short);
        await MigrateAsync(store);

        Assert.That(await store.Conversations.CountAsync(Token), Is.Zero);
    }

    [Test]
    public void Migrate_WhenTheDatabaseHoldsNoUnicode_Refuses()
    {
        using (var connection = Server.Connect("postgres"))
            connection.Execute("CREATE DATABASE test_latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
        _databases.Add("test_latin");

        Refuses(Server.Url("test_latin"), "UTF8");
    }

    [Test]
    public void Migrate_WhenThePasswordIsWrong_RefusesWithoutRepeatingIt() =>
        Refuses(Url.Replace(Uri.EscapeDataString(PostgresServer.Password), "wrong-secret", StringComparison.Ordinal), "password");

    [Test]
    public void Migrate_WithoutThePasswordThatIsWanted_SaysWhereItMayStand() =>
        Refuses(Url.Replace($":{Uri.EscapeDataString(PostgresServer.Password)}@", "@", StringComparison.Ordinal), "PGPASSWORD");

    [Test]
    public void Migrate_WhenTheUserMayNotLogIn_SaysWhereToLook()
    {
        Execute("DROP ROLE IF EXISTS nobody; CREATE ROLE nobody NOLOGIN PASSWORD 'wrong-secret'");
        var url = Url.Replace(
            $"{PostgresServer.User}:{Uri.EscapeDataString(PostgresServer.Password)}", "nobody:wrong-secret", StringComparison.Ordinal);

        Refuses(url, "pg_hba.conf");
    }

    [Test]
    public void Migrate_WhenThereIsNoSuchDatabase_SaysSo() => Refuses(Server.Url("nowhere"), "no database of this name");

    [Test]
    public void Migrate_WhenTheUserMayNotMakeTables_SaysSo()
    {
        var database = Empty();
        using (var connection = Server.Connect(database))
        {
            connection.Execute("""
                DROP ROLE IF EXISTS reader;
                CREATE ROLE reader LOGIN PASSWORD 'reader';
                REVOKE CREATE ON SCHEMA public FROM PUBLIC
                """);
        }

        Refuses(
            Server.Url(database).Replace(
                $"{PostgresServer.User}:{Uri.EscapeDataString(PostgresServer.Password)}", "reader:reader", StringComparison.Ordinal),
            "may not do");
    }

    [Test]
    public async Task Start_WhileTheServerIsAway_GoesOnWithoutItAndMakesTheSchemaOnceItIsThere()
    {
        var database = Empty();
        await Server.StopAsync();
        var store = At(Server.Url(database), Short);
        await MigrateAsync(store);
        Assert.That(store.Conversations.IsWritable, Is.False);
        Assert.That(() => store.Conversations.CountAsync(Token), Throws.InstanceOf<StorageException>());

        await Server.StartAgainAsync();
        await UntilStoredAsync(store);

        Assert.That(store.Conversations.IsWritable, Is.True);
    }

    [Test]
    public void StartAsync_OfAHost_WhenTheDatabaseIsRefused_Fails()
    {
        Execute("INSERT INTO miner_schema VALUES (99)");
        var builder = new HostApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(Policy)
            .AddSingleton<StorageLog>()
            .AddStore(TestDatabase.Options);
        using var host = builder.Build();

        Assert.That(() => host.StartAsync(Token), Throws.InstanceOf<StorageException>());
    }

    private static Task MigrateAsync(TestStore store) => store.Starting<PostgresMigrator>().MigrateAsync(Token);

    private void Refuses(string url, string reason)
    {
        var store = At(url, Short);

        var failure = Assert.CatchAsync<StorageException>(() => MigrateAsync(store));

        Assert.That(failure!.Message, Does.Contain(reason));
        Assert.That(failure.ToString(), Does.Not.Contain("wrong-secret").And.Not.Contain(PostgresServer.Password));
    }

    private string Empty()
    {
        var database = Server.CreateDatabase();
        _databases.Add(database);
        return database;
    }
}
