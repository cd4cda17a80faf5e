using Microsoft.Extensions.Time.Testing;
using Miner.Testing;

namespace Miner.Api.Tests.Errors;

[TestFixture]
internal sealed class UpstreamFailureTests
{
    private readonly FakeTimeProvider _time = new();
    private MinerFactory _miner = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task StartMiner()
    {
        _miner = await MinerFactory.StartAsync(services: services => services.AddSingleton<TimeProvider>(_time));
        _client = _miner.CreateKeyedClient();
    }

    [TearDown]
    public async Task StopMiner()
    {
        _client.Dispose();
        await _miner.DisposeAsync();
    }

    [TestCase("FAULT:500", 502)]
    [TestCase("FAULT:401", 502)]
    [TestCase("FAULT:garbage", 502)]
    [TestCase("FAULT:reset", 502)]
    [TestCase("FAULT:429", 503)]
    [TestCase("FAULT:hang", 504)]
    public async Task Complete_WhenTheUpstreamFails_TellsHowWithoutItsText(string fault, int status)
    {
        using var response = await AskAsync(fault);

        var problem = await response.ReadProblemAsync(status);

        Assert.That(problem.ToJsonString(), Does.Not.Contain("boom").And.Not.Contain("slow down").And.Not.Contain("sk-"));
        Assert.That(response.Headers.RetryAfter?.Delta > TimeSpan.Zero, Is.EqualTo(status == 503));
    }

    [Test]
    public async Task Complete_WhenTheModelSaysNothing_IsAnUpstreamFailure()
    {
        _miner.Upstream.RespondInTurn(StubAnswer.Content("""{"immediate_response":" ","notebook":"no update"}"""));

        using var response = await AskAsync("anything");

        await response.ReadProblemAsync(502);
    }

    /// <summary>Asks, and lets the time go by that retries and deadlines wait for.</summary>
    private async Task<HttpResponseMessage> AskAsync(string query)
    {
        var asking = _client.PostAsync("/complete", Requests.Body("c", query));
        while (!asking.IsCompleted)
        {
            await Task.WhenAny(asking, Task.Delay(TimeSpan.FromMilliseconds(5)));
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }

        return await asking;
    }
}
