using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

[TestFixture]
internal sealed class KillUnderLoadTests : MinerProcessFixture
{
    private const int Rounds = 20;
    private const int Callers = 8;

    /// <summary>In each round the process dies once so many were answered, in the midst of others.</summary>
    private const int AnswersARound = 40;

    private readonly ConcurrentQueue<(string Cid, string Query)> _acknowledged = new();

    [Test]
    public async Task Conversations_WhenTheProcessIsKilledUnderLoadAgainAndAgain_HoldAllThatWasAcknowledged()
    {
        await using var upstream = await StubUpstream.StartAsync();
        (string, string)[] settings =
        [
            ("LLM_PROVIDER", "vllm"),
            ("VLLM_BASE_URL", upstream.BaseUrl.ToString()),
            ("RATE_LIMIT_ENABLED", "false"),
            ("MAX_CONVERSATION_MESSAGES", "1000"),
        ];

        for (var round = 0; round < Rounds; round++) await AskUntilKilledAsync(round, settings);

        await using var miner = StartMiner(settings);
        using var client = await miner.ConnectAsync();
        foreach (var conversation in _acknowledged.GroupBy(answered => answered.Cid, answered => answered.Query))
        {
            var stored = JsonNode.Parse(await client.GetStringAsync(new Uri($"/conversations/{conversation.Key}", UriKind.Relative)))!;
            var questions = stored["messages"]!.AsArray().Select(message => message!["content"]!.ToString()).ToList();
            foreach (var query in conversation)
                Assert.That(questions, Has.Some.EndsWith($"\n{query}"), $"{conversation.Key} lost an answer that was given");
        }

        Assert.That(_acknowledged, Has.Count.GreaterThanOrEqualTo(Rounds * AnswersARound));
    }

    private async Task AskUntilKilledAsync(int round, IReadOnlyList<(string Name, string Value)> settings)
    {
        await using var miner = StartMiner(settings);
        using var client = await miner.ConnectAsync();
        using var enough = new SemaphoreSlim(0);
        var callers = Enumerable.Range(0, Callers).Select(caller => AskAsync(client, $"{round}-{caller}", enough)).ToList();
        for (var i = 0; i < AnswersARound; i++) await enough.WaitAsync().InTimeAsync();
        await miner.KillAsync();
        await Task.WhenAll(callers);
    }

    private async Task AskAsync(HttpClient client, string cid, SemaphoreSlim answered)
    {
        for (var number = 0; ; number++)
        {
            var query = $"Question {number} of {cid}?";
            try
            {
                using var response = await client.PostAsJsonAsync(
                    "/complete", new { cid, task = "Answer", input = new[] { new { user_query = query } } });
                response.EnsureSuccessStatusCode();
            }
            catch (HttpRequestException)
            {
                // The process is gone, and whether this one was stored nobody was told.
                return;
            }

            _acknowledged.Enqueue((cid, query));
            answered.Release();
        }
    }
}
