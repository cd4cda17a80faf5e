using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Miner.EndToEnd.Tests;

/// <summary>What <c>docs/operations.md</c> tells an operator to type, typed.</summary>
[TestFixture]
internal sealed class OperationsGuideTests : MinerProcessFixture
{
    [Test]
    public async Task Backup_OfARunningMiner_RestoresWhatThereWasThen()
    {
        var (backup, restore) = (Guide.Block("Backup and restore", 0), Guide.Block("Backup and restore", 1));
        await using (var miner = StartMiner())
        {
            using var client = await miner.ConnectAsync();
            await AskAsync(client, "before");
            Assert.That(await RunAsync(backup), Does.Contain("data/backup.db").And.Contain("checked"));
            await AskAsync(client, "after");

            // Its log stays behind, as after a power cut.
            await miner.KillAsync();
        }

        await RunAsync(restore);
        await using var restored = StartMiner();
        using var again = await restored.ConnectAsync();

        Assert.That(await ConversationsAsync(again), Is.EqualTo(new[] { "before" }));
    }

    [Test]
    public async Task Stats_AskedForAsTheGuideSays_AreThere()
    {
        await using var miner = StartMiner();
        using var client = await miner.ConnectAsync();
        await AskAsync(client, "one");

        var stats = JsonNode.Parse(await RunAsync(Guide.Block("Watching", 0).Replace("8001", Port(client), StringComparison.Ordinal)))!;

        Assert.That((int)stats["successes"]!, Is.EqualTo(1));
        foreach (
            var field in new[]
            {
                "epm",
                "latency_ms",
                "components",
                "upstreams",
                "tokens",
                "samples",
                "security",
                "storage_bytes",
                "storage",
                "minutes",
            }
        )
        {
            Assert.That(stats[field], Is.Not.Null, field);
            Assert.That(Guide.Text, Does.Contain($"`{field}").Or.Contain($", `{field}`"), field);
        }
    }

    /// <summary>What the commands write, all of which must succeed.</summary>
    private async Task<string> RunAsync(string commands)
    {
        commands = commands.Replace("sample-miner ", $"{Repository.ApiProgram} ", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", commands])
        {
            WorkingDirectory = Folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["API_KEY"] = Key;
        using var shell = Process.Start(start)!;
        var error = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.That(shell.ExitCode, Is.Zero, $"{commands}\n{await error}");
        return output;
    }

    private static async Task AskAsync(HttpClient client, string cid)
    {
        using var response = await client.PostAsJsonAsync(
            "/complete", new { cid, task = "Answer", input = new[] { new { user_query = "What is 6*7?" } } });
        response.EnsureSuccessStatusCode();
    }

    private static async Task<IEnumerable<string>> ConversationsAsync(HttpClient client) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri("/conversations", UriKind.Relative)))!["conversations"]!.AsArray()
            .Select(conversation => conversation!["cid"]!.ToString());

    private static string Port(HttpClient client) => client.BaseAddress!.Port.ToString(CultureInfo.InvariantCulture);
}
