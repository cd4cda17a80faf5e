using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary><c>backup</c> and <c>restore</c>, beside a miner that answers all the while.</summary>
[TestFixture]
internal sealed class BackupTests : MinerProcessFixture
{
    private const int Callers = 4;

    private static readonly (string Name, string Value) Unlimited = ("RATE_LIMIT_ENABLED", "false");

    [Test]
    public async Task Backup_OfAMinerUnderLoad_HoldsWhatWasAnsweredBeforeAndNoHalfPair()
    {
        await using var miner = StartMiner(Unlimited);
        using var client = await miner.ConnectAsync();
        await AskAsync(client, "before");
        using var load = new Load(client);

        for (var number = 1; number <= 3; number++)
        {
            var answered = load.Answered;
            var result = await RunAsync(["backup", $"{number}.db", "--json"]);

            Assert.That(result.ExitCode, Is.Zero, result.Error);
            var report = JsonNode.Parse(result.Output)!;
            var stored = Read($"{number}.db");
            Assert.That(stored, Does.ContainKey("before").WithValue(2));
            Assert.That(stored.Values, Has.All.EqualTo(2), "pairs");
            Assert.That(stored, Has.Count.GreaterThanOrEqualTo(answered));
            Assert.That((int)report["conversations"]!, Is.EqualTo(stored.Count));
            Assert.That(report["file"]!.ToString(), Is.EqualTo(InFolder($"{number}.db")));
            Assert.That(File.Exists(InFolder($"{number}.db-wal")), Is.False);
            if (!OperatingSystem.IsWindows())
                Assert.That(
                    File.GetUnixFileMode(InFolder($"{number}.db")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        Assert.That(await load.EndAsync(), Is.GreaterThan(Callers), "answers while backups were made");
        Assert.That(Directory.GetFiles(Folder.FullName, ".*"), Is.Empty, "drafts");
    }

    [Test]
    public async Task Backup_OverAFileThatIsThere_LeavesItAlone()
    {
        await using var miner = StartMiner();
        await miner.AddressAsync();
        await File.WriteAllTextAsync(InFolder("precious"), "text");

        var result = await RunAsync(["backup", "precious"]);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("is there already, and is not replaced"));
        Assert.That(await File.ReadAllTextAsync(InFolder("precious")), Is.EqualTo("text"));
    }

    [Test]
    public async Task Restore_UnderLoad_IsRefusedUntilTheMinerIsStopped()
    {
        await using (var miner = StartMiner(Unlimited))
        {
            using var client = await miner.ConnectAsync();
            await AskAsync(client, "before");
            Assert.That((await RunAsync(["backup", "backup.db"])).ExitCode, Is.Zero);
            using var load = new Load(client);
            await load.FirstAsync();

            var refused = await RunAsync(["restore", "backup.db"]);

            Assert.That(refused.ExitCode, Is.EqualTo(1));
            Assert.That(refused.Error, Does.Contain("is in use: stop the miner"));
            Assert.That(await load.EndAsync(), Is.Positive);
            // Its log stays behind, as after a power cut.
            await miner.KillAsync();
        }

        Assert.That(File.Exists(InFolder("data/miner_api.db-wal")), Is.True);
        var restored = await RunAsync(["restore", "backup.db", "--json"]);
        var replaced = JsonNode.Parse(restored.Output)!["replaced"]!.ToString();

        Assert.That(restored.ExitCode, Is.Zero, restored.Error);
        Assert.That(Read("data/miner_api.db").Keys, Is.EqualTo(new[] { "before" }));
        Assert.That(Read(replaced), Has.Count.GreaterThan(1).And.ContainKey("before"));
        Assert.That(Directory.GetFiles(InFolder("data")), Is.EquivalentTo(new[] { InFolder("data/miner_api.db"), replaced }));
        await using var again = StartMiner();
        using var next = await again.ConnectAsync();
        var conversations = JsonNode.Parse(await next.GetStringAsync(new Uri("/conversations", UriKind.Relative)))!["conversations"]!;
        Assert.That(conversations.AsArray().Select(conversation => conversation!["cid"]!.ToString()), Is.EqualTo(new[] { "before" }));
    }

    [Test]
    public async Task Restore_BesideAMinerThatWasAskedNothing_IsRefused()
    {
        await using (var first = StartMiner())
        {
            await first.AddressAsync();
            Assert.That((await RunAsync(["backup", "backup.db"])).ExitCode, Is.Zero);
            await first.TerminateAsync();
        }

        await using var idle = StartMiner();
        await idle.AddressAsync();

        var result = await RunAsync(["restore", "backup.db"]);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("is in use"));
    }

    /// <summary>How many messages each conversation has.</summary>
    private Dictionary<string, long> Read(string file)
    {
        using var connection = new SqliteConnection($"Data Source={InFolder(file)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT cid, COUNT(*) FROM messages GROUP BY cid ORDER BY cid";
        using var reader = command.ExecuteReader();
        var counts = new Dictionary<string, long>();
        while (reader.Read()) counts.Add(reader.GetString(0), reader.GetInt64(1));
        return counts;
    }

    private static async Task AskAsync(HttpClient client, string cid)
    {
        using var response = await client.PostAsJsonAsync(
            "/complete", new { cid, task = "Answer", input = new[] { new { user_query = "What is 6*7?" } } });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Callers that ask one question after the other, each of a conversation of its own.</summary>
    private sealed class Load : IDisposable
    {
        private readonly CancellationTokenSource _ending = new();
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task _callers;
        private int _answered;

        public Load(HttpClient client) => _callers = Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => AskAsync(client, caller)));

        public int Answered => Volatile.Read(ref _answered);

        public Task FirstAsync() => _first.Task;

        /// <summary>How many answers there were, once the last is there.</summary>
        public async Task<int> EndAsync()
        {
            await _ending.CancelAsync();
            await _callers;
            return Answered;
        }

        public void Dispose() => _ending.Dispose();

        private async Task AskAsync(HttpClient client, int caller)
        {
            for (var number = 0; !_ending.IsCancellationRequested; number++)
            {
                await BackupTests.AskAsync(client, $"load-{caller}-{number}");
                Interlocked.Increment(ref _answered);
                _first.TrySetResult();
            }
        }
    }
}
