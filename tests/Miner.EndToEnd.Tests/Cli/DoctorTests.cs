using System.Globalization;
using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Cli;

[TestFixture]
internal sealed class DoctorTests : MinerProcessFixture
{

    [Test]
    public async Task Doctor_OfThisMinerInGoodHealth_TicksEverythingAndLeavesNoConversation()
    {
        await using var miner = StartMiner();
        using var client = await miner.ConnectAsync();
        var port = client.BaseAddress!.Port.ToString(CultureInfo.InvariantCulture);

        var result = await RunAsync(["doctor"], new Dictionary<string, string> { ["API_KEY"] = Key, ["PORT"] = port });

        Assert.That(result.ExitCode, Is.Zero, result.Output);
        Assert.That(
            result.Output,
            Does.Contain("✓ internet_search").And.Contain("! dns").And.Contain("this machine alone").And.Contain("! capabilities")
                .And.Contain("The embedded model answers").And.Contain("No search provider is set").And.Contain("It works; 2 of")
                .And.Not.Contain("✗").And.Not.Contain("\e"));
        Assert.That(result.Output + result.Error, Does.Not.Contain(Key));
        var conversations = JsonNode.Parse(await client.GetStringAsync(new Uri("/conversations", UriKind.Relative)))!;
        Assert.That((int)conversations["total_conversations"]!, Is.Zero);
    }

    [Test]
    public async Task Doctor_WithAKeyFile_WritesJsonThatAScriptCanRead()
    {
        await using var miner = StartMiner();
        using var client = await miner.ConnectAsync();
        await File.WriteAllTextAsync(InFolder("key.txt"), Key + "\n");

        var result = await RunAsync(["doctor", "--url", client.BaseAddress!.ToString(), "--key-file", "key.txt", "--json"]);

        var report = JsonNode.Parse(result.Output)!;
        Assert.That(result.ExitCode, Is.Zero, result.Output);
        Assert.That((bool)report["passed"]!, Is.True);
        Assert.That(
            report["checks"]!.AsArray().Select(check => (string)check!["name"]!),
            Does.Contain("human_feedback").And.Contain("clock"));
        Assert.That((double)report["checks"]![4]!["latency_ms"]!, Is.Positive);
    }

    [Test]
    public async Task Doctor_OfAMinerWhoseModelIsDown_CrossesWhatAnotherAnswers()
    {
        await using var upstream = await StubUpstream.StartAsync();
        upstream.Respond = _ => new StubAnswer { Status = 401 };
        await using var miner = StartMiner(
            ("LLM_PROVIDER", "vllm"), ("VLLM_MODEL", "llama"), ("VLLM_BASE_URL", upstream.BaseUrl.ToString()));

        var result = await RunAsync(["doctor", "--url", (await miner.AddressAsync()).ToString()], Keyed);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            result.Output,
            Does.Contain("✗ complete").And.Contain("offline-1 answers in place of llama").And.Contain("Answers by model: offline-1"));
    }

    [Test]
    public async Task Doctor_WithAKeyThatIsTyped_SaysWhenItIsWrong()
    {
        await using var miner = StartMiner();
        using var client = await miner.ConnectAsync();

        var result = await RunAsync(["doctor", "--url", client.BaseAddress!.ToString()], input: "mistyped-key\n");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            result.Output,
            Does.Contain("✗ capabilities").And.Contain("The key was refused (403).").And.Not.Contain("mistyped-key"));
    }

    [Test]
    public async Task Doctor_WhereNothingListens_ExitsWithOne()
    {
        var result = await RunAsync(["doctor", "--url", "http://127.0.0.1:1/"], Keyed);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            result.Output,
            Does.Contain("✗ health").And.Contain("No connection.").And.Contain("Not checked because of that: capabilities"));
    }

    [TestCase("ftp://miner.example.org")]
    [TestCase("https://user:secret@miner.example.org")]
    [TestCase("https://miner.example.org/?key=secret")]
    [TestCase("miner.example.org")]
    public async Task Doctor_WithWhatIsNoMinersAddress_SaysWhatItMustBe(string url)
    {
        var result = await RunAsync(["doctor", "--url", url], Keyed);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("--url must be an http or https address").And.Not.Contain("secret"));
    }

    [TestCase("", "There is no key")]
    [TestCase("two words", "visible ASCII")]
    public async Task Doctor_WithoutAKeyThatCouldBeSent_SaysSo(string typed, string told)
    {
        var result = await RunAsync(["doctor"], input: typed);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(told));
    }
}
