using Miner.Testing;

namespace Miner.Api.Tests.Components;

[TestFixture]
internal sealed class CutAnswerTests : MinerFixture
{
    private const string Cut = """{"immediate_response": "The first half of""";

    protected override IEnumerable<(string Name, string Value)> Settings => [("MAX_TOKENS", "300")];


    [TestCase("complete")]
    [TestCase("refine")]
    [TestCase("feedback")]
    public async Task Component_WhoseAnswerIsCutAtTheTokenLimit_IsAskedAgainWithTwiceTheTokens(string component)
    {
        Upstream.RespondInTurn(StubAnswer.Content(Cut, "length"), StubAnswer.Content(Answering.Fields("All of it.")));

        var answer = await Service.AskAsync("Tell me.", component);

        Assert.That(answer.Text, Is.EqualTo("All of it."));
        Assert.That(Upstream.Requests.Select(request => (int)request.Body["max_tokens"]!), Is.EqualTo(new[] { 300, 600 }));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("140"));
        Assert.That(answer.Headers.ContainsKey("X-Truncated"), Is.False);
    }

    [TestCase("complete")]
    [TestCase("human_feedback")]
    public async Task Component_WhoseModelReasonedUpToTheTokenLimit_IsAskedAgainWithTwiceTheTokens(string component)
    {
        Upstream.RespondInTurn(StubAnswer.Content("", "length"), StubAnswer.Content(Answering.Fields("Now I know.")));

        await Service.AskAsync("Tell me.", component);

        Assert.That(Upstream.Requests.Select(request => (int)request.Body["max_tokens"]!), Is.EqualTo(new[] { 300, 600 }));
    }

    [TestCase("complete", "length", 2)]
    [TestCase("human_feedback", "length", 2)]
    [TestCase("complete", "content_filter", 1)]
    [TestCase("human_feedback", "content_filter", 1)]
    public async Task Component_WhoseModelNeverGetsToTheAnswer_IsAnError(string component, string reason, int calls)
    {
        Upstream.Respond = _ => StubAnswer.Content("", reason);

        var answer = await Service.AskAsync("Tell me.", component);

        Assert.That(answer.Status, Is.EqualTo(502));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(calls));
    }

    [Test]
    public async Task HumanFeedback_WhoseInsightsAreCut_IsAskedAgainWithTwiceTheTokens()
    {
        Upstream.Respond = request =>
            (int)request.Body["max_tokens"]! == 300 ? StubAnswer.Content("[{\"insight_type\":", "length") : null;

        var answer = await Service.AskAsync("Be brief.", "human_feedback");

        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        Assert.That(answer.Text, Does.Contain("Prefers concise answers"));
    }

    [Test]
    public async Task Complete_WhenBothAnswersAreCut_GivesTheLongerAndSaysThatItIsCut()
    {
        Upstream.RespondInTurn(StubAnswer.Content(Cut, "length"), StubAnswer.Content(Cut + " everything", "length"));

        var answer = await Service.AskAsync("Tell me.");

        Assert.That(answer.Text, Is.EqualTo("The first half of everything"));
        Assert.That(answer.Headers["X-Truncated"], Is.EqualTo("true"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("complete", "content_filter")]
    [TestCase("complete", "abort")]
    [TestCase("complete", null)]
    [TestCase("human_feedback", "content_filter")]
    public async Task Component_WhoseAnswerIsBrokenOff_IsMarkedAndNotAskedAgain(string component, string? reason)
    {
        Upstream.Respond = _ => StubAnswer.Content("""{"immediate_response":"The first half", "notebook":"no update"}""", reason);

        var answer = await Service.AskAsync("Tell me.", component);

        Assert.That((answer.Status, answer.Headers["X-Truncated"]), Is.EqualTo((200, "true")));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Complete_WhenTheSecondAttemptFails_SavesWhatTheFirstGave()
    {
        Upstream.RespondInTurn(
            StubAnswer.Content(Cut, "length"),
            StubAnswer.Error(400, "context length exceeded", param: "max_tokens"),
            StubAnswer.Error(400));

        var answer = await Service.AskAsync("Tell me.");

        Assert.That(answer.Text, Is.EqualTo("The first half of"));
        Assert.That(answer.Headers["X-Truncated"], Is.EqualTo("true"));
    }

    [Test]
    public async Task Complete_WhenTheSecondAttemptIsAllReasoning_SavesWhatTheFirstGave()
    {
        Upstream.RespondInTurn(StubAnswer.Content(Cut, "length"), StubAnswer.Content(" ", "length"));

        var answer = await Service.AskAsync("Tell me.");

        Assert.That(answer.Text, Is.EqualTo("The first half of"));
        Assert.That(answer.Headers["X-Truncated"], Is.EqualTo("true"));
    }

    [Test]
    public async Task Complete_WhenTheDeadlineLeavesNoTime_SavesWhatThereIs()
    {
        var gate = new TaskCompletionSource();
        Upstream.RespondInTurn(StubAnswer.Content(Cut, "length") with { Gate = gate.Task });

        var asking = Service.AskAsync("Tell me.");
        await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(17));
        gate.SetResult();

        Assert.That((await asking).Headers["X-Truncated"], Is.EqualTo("true"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }
}
