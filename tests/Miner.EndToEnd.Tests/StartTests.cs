using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Miner.EndToEnd.Tests;

/// <summary>What somebody meets who starts the miner for the first time, and what an operator meets who starts it wrongly.</summary>
[TestFixture]
internal sealed class StartTests : MinerProcessFixture
{
    [Test]
    public async Task DotnetRun_WithNothingButPortsConfigured_PrintsACallThatWorksAsItIs()
    {
        // The ports alone are set, because 8001 and 7860 may be taken; by .env, because it must be read from the folder where the command
        // is typed.
        await File.WriteAllTextAsync(InFolder(".env"), "PORT=0\nUI_PORT=0\n");
        await using var miner = MinerProcess.DotnetRun(Folder.FullName);
        using var client = await miner.ConnectAsync();
        using var health = await client.GetAsync(new Uri("/health", UriKind.Relative));
        var call = miner.Output.Split('\n').Single(line => line.StartsWith("curl ", StringComparison.Ordinal));

        var answer = JsonNode.Parse(await RunAsync(call))!;

        Assert.Multiple(() =>
        {
            Assert.That(answer["output"]!["immediate_response"]!.ToString(), Does.Contain("42"));
            Assert.That(File.Exists(Path.Combine(Folder.FullName, "data", "miner_api.db")), Is.True);
            Assert.That((int)health.StatusCode, Is.EqualTo(200));
        });
        Assert.That(JsonNode.Parse(await health.Content.ReadAsStringAsync())!["llm_provider"]!.ToString(), Is.EqualTo("offline"));
    }

    [Test]
    public async Task Start_WithAFileAndTheEnvironment_LetsTheEnvironmentWin()
    {
        await File.WriteAllTextAsync(
            InFolder(".env"),
            "PORT=abc\nMINER_NAME=\"from file\"\nAPI_KEY=file-key\nENVIRONMENT=production\nLLM_PROVIDER=offline\n");
        await using var miner = Start(new Dictionary<string, string> { ["PORT"] = "0", ["API_KEY"] = "environment-key" });
        using var client = await miner.ConnectAsync("environment-key");

        var capabilities = JsonNode.Parse(await client.GetStringAsync(new Uri("/capabilities", UriKind.Relative)))!;

        Assert.That(capabilities["miner_name"]!.ToString(), Is.EqualTo("from file"));
    }

    [Test]
    public async Task Start_OfAPublishedBuildWithNothingConfigured_IsRefused()
    {
        await using var miner = Start(new Dictionary<string, string>());

        Assert.That(await miner.ExitAsync(), Is.EqualTo(2));
        Assert.That(
            miner.Output,
            Does.Contain("API_KEY is required in production").And.Contain("No model is configured").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Start_WithWrongSettings_ListsThemAll()
    {
        await using var miner = StartMiner(("PORT", "abc"), ("LLM_PROVIDER", "gemini"), ("DATABASE_URL", "mysql://u:secret@h/d"));

        Assert.That(await miner.ExitAsync(), Is.EqualTo(2));
        Assert.That(
            miner.Output,
            Does.Contain("PORT must").And.Contain("LLM_PROVIDER must").And.Contain("PostgreSQL").And.Not.Contain("secret"));
    }

    [Test]
    public async Task Start_WhenThePortIsTaken_SaysSoInOneSentence()
    {
        await using var first = StartMiner();
        var port = (await first.AddressAsync()).Port;
        await using var second = MinerProcess.Serving(Folder.CreateSubdirectory("second").FullName, ("PORT", $"{port}"));

        Assert.That(await second.ExitAsync(), Is.EqualTo(1));
        Assert.That(second.Output.Split('\n'), Has.Some.Matches<string>(line =>
                line.StartsWith("Failed to bind", StringComparison.Ordinal)
                && line.Contains("address already in use. Stop what listens there, or set PORT.", StringComparison.Ordinal)));
        Assert.That(second.Output, Does.Not.Contain("   at ").And.Not.Contain("Exception"));
    }

    [TestCase("203.0.113.1", "0")] // documentation's own (RFC 5737): no machine has it
    public async Task Start_WhenTheAddressIsNotThisMachines_SaysSoInOneSentence(string host, string port)
    {
        await using var miner = StartMiner(("HOST", host), ("PORT", port));

        Assert.That(await miner.ExitAsync(), Is.EqualTo(1));
        Assert.That(miner.Output, Does.Contain($"http://{host}:{port}").And.Not.Contain("   at ").And.Not.Contain("Exception"));
    }

    [Test]
    public async Task Start_OfAPublishedBuild_WatchesNoFolder()
    {
        await using var miner = StartMiner();
        using var client = await miner.ConnectAsync();

        var files = miner.OpenFiles();

        Assert.That(files, Has.Some.StartWith("socket:"));
        Assert.That(files, Has.None.Contain("inotify"));
    }

    [Test]
    public async Task Start_WhenTheDatabaseIsNone_SaysSoInOneSentence()
    {
        await File.WriteAllTextAsync(InFolder("notes.db"), "This is a text, and no database.");
        await using var miner = StartMiner(("DATABASE_URL", "sqlite:///notes.db"));

        Assert.That(await miner.ExitAsync(), Is.EqualTo(1));
        Assert.That(miner.Output, Does.Contain("no SQLite database").And.Not.Contain("   at ").And.Not.Contain("Exception"));
    }

    private static async Task<string> RunAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output;
    }
}
