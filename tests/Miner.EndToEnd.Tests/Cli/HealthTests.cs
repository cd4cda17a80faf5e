using System.Globalization;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary>The verb that container engines run.</summary>
[TestFixture]
internal sealed class HealthTests : MinerProcessFixture
{
    [Test]
    public async Task Health_OfTheOwnMiner_NeedsItsAddressAlone()
    {
        var port = UnusedPort.Find();
        var settings = new Dictionary<string, string> { ["PORT"] = port.ToString(CultureInfo.InvariantCulture) };
        await using var miner = StartMiner(("PORT", settings["PORT"]), ("HOST", "0.0.0.0"));
        await miner.AddressAsync();

        var running = await RunAsync(["health"], settings);
        await miner.TerminateAsync();
        var ended = await RunAsync(["health"], settings);

        Assert.That((running.ExitCode, running.Output, running.Error), Is.EqualTo((0, "healthy\n", "")));
        Assert.That(
            (ended.ExitCode, ended.Output, ended.Error),
            Is.EqualTo((1, "", $"No miner answers at http://127.0.0.1:{port}/.\n")));
    }

    [Test]
    public async Task Health_OfAMinerThatNoModelAnswersIn_IsWellAllTheSame()
    {
        await using var miner = StartMiner(("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", "http://127.0.0.1:9"), ("API_KEY", Key));
        using var client = await miner.ConnectAsync();
        for (var asked = 0; asked < 20; asked++)
        {
            using var content = new StringContent("""{"cid":"c","task":"","input":[{"user_query":"Who?"}]}""");
            content.Headers.ContentType = new("application/json");
            using var answer = await client.PostAsync(new Uri("/complete", UriKind.Relative), content);
        }

        var result = await RunAsync(["health", "--url", client.BaseAddress!.ToString()]);

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((0, "degraded\n")), result.Error);
    }

    [Test]
    public async Task Health_OfWhatIsNoMiner_SaysSo()
    {
        await using var miner = StartMiner();
        var address = await miner.AddressAsync();

        var result = await RunAsync(["health", "--url", new Uri(address, "docs/").ToString()]);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("is no miner in order (HTTP 404)").And.Not.Contain("   at "));
    }
}
