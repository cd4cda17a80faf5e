using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Status;

[TestFixture]
internal sealed class StatsTests : MinerFixture
{
    [Test]
    public async Task Stats_BeforeAnyRequest_AreZeroes()
    {
        var stats = await StatsAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Numbers(stats, "requests", "successes", "failures", "tokens", "samples"), Is.EqualTo(new[] { 0, 0, 0, 0, 0 }));
            Assert.That(stats["components"]!.AsArray().Select(component => component!["component"]!.ToString()), Is.EqualTo(new[]
            {
                "complete", "refine", "feedback", "human_feedback", "summary", "aggregate", "internet_search",
            }));
            Assert.That(stats["latency_ms"]!["p50"], Is.Null);
            Assert.That(stats["upstreams"]!.ToJsonString(), Is.EqualTo(
                """[{"name":"chat-model","circuit":"closed","answers":0,"failures":0,"retries":0,"fallbacks":0,"hedges":0,"waits":0,"""
                + "\"last_fault\":null,\"last_fault_at\":null,\"refused\":[]}]"));
        });
    }

    [Test]
    public async Task Stats_AfterRequests_CountEachOnceByComponentAndReason()
    {
        await AskAsync(3, "/complete");
        await AskAsync(1, "/feedback");
        using var invalid = await Http.PostAsync("/complete", Requests.Body("c", " "));
        using var failed = await Http.PostAsync("/complete", Requests.Body("c", "FAULT:401"));

        var stats = await StatsAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Numbers(stats, "requests", "successes", "failures", "tokens", "samples"), Is.EqualTo(new[] { 6, 4, 2, 280, 4 }));
            Assert.That(Numbers(stats["components"]![0]!, "requests", "successes", "failures"), Is.EqualTo(new[] { 5, 3, 2 }));
            Assert.That(
                stats["components"]![0]!["failures_by_reason"]!.ToJsonString(),
                Is.EqualTo("""{"invalid_request":1,"upstream_failed":1}"""));
            Assert.That(Numbers(stats["components"]![2]!, "requests", "successes", "failures"), Is.EqualTo(new[] { 1, 1, 0 }));
        });
    }

    [Test]
    public async Task Stats_AfterVotes_CountThoseThatWereSplit()
    {
        await AggregateAsync("It is 4.", "It is 4.", "It is 5.");
        await AggregateAsync("It is 4.", "It is 4.");

        var stats = await StatsAsync();

        Assert.That(stats["votes"]!.ToJsonString(), Is.EqualTo("""{"total":2,"split":1}"""));
        Assert.That(stats["cost"], Is.Null, "nothing has a price");

        async Task AggregateAsync(params string[] outputs)
        {
            var body = Requests.Body("c");
            body["previous_outputs"] = new JsonArray([.. outputs.Select(output => Requests.PreviousOutput(output))]);
            await Http.AskAsync("/aggregate", body);
        }
    }

    [Test]
    public async Task Stats_WherePricesAreSet_TellWhatTheTokensCost()
    {
        await RestartAsync([("OPENAI_PRICE_INPUT", "1000"), ("OPENAI_PRICE_OUTPUT", "2000")]);

        await Http.AskAsync("/complete", Requests.Body("c"));

        Assert.That((double?)(await StatsAsync())["cost"], Is.EqualTo(0.09).Within(1e-9), "50 and 20 tokens, by the million");
    }

    [Test]
    public async Task Stats_OfAnUpstreamThatRefusesAParameter_NameIt()
    {
        Upstream.Respond = request =>
            request.Body.ContainsKey("response_format") ? StubAnswer.Error(400, "response_format is not supported") : null;

        await Http.AskAsync("/complete", Requests.Body("c", "Tell me of spring."));

        var upstream = (await StatsAsync())["upstreams"]![0]!;
        Assert.That(upstream["refused"]!.ToJsonString(), Is.EqualTo("""["response_format (component_output)"]"""));
        Assert.That((int)upstream["answers"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Stats_OfAnswersOfTheEmbeddedModel_CountItAsLastResort()
    {
        Upstream.Respond = _ => StubAnswer.Error(401);

        for (var i = 0; i < 2; i++) await Http.AskAsync("/complete", Requests.Body("c"));

        Assert.That(Numbers(await StatsAsync(), "successes", "failures", "tokens", "samples"), Is.EqualTo(new[] { 2, 0, 0, 2 }));
    }

    [Test]
    public async Task Stats_OfAnswersOfTheEmbeddedModel_CountItAsProvider()
    {
        await RestartAsync(("LLM_PROVIDER", "offline"));
        using var answer = await Http.PostAsync("/complete", Requests.Body("c"));

        Assert.That(answer.Headers.GetValues("X-Model"), Is.EqualTo(new[] { "offline-1" }));
        Assert.That(Numbers(await StatsAsync(), "successes", "failures", "tokens", "samples"), Is.EqualTo(new[] { 1, 0, 0, 1 }));
        Assert.That(Upstream.Requests, Is.Empty);
    }

    [Test]
    public async Task Stats_OfStorage_AreTheFileAndItsLog()
    {
        await AskAsync(1, "/complete");

        Assert.That((long)(await StatsAsync())["storage_bytes"]!, Is.EqualTo(StoredBytes()));
    }

    [Test]
    public async Task Stats_OfLatency_AreWithinFivePercentAndOfSuccessesOnly()
    {
        for (var i = 0; i < 18; i++) await AskAsync(1, "/complete", TimeSpan.FromMilliseconds(200));
        await AskAsync(2, "/complete", TimeSpan.FromSeconds(9));
        using var failed = await Http.PostAsync("/complete", Requests.Body("c", "FAULT:401"));

        var stats = await StatsAsync();

        foreach (var latency in new[] { stats["latency_ms"]!, stats["components"]![0]!["latency_ms"]! })
        {
            Assert.That((double)latency["p50"]!, Is.EqualTo(200).Within(5).Percent);
            Assert.That((double)latency["p90"]!, Is.EqualTo(200).Within(5).Percent);
            Assert.That((double)latency["p95"]!, Is.EqualTo(9_000).Within(5).Percent);
            Assert.That((double)latency["p99"]!, Is.EqualTo(9_000).Within(5).Percent);
        }
    }

    [Test]
    public async Task Stats_OfEdgesPerMinute_CoverTheirOwnTime()
    {
        await AskAsync(4, "/complete");
        Assert.That(Epm(await StatsAsync()), Is.EqualTo((4.0, 4.0, 4.0)), "less than a minute since the start counts as one");

        Clock.Advance(TimeSpan.FromMinutes(10));
        await AskAsync(6, "/refine");
        Assert.That(Epm(await StatsAsync()), Is.EqualTo((6.0, 1.0, 1.0)), "10 requests in 10 minutes");

        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.That(Epm(await StatsAsync()), Is.EqualTo((0.0, 0.0, 0.33)), "10 requests in 30 minutes");

        Clock.Advance(TimeSpan.FromMinutes(60));
        var stats = await StatsAsync();
        Assert.That(Epm(stats), Is.EqualTo((0.0, 0.0, 0.0)));
        Assert.That(Numbers(stats, "successes"), Is.EqualTo(new[] { 10 }), "what is since the start stays");
        Assert.That(stats["latency_ms"]!["p50"], Is.Null, "what is of the last hour does not");
    }

    [Test]
    public async Task Stats_OfMinutes_AreTheLastHourOldestFirst()
    {
        await AskAsync(1, "/complete");
        Clock.Advance(TimeSpan.FromMinutes(90));
        await AskAsync(2, "/complete", TimeSpan.FromMilliseconds(100));
        Clock.Advance(TimeSpan.FromMinutes(59) - TimeSpan.FromMilliseconds(200));

        var stats = await StatsAsync();
        var minutes = stats["minutes"]!.AsArray();

        Assert.That(minutes, Has.Count.EqualTo(60));
        Assert.That(Numbers(minutes[0]!, "successes", "failures"), Is.EqualTo(new[] { 2, 0 }));
        Assert.That((double)minutes[0]!["p95_ms"]!, Is.EqualTo(100).Within(5).Percent);
        Assert.That(minutes.Skip(1).Select(minute => (int)minute!["successes"]!), Has.All.Zero);
        Assert.That((DateTimeOffset)minutes[0]!["start"]!, Is.EqualTo((DateTimeOffset)stats["started_at"]! + TimeSpan.FromMinutes(90)));
    }

    [Test]
    public async Task Stats_WhenTheUpstreamKeepsFailing_ShowRetriesAndTheOpenCircuit()
    {
        Upstream.Respond = _ => StubAnswer.Error(500);
        for (var i = 0; i < 10; i++)
        {
            using var failed = await Http.PostAsync("/complete", Requests.Body("c", $"Write poem {i}"));
        }

        var stats = await StatsAsync();
        var upstream = stats["upstreams"]![0]!;

        Assert.That(upstream["circuit"]!.ToString(), Is.EqualTo("open"));
        Assert.That(
            Numbers(upstream, "answers", "failures", "retries"),
            Is.EqualTo(new[] { 0, 28, 10 }),
            "of each of nine requests two with a schema and one without; one more opened the circuit and met it open");
        Assert.That(upstream["last_fault"]!.ToString(), Is.EqualTo("answered with status 500"));
        Assert.That(Numbers(stats, "requests", "failures", "samples"), Is.EqualTo(new[] { 10, 10, 0 }));
    }

    [Test]
    public async Task Stats_OfStrangers_AreApartFromThoseOfComponents()
    {
        using var anonymous = Service.CreateClient();
        using var stranger = Service.CreateKeyedClient("wrong");
        using var missing = await anonymous.PostAsync("/complete", Requests.Body("c"));
        using var wrong = await stranger.PostAsync("/complete", Requests.Body("c"));

        var stats = await StatsAsync();

        Assert.That(Numbers(stats, "requests"), Is.EqualTo(new[] { 0 }));
        Assert.That(Numbers(stats["security"]!, "keys_missing", "keys_wrong", "keys_blocked"), Is.EqualTo(new[] { 1, 1, 0 }));
    }

    [Test]
    public async Task Stats_AsDocumented_HaveTheNamesOfTheExample()
    {
        await AskAsync(1, "/complete");
        using var failed = await Http.PostAsync("/complete", Requests.Body("c", "FAULT:401"));
        var document = await Http.GetObjectAsync("/openapi.json");
        var example = document["paths"]!["/stats"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["example"];

        Assert.That(JsonNames.Of(await StatsAsync()), Is.EqualTo(JsonNames.Of(example)));
    }

    private Task<JsonObject> StatsAsync() => Http.GetObjectAsync("/stats");

    /// <summary>Asks and is answered, after the model has taken its time.</summary>
    private async Task AskAsync(int times, string path, TimeSpan? taken = null)
    {
        Upstream.Respond = _ =>
        {
            Clock.Advance(taken ?? TimeSpan.Zero);
            return null;
        };
        for (var i = 0; i < times; i++) await Http.AskAsync(path, Requests.Body("c"));
    }

    private long StoredBytes() => new[] { "", "-wal" }.Sum(suffix => new FileInfo(Service.DatabasePath + suffix).Length);

    private static int[] Numbers(JsonNode node, params string[] names) => [.. names.Select(name => (int)node[name]!)];

    private static (double, double, double) Epm(JsonNode stats) =>
        ((double)stats["epm"]!["one_minute"]!, (double)stats["epm"]!["fifteen_minutes"]!, (double)stats["epm"]!["sixty_minutes"]!);
}
