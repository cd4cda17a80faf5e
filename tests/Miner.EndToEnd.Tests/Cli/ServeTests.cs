using System.Text.Json.Nodes;

namespace Miner.EndToEnd.Tests.Cli;

[TestFixture]
internal sealed class ServeTests : MinerProcessFixture
{
    private static readonly Dictionary<string, string> Configured = new()
    {
        ["API_KEY"] = "k",
        ["LLM_PROVIDER"] = "offline",
        ["PORT"] = "abc",
    };


    [Test]
    public async Task Serve_WithOptions_LetsThemWinOverTheEnvironment()
    {
        await using var miner = Start(Configured, "serve", "--host", "127.0.0.1", "--port", "0", "--MINER_NAME=named here");
        using var client = await miner.ConnectAsync("k");

        var capabilities = JsonNode.Parse(await client.GetStringAsync(new Uri("/capabilities", UriKind.Relative)))!;

        Assert.That(capabilities["miner_name"]!.ToString(), Is.EqualTo("named here"));
        Assert.That(miner.Output, Does.Contain("http://127.0.0.1:"));
        Assert.That(await miner.TerminateAsync(), Is.Zero);
    }

    [Test]
    public async Task Serve_WithOptionsOfTheOriginal_SaysThatTheyAreNotNeededAndServes()
    {
        await using var miner = Start(Configured, "--host", "127.0.0.1", "--port", "0", "--workers", "4", "--reload");
        using var client = await miner.ConnectAsync();
        using var health = await client.GetAsync(new Uri("/health", UriKind.Relative));

        Assert.That((int)health.StatusCode, Is.EqualTo(200));
        Assert.That(miner.Output, Does.Contain("one process uses all cores").And.Contain("dotnet watch"));
    }

    [Test]
    public async Task Serve_InProductionWithoutAKey_IsRefused()
    {
        var result = await RunAsync(
            ["serve", "--production"],
            new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["LLM_PROVIDER"] = "offline" });

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("API_KEY is required in production"));
    }

    [TestCase("srve")]
    [TestCase("--prot=8002")]
    public async Task Run_WithAnUnknownWord_NamesItAndStartsNothing(string word)
    {
        var result = await RunAsync([word], Configured);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(word.Split('=')[0]));
    }

    [Test]
    public async Task Help_OfAVerb_EndsWithExamples()
    {
        var result = await RunAsync(["serve", "--help"]);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(
            result.Output,
            Does.Contain("Examples:").And.Contain("serve --host 127.0.0.1 --port 8001").And.Not.Contain("additional arguments"));
    }

    [Test]
    public async Task Help_OfTheProgram_ListsTheVerbsWithAnExampleOfEach()
    {
        var result = await RunAsync(["--help"]);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain("--port").And.Not.Contain("--workers").And.Not.Contain("additional arguments").IgnoreCase);
        string[] verbs =
            ["serve", "config", "keygen", "sign", "verify", "health", "doctor", "evaluate", "vllm", "import", "backup", "restore", "copy"];
        foreach (var verb in verbs)
            Assert.That(result.Output, Does.Match($"(?s)Commands:.*\n  {verb}\\b.*Examples:.*\n  Miner\\.Api {verb}\\b"), verb);
    }
}
