using Miner.Api.Tests.Components;
using Miner.Testing;

namespace Miner.Api.Tests.Status;

/// <summary>Whether <c>/health</c> is true about a chain of two upstreams.</summary>
[TestFixture]
internal sealed class ModelHealthTests : RunningMiner
{
    private StubUpstream _second = null!;

    [SetUp]
    public async Task StartTwo()
    {
        _second = await StubUpstream.StartAsync();
        await StartAsync(
        [
            ("OFFLINE_FALLBACK", "false"), ("LLM_FALLBACKS", "second"), ("LLM_SECOND_BASE_URL", _second.BaseUrl.ToString()),
            ("LLM_SECOND_API_KEY", "sk-second"),
        ]);
    }

    [TearDown]
    public async Task StopBoth()
    {
        await StopAsync();
        await _second.DisposeAsync();
    }

    [TestCase(404, 3)]
    [TestCase(500, 1)]
    [TestCase(401, 1)]
    [TestCase(402, 1)]
    public async Task Health_WhileNoneAnswers_IsDegradedAfterAFewRequests(int status, int requests)
    {
        Upstream.Respond = _second.Respond = _ => StubAnswer.Error(status);
        Assert.That(await HealthAsync(), Is.EqualTo("healthy"));

        for (var i = 0; i < requests; i++)
        {
            Assert.That(await HealthAsync(), Is.EqualTo("healthy"), $"{i} requests");
            Assert.That((await Service.AskAsync($"Question {i}?")).Status, Is.EqualTo(502));
        }

        Assert.That(await HealthAsync(), Is.EqualTo("degraded"));

        Upstream.Respond = _second.Respond = null;
        Assert.That((await Service.AskAsync("Tell me.")).Status, Is.EqualTo(200));
        Assert.That(await HealthAsync(), Is.EqualTo("healthy"));
    }

    [TestCase(401)]
    [TestCase(404)]
    [TestCase(500)]
    public async Task Health_WhileOnlyTheSecondAnswers_IsHealthy(int status)
    {
        Upstream.Respond = _ => StubAnswer.Error(status);

        for (var i = 0; i < 12; i++) Assert.That((await Service.AskAsync($"Question {i}?")).Status, Is.EqualTo(200));

        Assert.That(await HealthAsync(), Is.EqualTo("healthy"));
    }

    private async Task<string> HealthAsync()
    {
        var health = await Http.GetObjectAsync("/health");
        Assert.That((bool)health["model_answers"]!, Is.EqualTo(health["status"]!.ToString() == "healthy"));
        return health["status"]!.ToString();
    }
}
