using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Calls;

[TestFixture]
internal sealed class CallListTests : MinerFixture
{
    private const string UpstreamSecret = "sk-upstream-secret";

    protected override IEnumerable<(string Name, string Value)> Settings =>
        [("RECORD_CALLS", "5"), ("OFFLINE_FALLBACK", "false"), ("OPENAI_PRICE_INPUT", "1"), ("OPENAI_PRICE_OUTPUT", "2")];

    [TestCase("?component=refine", new[] { 3 })]
    [TestCase("?failed=true", new[] { 4, 2 })]
    [TestCase("?failed=false", new[] { 3, 1 })]
    [TestCase("?failed=true&component=complete", new[] { 2 })]
    [TestCase("?q=SECOND", new[] { 2 })]
    [TestCase("?q=fake-model&limit=1", new[] { 3 })]
    [TestCase("?limit=2&offset=1", new[] { 3, 2 })]
    [TestCase("?slowest=true&limit=2", new[] { 1, 4 })]
    [TestCase("?flag=repaired_json", new[] { 3 })]
    [TestCase("?flag=hedged", new int[0])]
    public async Task List_WithAFilter_GivesWhatItLetsThrough(string query, int[] expected)
    {
        Upstream.Respond = request =>
        {
            if (request.LastMessage.Contains("first", StringComparison.Ordinal)) Clock.Advance(TimeSpan.FromSeconds(1));
            return request.LastMessage.Contains("second", StringComparison.Ordinal) ? StubAnswer.Error(401)
                : request.LastMessage.Contains("third", StringComparison.Ordinal) ? StubAnswer.Content("{'immediate_response': 'Well.'}")
                : StubAnswer.Content("Well.");
        };
        await Http.AskAsync("/complete", Requests.Body("c1", "Tell me of the first."));
        using var failed = await Http.PostAsync("/complete", Requests.Body("c2", "Tell me of the second."));
        await Http.AskAsync("/refine", Requests.Body("c3", "Tell me of the third."));
        using var refused = await Http.PostAsync("/summary", new JsonObject());

        var numbers = (await Http.ListCallsAsync(query)).Select(call => call["number"]!.GetValue<int>());

        Assert.That(numbers, Is.EqualTo(expected));
    }

    [TestCase("?flag=nothing", "flag")]
    [TestCase("?component=nothing", "component")]
    [TestCase("?failed=perhaps", "failed")]
    [TestCase("?limit=1001", "limit")]
    [TestCase("?offset=-1", "offset")]
    public async Task List_WithAWrongFilter_IsRefused(string query, string field)
    {
        using var response = await Http.GetAsync(new Uri($"/calls{query}", UriKind.Relative));

        var problem = await response.ReadProblemAsync(422);

        Assert.That(problem["errors"]![0]!["loc"]!.ToJsonString(), Is.EqualTo($"""["query","{field}"]"""));
    }

    [TestCase("GET", "/calls")]
    [TestCase("GET", "/calls/4bf92f3577b34da6a3ce929d0e0e4736")]
    [TestCase("DELETE", "/calls")]
    public async Task Calls_WithoutAKey_AreRefused(string method, string path)
    {
        using var stranger = Service.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));

        using var response = await stranger.SendAsync(request);

        await response.ReadProblemAsync(401);
    }

    [Test]
    public async Task Calls_BeyondTheNumber_PushOutTheOldest()
    {
        for (var i = 0; i < 7; i++) await Http.AskAsync("/complete", Requests.Body($"c{i}"));

        var calls = await Http.ListCallsAsync();

        Assert.That(calls.Select(call => call["cid"]!.ToString()), Is.EqualTo(new[] { "c6", "c5", "c4", "c3", "c2" }));
    }

    [Test]
    public async Task Calls_OfStrangers_PushOutNoCallersCall()
    {
        await Http.AskAsync("/complete", Requests.Body("c1"));
        using var stranger = Service.CreateKeyedClient("a-wrong-key");
        for (var i = 0; i < 20; i++) (await stranger.PostAsync("/complete", Requests.Body("c2"))).Dispose();

        var calls = await Http.ListCallsAsync();

        Assert.That(calls.Select(call => call["status"]!.GetValue<int>()), Is.EqualTo(new[] { 403, 200 }));
        Assert.That(calls[0]["key"], Is.Null);
        Assert.That(calls[0]["error"]!.ToString(), Is.EqualTo("key_wrong"));
    }

    [Test]
    public async Task Calls_OfOneTrace_AreToldApartByTheirNumbers()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        foreach (var cid in new[] { "c1", "c2" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/complete", UriKind.Relative));
            request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
            request.Content = JsonContent.Create(Requests.Body(cid));
            (await Http.SendAsync(request)).Dispose();
        }

        var newest = await Http.GetObjectAsync($"/calls/{trace}");
        var first = await Http.GetObjectAsync($"/calls/{trace}?number=1");

        Assert.That(newest["summary"]!["cid"]!.ToString(), Is.EqualTo("c2"));
        Assert.That(first["summary"]!["cid"]!.ToString(), Is.EqualTo("c1"));
    }

    [Test]
    public async Task Calls_AtOnce_AreEachRecordedWithTheirOwn()
    {
        await RestartAsync(("RECORD_CALLS", "100"));
        Upstream.Respond = request => StubAnswer.Content($"You said: {request.LastMessage}");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Http.AskAsync("/complete", Requests.Body($"c{i}", $"Word number {i}x."))));

        var calls = await Http.ListCallsAsync("?limit=1000");
        Assert.That(calls.Select(call => call["cid"]!.ToString()).Distinct().Count(), Is.EqualTo(40));
        foreach (var call in calls)
        {
            var detail = (await Http.GetObjectAsync($"/calls/{call["trace_id"]}"))["detail"]!;
            Assert.That(detail["completions"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(detail["completions"]![0]!["samples"]![0]!["text"]!.ToString(), Does.Contain(call["question"]!.ToString()));
        }
    }

    [Test]
    public async Task Texts_WithSecrets_AreMasked()
    {
        Upstream.RespondInTurn(StubAnswer.Content($"Keys: {UpstreamSecret}, {MinerFactory.Key}."));
        await Http.AskAsync("/complete", Requests.Body(MinerFactory.Key, $"Is {UpstreamSecret} a key?", MinerFactory.Key));

        var calls = await Http.GetStringAsync(new Uri("/calls", UriKind.Relative));
        var call = (await Http.OnlyRecordAsync()).ToJsonString();

        Assert.That(calls + call, Does.Not.Contain(UpstreamSecret).And.Not.Contain(MinerFactory.Key));
        Assert.That(call, Does.Contain("Keys: ***, ***."));
    }

    [Test]
    public async Task Cost_WherePricesAreSet_IsThatOfAllCompletions()
    {
        Upstream.RespondInTurn(StubAnswer.Content("It comes to 4", "length"), StubAnswer.Content("It comes to 42."));
        using var answer = await Http.PostAsync("/complete", Requests.Body("c1", "Tell me of numbers."));

        var call = (await Http.ListCallsAsync()).Single();

        Assert.That(call["cost"]!.GetValue<double>(), Is.EqualTo(2 * ((50 * 1) + (20 * 2)) / 1e6));
        Assert.That(answer.Headers.GetValues("X-Cost"), Is.EqualTo(new[] { "0.00018" }));
    }
}
