using System.Diagnostics;
using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary>A miner that moves from its file to PostgreSQL and back.</summary>
[TestFixture]
internal sealed class CopyTests : MinerProcessFixture
{
    private const string SqliteUrl = "sqlite:///./data/miner_api.db";

    private static readonly (string Name, string Value) Unlimited = ("RATE_LIMIT_ENABLED", "false");

    private PostgresServer _server = null!;

    [OneTimeSetUp]
    public async Task StartServer() => _server = await PostgresServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopServer() => await _server.DisposeAsync();

    [Test]
    public async Task Copy_OfAMinerThatMoves_LosesNothingThatWasAnswered()
    {
        var url = _server.Url(_server.CreateDatabase());
        var answered = 0;
        await using (var miner = StartMiner(Unlimited))
        {
            using var client = await miner.ConnectAsync();
            using var load = new CallerLoad(client);
            await load.FirstAsync();

            // Where no answer is stored while it lasts, there is nothing to refuse.
            var refused = await RunAsync(["copy", "--from", SqliteUrl, "--to", url]);
            for (var round = 0; round < 20 && refused.ExitCode == 0; round++)
                refused = await RunAsync(["copy", "--from", SqliteUrl, "--to", url, "--replace"]);

            Assert.That(refused.ExitCode, Is.EqualTo(1));
            Assert.That(
                refused.Error,
                Does.Contain("was written to meanwhile: stop the miner").And.Contain("Nothing was copied").And.Not.Contain("p@ss"));
            answered = await load.EndAsync();
            Assert.That(await miner.TerminateAsync(), Is.Zero);
        }

        var there = await RunAsync(["copy", "--from", SqliteUrl, "--to", url, "--replace", "--json"]);
        Assert.That(there.ExitCode, Is.Zero, there.Error);
        var tables = JsonNode.Parse(there.Output)!["tables"]!;
        Assert.That((int)tables[1]!["rows"]!, Is.EqualTo(2 * answered));

        await using (var moved = StartMiner(Unlimited, ("DATABASE_URL", url)))
        {
            using var client = await moved.ConnectAsync();
            await CallerLoad.AskAsync(client, "on PostgreSQL");
            Assert.That(await CountAsync(client), Is.EqualTo(answered + 1));
            var served = await RunAsync(["copy", "--from", SqliteUrl, "--to", url, "--replace"]);
            Assert.That(served.Error, Does.Contain("is in use: stop the miner"));
            Assert.That(await moved.TerminateAsync(), Is.Zero);
        }

        var full = await RunAsync(["copy", "--from", url, "--to", SqliteUrl]);
        Assert.That(full.Error, Does.Contain("is not empty").And.Contain("--replace"));
        var back = await RunAsync(["copy", "--from", url, "--to", SqliteUrl, "--replace"]);
        Assert.That(back.ExitCode, Is.Zero, back.Error);
        await using var again = StartMiner();
        using var caller = await again.ConnectAsync();
        Assert.That(await CountAsync(caller), Is.EqualTo(answered + 1));
    }

    [Test]
    public async Task PgDump_AsTheGuideSays_RestoresWhatThereWasThen()
    {
        var url = _server.Url(_server.CreateDatabase());
        var commands = Guide.Block("moving.md", "Backup", 1).Trim().Split('\n')
            .Select(command => command.Replace("/var/backups", Folder.FullName, StringComparison.Ordinal)).ToArray();
        await using (var miner = StartMiner(("DATABASE_URL", url)))
        {
            using var client = await miner.ConnectAsync();
            await CallerLoad.AskAsync(client, "before");
            await ShellAsync(commands[0], url);
            await CallerLoad.AskAsync(client, "after");
            Assert.That(await miner.TerminateAsync(), Is.Zero);
        }

        await ShellAsync(commands[1], url);
        await using var restored = StartMiner(("DATABASE_URL", url));
        using var again = await restored.ConnectAsync();
        await CallerLoad.AskAsync(again, "next");

        Assert.That(await CountAsync(again), Is.EqualTo(2));
    }

    [TestCase("backup")]
    [TestCase("restore")]
    public async Task FileVerb_WhereTheStoreIsPostgres_NamesTheProgramThatDoesIt(string verb)
    {
        var result = await RunAsync([verb, "file.db"], new Dictionary<string, string> { ["DATABASE_URL"] = "postgresql://u:secret@h/d" });

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("pg_dump").And.Not.Contain("secret"));
    }

    [TestCase("mysql://h/d", "--from: Only SQLite and PostgreSQL are supported")]
    [TestCase("", "--from must not be empty")]
    public async Task Copy_OfAnAddressThatIsNone_SaysSo(string from, string expected)
    {
        var result = await RunAsync(["copy", "--from", from, "--to", SqliteUrl]);

        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Error, Does.Contain(expected));
    }

    private static async Task<int> CountAsync(HttpClient client) =>
        (int)JsonNode.Parse(await client.GetStringAsync(new Uri("/conversations?limit=1", UriKind.Relative)))!["total_conversations"]!;

    private async Task ShellAsync(string command, string url)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = Folder.FullName, RedirectStandardError = true };
        start.Environment["DATABASE_URL"] = url;
        using var shell = Process.Start(start)!;
        var error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.That(shell.ExitCode, Is.Zero, $"{command}\n{error}");
    }
}
