using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

[TestFixture]
internal sealed class EmptyAnswerTests : MinerFixture
{
    private const string Blank = """{"immediate_response": "", "notebook": "no update"}""";

    protected override IEnumerable<(string Name, string Value)> Settings => [("MAX_TOKENS", "300")];


    [TestCase("complete", "")]
    [TestCase("complete", null)]
    [TestCase("complete", Blank)]
    [TestCase("complete", "<think>Let me see.</think>")]
    [TestCase("refine", "")]
    [TestCase("feedback", " \n")]
    [TestCase("human_feedback", "")]
    public async Task Component_WhoseModelSaysNothing_IsAskedOnceMoreInTheSameWay(string component, string? empty)
    {
        var turn = 0;
        Upstream.Respond = _ => turn++ == 0 ? StubAnswer.Content(empty) : null;

        var answer = await Service.AskAsync("Tell me.", component);

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("140"));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("1"));
        Assert.That(Upstream.Requests.Select(request => request.RawBody).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("complete")]
    [TestCase("human_feedback")]
    public async Task Component_WhoseModelSaysNothingTwice_IsAnError(string component)
    {
        Upstream.Respond = _ => StubAnswer.Content("");

        var answer = await Service.AskAsync("Tell me.", component);

        Assert.That(answer.Status, Is.EqualTo(502));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Complete_WhoseSecondAttemptFails_IsAnError()
    {
        Upstream.RespondInTurn(StubAnswer.Content(""), StubAnswer.Error(400));

        Assert.That((await Service.AskAsync("Tell me.")).Status, Is.EqualTo(502));
    }

    [Test]
    public async Task Complete_WhenTheModelRefuses_IsNotAskedAgain()
    {
        Upstream.Respond = _ =>
            StubAnswer.Json(JsonNode.Parse("""{"choices":[{"message":{"content":null,"refusal":"I may not"}}]}""")!);

        var answer = await Service.AskAsync("Tell me.");

        Assert.That(answer.Status, Is.EqualTo(502));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Complete_WhenTheDeadlineLeavesNoTime_IsNotAskedAgain()
    {
        var gate = new TaskCompletionSource();
        Upstream.RespondInTurn(StubAnswer.Content("") with { Gate = gate.Task });

        var asking = Service.AskAsync("Tell me.");
        await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(26));
        await Upstream.NextRequestAsync();
        gate.SetResult();

        Assert.That((await asking).Status, Is.EqualTo(502));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2), "the call, and the one beside it after a long silence");
    }

    [Test]
    public async Task Complete_WhenALongerAttemptIsNoAnswer_SavesWhatTheFirstGave()
    {
        Upstream.RespondInTurn(
            StubAnswer.Content("""{"immediate_response": "The first half of""", "length"), StubAnswer.Content("<think>Let me</think>"));

        var answer = await Service.AskAsync("Tell me.");

        Assert.That(answer.Text, Is.EqualTo("The first half of"));
        Assert.That(answer.Headers["X-Truncated"], Is.EqualTo("true"));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("140"));
    }
}
