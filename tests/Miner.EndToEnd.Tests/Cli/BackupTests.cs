using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary><c>backup</c> and <c>restore</c>, beside a miner that answers all the while.</summary>
[TestFixture]
internal sealed class BackupTests : MinerProcessFixture
{
    private static readonly (string Name, string Value) Unlimited = ("RATE_LIMIT_ENABLED", "false");

    [Test]
    public async Task Backup_OfAMinerUnderLoad_HoldsWhatWasAnsweredBeforeAndNoHalfPair()
    {
        await using var miner = StartMiner(Unlimited);
        using var client = await miner.ConnectAsync();
        await CallerLoad.AskAsync(client, "before");
        using var load = new CallerLoad(client);

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

        Assert.That(await load.EndAsync(), Is.GreaterThan(CallerLoad.Callers), "answers while backups were made");
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
            await CallerLoad.AskAsync(client, "before");
            Assert.That((await RunAsync(["backup", "backup.db"])).ExitCode, Is.Zero);
            using var load = new CallerLoad(client);
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
}
