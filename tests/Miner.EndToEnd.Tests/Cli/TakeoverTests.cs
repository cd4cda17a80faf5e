using System.Diagnostics;
using System.Text.Json.Nodes;
using Miner.Testing.Original;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary>A miner that is started where the original was, with its <c>.env</c> and on its database.</summary>
[TestFixture]
internal sealed class TakeoverTests : MinerProcessFixture
{
    private const string Database = "data/miner_api.db";

    [TestCase(false)]
    [TestCase(true)]
    public async Task Serve_WhereTheOriginalWas_TellsTheCommandsThatTakeItOver(bool withLog)
    {
        Folder.CreateSubdirectory("data");
        await OriginalMiner.MakeDatabaseAsync(InFolder(Database), TimeProvider.System.GetUtcNow(), withLog);
        await File.WriteAllTextAsync(
            InFolder(".env"),
            $"export ENVIRONMENT=staging\nexport API_KEY='{Key}'\nLLM_PROVIDER=offline\nHOST=127.0.0.1\nPORT=0\nDATABASE_POOL_SIZE=20\n");

        var refused = await RunAsync([]);
        Assert.That(refused.ExitCode, Is.EqualTo(1));
        Assert.That(refused.Error, Does.Contain("the original miner's").And.Not.Contain("   at "));
        var itself = await RunAsync(["import", Database]);
        Assert.That(itself.ExitCode, Is.EqualTo(1));
        Assert.That(Commands(itself.Error), Is.EqualTo(Commands(refused.Error)));
        foreach (var command in Commands(refused.Error)) await RunAsync(command);

        await using var miner = Start(new Dictionary<string, string>());
        using var client = await miner.ConnectAsync();
        var plain = await GetAsync(client, "/conversations/plain");
        var playbook = await GetAsync(client, "/playbook/plain");
        Assert.That((int)plain["message_count"]!, Is.EqualTo(4));
        Assert.That((int)playbook["entry_count"]!, Is.EqualTo(3));
        Assert.That((int)(await GetAsync(client, "/conversations/logged"))["message_count"]!, Is.EqualTo(withLog ? 2 : 0));
    }

    [Test]
    public async Task Import_AsJson_TellsCounts()
    {
        await OriginalMiner.MakeDatabaseAsync(InFolder("old.db"), TimeProvider.System.GetUtcNow());

        var told = await RunAsync(["import", "old.db", "--dry-run", "--json"]);
        var done = await RunAsync(["import", "old.db", "--json"]);

        var report = JsonNode.Parse(done.Output)!;
        Assert.That(done.ExitCode, Is.Zero, done.Error);
        Assert.That((int)report["messages"]!, Is.EqualTo(28));
        Assert.That((int)report["left_out"]![0]!["count"]!, Is.Positive);
        Assert.That(JsonNode.Parse(told.Output)!["messages"]!.ToJsonString(), Is.EqualTo(report["messages"]!.ToJsonString()));
    }

    [Test]
    public async Task Import_OfNoDatabase_EndsWithOneSentence()
    {
        await File.WriteAllTextAsync(InFolder("notes.txt"), "This is a text, and no database.");

        var result = await RunAsync(["import", "notes.txt"]);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Is.EqualTo($"notes.txt is no SQLite database.{Environment.NewLine}"));
        Assert.That(Folder.GetDirectories(), Is.Empty);
    }

    private static List<string> Commands(string error) =>
        [.. error.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim())];

    private async Task RunAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = Folder.FullName, RedirectStandardOutput = true };
        using var shell = Process.Start(start)!;
        await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.That(shell.ExitCode, Is.Zero, command);
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;
}
