using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Miner.Client;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>Web search from the caller to a SearXNG server and back.</summary>
[TestFixture]
internal sealed class InternetSearchTests
{
    private const string Query = "QUERY-4715";

    private readonly FakeTimeProvider _time = new();
    private StubUpstream _searxng = null!;
    private MinerFactory _miner = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task StartMiner()
    {
        _searxng = await StubUpstream.StartAsync();
        _miner = await MinerFactory.StartAsync(
            new Dictionary<string, string>
            {
                ["SEARCH_PROVIDER"] = "searxng",
                ["SEARCH_RESULTS"] = "2",
                ["SEARXNG_URL"] = new Uri(_searxng.BaseUrl, "/searx").ToString(),
            },
            services => services.AddSingleton<TimeProvider>(_time));
        _client = _miner.CreateKeyedClient();
    }

    [TearDown]
    public async Task StopMiner()
    {
        _client.Dispose();
        await _miner.DisposeAsync();
        await _searxng.DisposeAsync();
    }

    [Test]
    public async Task InternetSearch_WithAProvider_AnswersWithWhatItFound()
    {
        _searxng.Respond = request => request.Path == "/searx/search" ? Found("One", "Two", "Three") : null;

        var answer = await _miner.CreateMinerClient().InternetSearchAsync(ClientRequests.Of("c", Query));

        Assert.That(answer.Output.ImmediateResponse, Is.EqualTo(
            $"Results for: {Query}\n1. One\n   https://example.org/One\n   About One.\n2. Two\n   https://example.org/Two\n   About Two."));
        Assert.That(answer.Output.Notebook, Is.EqualTo("no update"));
        Assert.That(_searxng.Requests.Single().Query, Is.EqualTo($"?q={Query}&format=json"));
        Assert.That(_miner.Upstream.Requests, Is.Empty);
    }

    [Test]
    public async Task InternetSearch_WhenOneQueryFails_AnswersTheOther()
    {
        _searxng.Respond = request => request.Query.Contains("bad", StringComparison.Ordinal) ? StubAnswer.Error(403) : Found("One");
        var request = ClientRequests.Of("c") with { Input = [new QueryItem { UserQuery = "good" }, new QueryItem { UserQuery = "bad" }] };

        var answer = await _miner.CreateMinerClient().InternetSearchAsync(request);

        Assert.That(answer.Output.ImmediateResponse, Does.StartWith("Results for: good\n1. One")
            .And.EndWith("Results for: bad\nThis could not be searched: no search provider answered."));
    }

    [TestCase(403, 502)]
    [TestCase(500, 502)]
    [TestCase(302, 502)]
    [TestCase(429, 503)]
    [TestCase(null, 504)]
    public async Task InternetSearch_WhenEveryQueryFails_TellsHowWithoutTheProvidersText(int? answer, int status)
    {
        _searxng.Respond = _ => answer is { } code ? StubAnswer.Error(code, "UPSTREAM-4716") : StubAnswer.Hang;

        using var response = await AskAsync();
        var problem = await response.ReadProblemAsync(status);

        Assert.That(problem["detail"]!.ToString(), Does.StartWith("The search providers "));
        Assert.That(problem.ToJsonString() + _miner.Log.Text, Does.Not.Contain("UPSTREAM-4716").And.Not.Contain(Query));
        Assert.That(response.Headers.RetryAfter?.Delta > TimeSpan.Zero, Is.EqualTo(status == 503));
        Assert.That((int)(await _client.GetObjectAsync("/conversations/c"))["message_count"]!, Is.Zero);
    }

    [Test]
    public async Task Capabilities_WithAProvider_OfferInternetSearch() =>
        Assert.That((bool)(await _client.GetObjectAsync("/capabilities"))["features"]!["internet_search"]!, Is.True);

    [Test]
    public async Task Capabilities_WithoutAProvider_DoNot()
    {
        await using var miner = await MinerFactory.StartAsync();
        using var client = miner.CreateKeyedClient();

        Assert.That((bool)(await client.GetObjectAsync("/capabilities"))["features"]!["internet_search"]!, Is.False);
    }

    private static StubAnswer Found(params string[] titles) => StubAnswer.Json(new JsonObject
    {
        ["results"] = new JsonArray([.. titles.Select(title => new JsonObject
        {
            ["title"] = title, ["url"] = $"https://example.org/{title}", ["content"] = $"About <b>{title}</b>.",
        })]),
    });

    /// <summary>Asks, and lets the time go by that retries and deadlines wait for.</summary>
    private async Task<HttpResponseMessage> AskAsync()
    {
        var asking = _client.PostAsync("/internet_search", Requests.Body("c", Query));
        while (!asking.IsCompleted)
        {
            await Task.WhenAny(asking, Task.Delay(TimeSpan.FromMilliseconds(5)));
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }

        return await asking;
    }
}
