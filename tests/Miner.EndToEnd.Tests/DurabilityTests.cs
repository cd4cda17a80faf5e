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
        await using (var miner = StartMiner())
        {
            using var client = await miner.ConnectAsync();
            await AskAsync(client, "/complete", "Before the end?");
            await AskAsync(client, "/human_feedback", "I like short answers");
            await miner.KillAsync();
        }

        await using var restarted = StartMiner();
        using var again = await restarted.ConnectAsync();
        var conversation = await GetAsync(again, "/conversations/c");
        var playbook = await GetAsync(again, "/playbook/c");

        Assert.That((int)conversation["message_count"]!, Is.EqualTo(4));
        Assert.That(conversation["messages"]![0]!["content"]!.ToString(), Does.Contain("Before the end?"));
        Assert.That((int)playbook["entry_count"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Miner_AskedToEndWhileItAnswers_FinishesTheAnswerFirst()
    {
        var gate = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        _upstream.Respond = _ =>
        {
            reached.SetResult();
            return StubAnswer.Content("The last answer.") with { Gate = gate.Task };
        };
        await using var miner = StartMiner();
        using var client = await miner.ConnectAsync();

        var asking = AskAsync(client, "/complete", "One more?");
        await reached.Task.InTimeAsync();
        var ending = miner.TerminateAsync();
        gate.SetResult();

        Assert.That((await asking)["output"]!["immediate_response"]!.ToString(), Is.EqualTo("The last answer."));
        Assert.That(await ending, Is.Zero);
    }

    private MinerProcess StartMiner() =>
        StartMiner(("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", _upstream.BaseUrl.ToString()));

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
