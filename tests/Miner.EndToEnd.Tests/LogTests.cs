using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Miner.EndToEnd.Tests;

/// <summary>The log as an operator reads it.</summary>
[TestFixture]
internal sealed class LogTests : MinerProcessFixture
{
    private static readonly object Question = new { cid = "c", task = "Answer", input = new[] { new { user_query = "Write a poem." } } };

    [TestCase("json")]
    [TestCase("text")]
    public async Task Log_OfEveryError_HasItsTraceIdAndItsTime(string format)
    {
        await using var miner = StartMiner(
            ("LOG_FORMAT", format), ("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", "http://127.0.0.1:9/v1"), ("RATE_LIMIT_SUMMARY", "1/day"),
            ("LOG_FILE", "logs/miner.log"));
        using var client = await miner.ConnectAsync();
        using var stranger = new HttpClient { BaseAddress = client.BaseAddress };
        List<JsonNode> problems =
        [
            await ProblemAsync(client.PostAsJsonAsync("/complete", Question)),
            await ProblemAsync(client.PostAsJsonAsync("/complete", new { })),
            await ProblemAsync(client.GetAsync(new Uri("/nowhere", UriKind.Relative))),
            await ProblemAsync(client.GetAsync(new Uri("/complete", UriKind.Relative))),
            await ProblemAsync(client.DeleteAsync(new Uri("/conversations/unknown", UriKind.Relative))),
            await ProblemAsync(stranger.PostAsJsonAsync("/complete", Question)),
        ];
        using (await client.PostAsJsonAsync("/summary", Question))
            problems.Add(await ProblemAsync(client.PostAsJsonAsync("/summary", Question)));
        Assert.That(await miner.TerminateAsync(), Is.Zero);

        var lines = miner.Output.Split('\n');
        Assert.That(problems.Select(problem => (int)problem["status"]!), Is.EqualTo(new[] { 502, 422, 404, 405, 404, 401, 429 }));
        foreach (var problem in problems) Assert.That(lines, Has.Some.Contains(problem["trace_id"]!.ToString()), problem.ToJsonString());
        Assert.That(lines, Has.All.Match(format == "json" ? """^{"time":"\d{4}-\d\d-\d\dT.*}$""" : @"^\d{4}-\d\d-\d\dT\S+Z "));
        Assert.That(await File.ReadAllLinesAsync(InFolder("logs/miner.log")), Is.EqualTo(lines));
    }

    [Test]
    public async Task Log_OfAProductionStart_OpensWithoutOthersWarnings()
    {
        await using var miner = StartMiner();
        await miner.AddressAsync();
        Assert.That(await miner.TerminateAsync(), Is.Zero);

        Assert.That(miner.Output.Split('\n'), Has.Exactly(1).Contains("AUTOMAPPER_LICENSE_KEY"));
        Assert.That(miner.Output, Does.Not.Contain("DataProtection").And.Not.Contain("LuckyPenny").And.Not.Contain("WARNING"));
    }

    [Test]
    public async Task Start_WithALogFileThatCannotBe_SaysSoInOneSentence()
    {
        await using var miner = StartMiner(("LOG_FILE", "."));

        Assert.That(await miner.ExitAsync(), Is.EqualTo(1));
        Assert.That(miner.Output, Does.Contain("denied").And.Not.Contain("   at "));
    }

    private static async Task<JsonNode> ProblemAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
