using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

[TestFixture]
internal sealed class DurabilityTests : MinerProcessFixture
{
    private StubUpstream _upstream = null!;

    [SetUp]
    public async Task StartUpstream() => _upstream = await StubUpstream.StartAsync();

    [TearDown]
    public async Task StopUpstream() => await _upstream.DisposeAsync();

    [Test]
    public async Task Conversation_WhenTheProcessIsKilledStraightAfterTheAnswer_IsThereAfterARestart()
    {
        await using (var miner = StartWithUpstream())
        {
            using var client = await miner.ConnectAsync();
            await AskAsync(client, "/complete", "Before the end?");
            await AskAsync(client, "/human_feedback", "I like short answers");
            await miner.KillAsync();
        }

        await using var restarted = StartWithUpstream();
        using var again = await restarted.ConnectAsync();
        var conversation = await GetAsync(again, "/conversations/c");
        var playbook = await GetAsync(again, "/playbook/c");

        Assert.That((int)conversation["message_count"]!, Is.EqualTo(4));
        Assert.That(conversation["messages"]![0]!["content"]!.ToString(), Does.Contain("Before the end?"));
        Assert.That((int)playbook["entry_count"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Miner_AskedToEndWhileItAnswers_FinishesTheAnswerFirstAndTakesNoOtherRequest()
    {
        _upstream.Respond = _ => StubAnswer.Content("The last answer.") with { Gate = Task.Delay(TimeSpan.FromSeconds(3)) };
        // The framework's own limit would cut the answer.
        await using var miner = StartWithUpstream(("DOTNET_SHUTDOWNTIMEOUTSECONDS", "1"));
        using var client = await miner.ConnectAsync();

        var asking = AskAsync(client, "/complete", "One more?");
        await _upstream.NextRequestAsync();
        var ending = miner.TerminateAsync();
        var wasRefused = false;
        while (!wasRefused && !asking.IsCompleted) wasRefused = !await ConnectsAsync(client.BaseAddress!);

        Assert.That(wasRefused, Is.True, "while the answer was under way");
        Assert.That((await asking)["output"]!["immediate_response"]!.ToString(), Is.EqualTo("The last answer."));
        Assert.That(await ending, Is.Zero);
    }

    private MinerProcess StartWithUpstream(params IEnumerable<(string Name, string Value)> settings) =>
        StartMiner([("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", _upstream.BaseUrl.ToString()), .. settings]);

    private static async Task<bool> ConnectsAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        try
        {
            using var health = await client.GetAsync(new Uri("/health", UriKind.Relative));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<JsonNode> AskAsync(HttpClient client, string path, string query)
    {
        using var response = await client.PostAsJsonAsync(
            path,
            new
            {
                cid = "c",
                task = "Answer",
                input = new[] { new { user_query = query } },
            }
        );
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;
}
