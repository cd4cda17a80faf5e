using System.Text.Json.Nodes;
using Miner.Client;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>Web search from the caller to a SearXNG server and back.</summary>
[TestFixture]
internal sealed class InternetSearchTests : RunningMiner
{
    private const string Query = "QUERY-4715";

    private static readonly TimeSpan TimeForSearch = TimeSpan.FromSeconds(57);

    private StubUpstream _searxng = null!;

    [SetUp]
    public async Task StartMiner()
    {
        _searxng = await StubUpstream.StartAsync();
        var address = new Uri(_searxng.BaseUrl, "/searx").ToString();
        await StartAsync([("SEARCH_PROVIDER", "searxng"), ("SEARCH_RESULTS", "2"), ("SEARXNG_URL", address)]);
    }

    [TearDown]
    public async Task StopMiner()
    {
        await StopAsync();
        await _searxng.DisposeAsync();
    }

    [Test]
    public async Task InternetSearch_WithAProvider_AnswersWithWhatItFound()
    {
        _searxng.Respond = request => request.Path == "/searx/search" ? Found("One", "Two", "Three") : null;

        var answer = await Client.InternetSearchAsync(ClientRequests.Of("c", Query));

        Assert.That(answer.Output.ImmediateResponse, Is.EqualTo(
            $"Results for: {Query}\n1. One\n   https://example.org/One\n   About One.\n2. Two\n   https://example.org/Two\n   About Two."));
        Assert.That(answer.Output.Notebook, Is.EqualTo("no update"));
        Assert.That(_searxng.Requests.Single().Query, Is.EqualTo($"?q={Query}&format=json"));
        Assert.That(Upstream.Requests, Is.Empty);
    }

    [Test]
    public async Task InternetSearch_WhenOneQueryFails_AnswersTheOther()
    {
        _searxng.Respond = request => request.Query.Contains("bad", StringComparison.Ordinal) ? StubAnswer.Error(403) : Found("One");
        var request = ClientRequests.Of("c") with { Input = [new QueryItem { UserQuery = "good" }, new QueryItem { UserQuery = "bad" }] };

        var answer = await Client.InternetSearchAsync(request);

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
        _searxng.Respond = _ =>
        {
            if (answer is { } code) return StubAnswer.Error(code, "UPSTREAM-4716");
            Clock.Advance(TimeForSearch);
            return StubAnswer.Hang;
        };

        using var response = await Http.PostAsync("/internet_search", Requests.Body("c", Query));
        var problem = await response.ReadProblemAsync(status);

        Assert.That(problem["detail"]!.ToString(), Does.StartWith("The search providers "));
        Assert.That(problem.ToJsonString() + Service.Log.Text, Does.Not.Contain("UPSTREAM-4716").And.Not.Contain(Query));
        Assert.That(response.Headers.RetryAfter?.Delta > TimeSpan.Zero, Is.EqualTo(status == 503));
        Assert.That((int)(await Http.GetObjectAsync("/conversations/c"))["message_count"]!, Is.Zero);
    }

    [Test]
    public async Task Capabilities_WithAProvider_OfferInternetSearch() =>
        Assert.That((bool)(await Http.GetObjectAsync("/capabilities"))["features"]!["internet_search"]!, Is.True);

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
}
