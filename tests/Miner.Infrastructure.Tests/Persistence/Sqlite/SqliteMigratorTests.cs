using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

internal sealed class SqliteMigratorTests : SqliteFixture
{
    private const uint Nobody = 65_534;

    [Test]
    public void Migrate_WhenTheFolderIsMissing_MakesItAndTheSchema()
    {
        var file = Path.Combine(Folder, "a", "b c", "é#?.db");

        using var store = Migrated(file);

        Assert.That(System.IO.File.Exists(file));
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        Assert.That(connection.ExecuteScalar<long>("PRAGMA user_version"), Is.EqualTo(SqliteSchema.LatestVersion));
        Assert.That(connection.ExecuteScalar<string>("PRAGMA journal_mode"), Is.EqualTo("wal"));
    }

    [Test]
    public async Task Migrate_WhenRunAgain_KeepsWhatIsThere()
    {
        await AppendAsync("cid");

        Migrator.Migrate();

        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(1));
    }

    [Test]
    public async Task Migrate_WhenTheFileIsOfTheFirstVersion_KeepsItsEntriesWithCountsOfNone()
    {
        using var store = Migrated(FileOf(
            ["001_initial"],
            """
            INSERT INTO playbook_entries VALUES (7, 'cid', 'fact', 'name', 'Ada', 'insert', 'words', 0.9, 1, 2, 3, 1, '["tag"]', NULL);
            """));

        var backup = Directory.GetFiles(Folder, "earlier.db.v1-20300102T030405Z-*").Single();
        using (var before = new SqliteConnection($"Data Source={backup};Pooling=False"))
        {
            Assert.That(before.ExecuteScalar<long>("PRAGMA user_version"), Is.EqualTo(1));
            Assert.That(before.ExecuteScalar<string>("SELECT value FROM playbook_entries"), Is.EqualTo("Ada"));
        }

        var entry = (await store.Playbooks.ListAsync("cid", null, Token)).Single();
        Assert.That(
            (entry.Id, entry.Key, entry.Value, entry.Version, entry.Helpful, entry.Harmful),
            Is.EqualTo((7L, "name", "Ada", 3, 0, 0)));
        await store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.Insert("name", "Ada")), Token);
        Assert.That((await store.Playbooks.ListAsync("cid", null, Token)).Single().Helpful, Is.EqualTo(1));
    }

    [Test]
    public async Task Migrate_WhenTheFileIsOfTheSecondVersion_KeepsItsMessagesFromNobodyKnown()
    {
        using var store = Migrated(FileOf(
            ["001_initial", "002_playbook_counts"],
            """
            INSERT INTO conversations VALUES ('cid', 1893553445000000, 1893553445000000);
            INSERT INTO messages VALUES (7, 'cid', 'user', 1893553445000000, 'Who?'), (8, 'cid', 'assistant', 1893553445000000, 'Ada');
            """));

        await store.Conversations.AppendAsync("cid", Exchange("Why?", "So."), Token);

        var messages = (await store.Conversations.FindAsync("cid", Token))!.Messages;
        Assert.That(messages.Select(message => (message.Content, message.Origin)), Is.EqualTo(new[]
        {
            ("Who?", MessageOrigin.Unknown), ("Ada", MessageOrigin.Unknown),
            ("Why?", MessageOrigin.Caller), ("So.", MessageOrigin.Model),
        }));
    }

    [Test]
    public void Migrate_WhenTheFileIsNewOrOfThisVersion_CopiesNothing()
    {
        Migrator.Migrate();

        Assert.That(Directory.GetFiles(Folder, "miner.db.v*"), Is.Empty);
    }

    [Test]
    public async Task Migrate_WhenTwoProcessesStartAtOnce_GivesBothTheSchema()
    {
        var file = Path.Combine(Folder, "new.db");

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrated(file), Token)));

        foreach (var store in stores)
        {
            Assert.That(await store.Conversations.CountAsync(Token), Is.Zero);
            store.Dispose();
        }
    }

    [Test]
    public async Task Migrate_WhenTheFileIsOfTheThirdVersion_CountsItsConversations()
    {
        var now = Time.GetUtcNow().ToUnixTimeMilliseconds() * 1_000;
        using var store = Migrated(FileOf(
            ["001_initial", "002_playbook_counts", "003_message_origin"],
            $"INSERT INTO conversations VALUES ('a', 0, {now}), ('b', 0, {now}), ('past its days', 0, 0);"));

        Assert.That(await store.Conversations.CountAsync(Token), Is.EqualTo(2));
    }

    [Test]
    public void Migrate_WhenTheFileIsOfANewerProgram_RefusesAndLeavesItAlone()
    {
        Execute("PRAGMA user_version = 99");

        Assert.That(
            () => Migrated(File),
            Throws.InstanceOf<StorageException>().With.Message.Contains("schema version 99").And.Message.Contains(File));
        Assert.That(Scalar<long>("PRAGMA user_version"), Is.EqualTo(99));
    }

    [Test]
    public void Migrate_WhenTheFileIsOfAnotherProgram_RefusesAndLeavesItAlone()
    {
        Execute("PRAGMA user_version = 0");

        Assert.That(() => Migrated(File), Throws.InstanceOf<StorageException>().With.Message.Contains("another program"));
        Assert.That(Scalar<long>("PRAGMA user_version"), Is.Zero);
    }

    [Test]
    public void Migrate_WhenTheFileIsTheOriginalMiners_TellsItFromOtherPrograms()
    {
        var file = Path.Combine(Folder, "original.db");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Execute("""
                CREATE TABLE conversations (id INTEGER PRIMARY KEY, cid VARCHAR(100), message_count INTEGER);
                CREATE TABLE messages (id INTEGER PRIMARY KEY, conversation_id INTEGER);
                CREATE TABLE playbook_entries (id INTEGER PRIMARY KEY, insight_type VARCHAR(50));
                CREATE TABLE playbook_operations (id INTEGER PRIMARY KEY, extracted_data JSON);
                """);
        }

        Assert.That(
            () => Migrated(file),
            Throws.InstanceOf<StorageException>().With.InnerException.TypeOf<OriginalDatabaseException>()
                .With.InnerException.Property(nameof(OriginalDatabaseException.DatabaseFile)).EqualTo(file));
    }

    [Test]
    public void Migrate_WhenTheFileIsNoDatabase_Refuses()
    {
        var file = Path.Combine(Folder, "notes.txt");
        System.IO.File.WriteAllText(file, string.Concat(Enumerable.Repeat("no database at all\n", 100)));

        Assert.That(() => Migrated(file), Throws.InstanceOf<StorageException>().With.Message.Contains("no SQLite database"));
    }

    [TestCase("miner.db/x.db", "folder")]
    [TestCase(".", "opened")]
    public void Migrate_WhenThePathCannotBe_SaysWhy(string path, string reason) =>
        Assert.That(() => Migrated(Path.Combine(Folder, path)), Throws.InstanceOf<StorageException>().With.Message.Contains(reason));

    [Test]
    public void Migrate_WhenTheFileIsLocked_SaysSo()
    {
        var file = Path.Combine(Folder, "empty.db");
        using var shell = new SqliteConnection($"Data Source={file};Pooling=False");
        shell.Open();
        shell.Execute("BEGIN EXCLUSIVE");

        Assert.That(() => Migrated(file), Throws.InstanceOf<StorageException>().With.Message.Contains("locked"));
    }

    [Test]
    public void StartAsync_OfAHost_WhenTheDatabaseIsRefused_FailsBeforeAnythingElseStarts()
    {
        Execute("PRAGMA user_version = 99");
        var builder = new HostApplicationBuilder();
        builder.Logging.ClearProviders();
        var started = false;
        builder.Services
            .AddHostedService(_ => new Probe(() => started = true))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(Policy)
            .AddSingleton<StorageLog>()
            .AddSqlite(new StorageOptions { SqlitePath = File });
        using var host = builder.Build();

        Assert.That(() => host.StartAsync(Token), Throws.InstanceOf<StorageException>());
        Assert.That(started, Is.False);
    }

    [Test]
    [Platform("Linux"), SupportedOSPlatform("linux")]
    public void Migrate_WhenTheFileMayOnlyBeRead_RefusesIt()
    {
        Store.Dispose();
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        System.IO.File.SetUnixFileMode(Folder, (UnixFileMode)Convert.ToInt32("777", 8));
        try
        {
            _ = SetFileSystemUser(Nobody);
            Assert.That(() => Migrated(File), Throws.InstanceOf<StorageException>().With.Message.Contains("only be read"));
        }
        finally
        {
            _ = SetFileSystemUser(GetUser());
        }
    }

    /// <summary>A file of an earlier version, made from the scripts up to it.</summary>
    private string FileOf(string[] scripts, string rows)
    {
        var file = Path.Combine(Folder, "earlier.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var name in scripts)
        {
            using var script = new StreamReader(
                typeof(SqliteMigrator).Assembly.GetManifestResourceStream($"{typeof(SqliteMigrator).Namespace}.Schema.{name}.sql")!);
            connection.Execute(script.ReadToEnd());
        }

        connection.Execute($"{rows}; PRAGMA user_version = {scripts.Length}");
        return file;
    }

    private TestStore Migrated(string file)
    {
        var store = On(file);
        try
        {
            store.Starting<SqliteMigrator>().Migrate();
            return store;
        }
        catch (StorageException)
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Whom this thread opens files as, where it may choose: root may write to any file.</summary>
    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(uint user);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint GetUser();

    private sealed class Probe(Action started) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            started();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
