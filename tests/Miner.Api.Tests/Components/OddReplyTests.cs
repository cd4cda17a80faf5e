using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>Answers that do not come where Chat Completions has them.</summary>
[TestFixture]
internal sealed class OddReplyTests : MinerFixture
{
    private static readonly string Answer = Answering.Fields("Two parts.");

    [Test]
    public async Task Complete_WhoseContentIsAListWithThoughts_JoinsItsTexts()
    {
        Reply(new JsonObject
        {
            ["content"] = new JsonArray(
                new JsonObject { ["type"] = "thinking", ["thinking"] = new JsonArray(Text("hmm {")) },
                Text(Answer[..25]),
                new JsonObject { ["type"] = "thinking", ["thinking"] = new JsonArray() },
                Text(Answer[25..])),
        });

        await ShowsAsync();
    }

    [TestCase("reasoning_content")]
    [TestCase("reasoning")]
    public async Task Complete_WhoseAnswerIsAmongTheThoughts_ShowsIt(string member)
    {
        Reply(new JsonObject { ["content"] = "", [member] = $"I say:\n{Answer}" });

        await ShowsAsync();
    }

    [Test]
    public async Task HumanFeedback_WhoseInsightsAreAmongTheThoughts_LearnsThem()
    {
        Reply(new JsonObject
        {
            ["content"] = null,
            ["reasoning_content"] = """
                {"insights":[{"insight_type":"preference","key":"response_style","value":"Prefers concise answers","operation":"insert",
                "confidence_score":0.9,"tags":[]}]}
                """,
        });

        var answer = await Service.AskAsync("Be brief.", "human_feedback");

        Assert.That(answer.Text, Does.Contain("Prefers concise answers"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Complete_WhoseThoughtsHoldNoAnswer_IsAskedAgain()
    {
        Upstream.RespondInTurn(
            Message(new JsonObject { ["content"] = "", ["reasoning_content"] = "Let me see." }), StubAnswer.Content(Answer));

        var answer = await Service.AskAsync("Tell me.");

        Assert.That((answer.Text, Upstream.Requests.Count), Is.EqualTo(("Two parts.", 2)));
    }

    [Test]
    public async Task Complete_WhoseAnswerIsStreamed_ReadsTheStream()
    {
        string[] deltas = [Answer[..10], Answer[10..30], Answer[30..]];
        var events = deltas.Select(text => new JsonObject
        {
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["content"] = text } }),
        }.ToJsonString());
        string[] end = ["""{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""", "[DONE]"];
        var body = string.Concat(events.Concat(end).Select(sent => $": PROCESSING\n\ndata: {sent}\n\n"));
        Upstream.Respond = _ => new StubAnswer { Body = body, ContentType = "text/event-stream" };

        await ShowsAsync();
    }

    private static JsonObject Text(string text) => new() { ["type"] = "text", ["text"] = text };

    private static StubAnswer Message(JsonObject message) => StubAnswer.Json(new JsonObject
    {
        ["choices"] = new JsonArray(new JsonObject { ["finish_reason"] = "stop", ["message"] = message }),
    });

    private void Reply(JsonObject message)
    {
        var reply = Message(message);
        Upstream.Respond = _ => reply;
    }

    private async Task ShowsAsync()
    {
        var answer = await Service.AskAsync("Tell me.");

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "Two parts.")));
        Assert.That(answer.Headers.ContainsKey("X-Truncated"), Is.False);
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }
}
