using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite.PowerCut;

/// <summary>
/// The power goes at any moment: everything is dropped that SQLite had not flushed by then, or any part of it. What the store had
/// acknowledged is there all the same, and the file is whole.
/// </summary>
[Platform("Linux"), Category("Long")]
internal sealed class PowerCutTests : SqliteFixture
{
    private const int Callers = 8;
    private const int PairsEach = 25;
    private const int Cuts = 40;

    /// <summary>Enough for several checkpoints, which move what the log holds into the file.</summary>
    private static readonly string Text = new('x', 20_000);

    [Test]
    public async Task PowerCut_AtAnyMoment_LosesNoAcknowledgedPairOrLesson()
    {
        var log = new DiskLog();
        var acknowledged = await RecordAsync(log);
        var random = new Random(20_300_102);
        var moments = Enumerable.Range(0, Cuts).Select(_ => random.Next(log.Position)).Append(log.Position).Order().ToList();

        foreach (var (moment, disk) in log.StatesAt(moments))
        {
            foreach (var luck in new[] { null, new Random(moment) })
            {
                using var found = new Survivor(disk, luck);
                var (conversations, lessons) = found.Read();
                var due = acknowledged.Where(write => write.Position <= moment).Select(write => write.Cid).ToList();

                Assert.That(due.Except(conversations), Is.Empty, $"conversations, cut at {moment} of {log.Position}");
                Assert.That(due.Except(lessons), Is.Empty, $"lessons, cut at {moment} of {log.Position}");
            }
        }

        Assert.That(acknowledged, Has.Count.EqualTo(Callers * PairsEach));
        Assert.That(log.Flushes, Is.GreaterThan(PairsEach), "each caller waits for its own");
    }

    /// <summary>The measure itself: SQLite promises no durability in the one mode, and the cut shows it.</summary>
    [TestCase("NORMAL", 0)]
    [TestCase("FULL", 1)]
    public void PowerCut_AfterACommit_LeavesItWhereItWasFlushed(string synchronous, int left)
    {
        var log = new DiskLog();
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "recorded")).FullName;
        using (new RecordingVfs(folder, log))
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "miner.db")};Pooling=False");
            connection.Open();
            connection.Execute($"""
                PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous};
                CREATE TABLE conversations (cid TEXT); CREATE TABLE playbook_entries (cid TEXT)
                """);
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            connection.Execute("INSERT INTO conversations VALUES ('committed')");
            var moment = log.Position;

            using var found = new Survivor(log.StatesAt([moment]).Single().State, luck: null);
            Assert.That(found.Read().Conversations, Has.Count.EqualTo(left));
        }
    }

    /// <summary>Runs the store under load, and gives what it acknowledged, each with how far the disk was by then.</summary>
    private async Task<IReadOnlyCollection<(string Cid, int Position)>> RecordAsync(DiskLog log)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "recorded")).FullName;
        var acknowledged = new ConcurrentQueue<(string, int)>();
        using (new RecordingVfs(folder, log))
        {
            using var store = On(Path.Combine(folder, "miner.db"));
            store.Starting<SqliteMigrator>().Migrate();
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
            {
                for (var i = 0; i < PairsEach; i++)
                {
                    var cid = $"{caller}-{i}";
                    await store.Conversations.AppendAsync(cid, Exchange(cid, Text), Token);
                    await store.Playbooks.LearnAsync(cid, Lessons.Applying(Lessons.Insert("key")), Token);
                    acknowledged.Enqueue((cid, log.Position));
                }
            })));
        }

        return acknowledged;
    }

    /// <summary>The files after the power is back.</summary>
    private sealed class Survivor : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-power-cut-");

        public Survivor(DiskState disk, Random? luck) => disk.WriteTo(_folder.FullName, luck);

        public (IReadOnlyList<string> Conversations, IReadOnlyList<string> Lessons) Read()
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "miner.db")};Pooling=False");
            connection.Open();
            Assert.That(connection.ExecuteScalar<string>("PRAGMA integrity_check"), Is.EqualTo("ok"));
            var tables = connection.ExecuteScalar<int>(
                "SELECT COUNT(*) FROM sqlite_schema WHERE name IN ('conversations', 'playbook_entries')");
            // The power may go before the first version of the schema is there.
            return tables < 2 ? ([], []) : (All("conversations"), All("playbook_entries"));

            IReadOnlyList<string> All(string table) => [.. connection.Query<string>($"SELECT cid FROM {table}")];
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
