using Miner.Testing;

namespace Miner.Api.Tests.Components;

[TestFixture]
internal sealed class CutAnswerTests
{
    private const string Cut = """{"immediate_response": "The first half of""";

    private Answering _answering = null!;

    [SetUp]
    public async Task StartMiner() => _answering = await Answering.StartAsync(("MAX_TOKENS", "300"));

    [TearDown]
    public async Task StopMiner() => await _answering.DisposeAsync();

    [TestCase("complete")]
    [TestCase("refine")]
    [TestCase("feedback")]
    public async Task Component_WhoseAnswerIsCutAtTheTokenLimit_IsAskedAgainWithTwiceTheTokens(string component)
    {
        _answering.Upstream.RespondInTurn(StubAnswer.Content(Cut, "length"), StubAnswer.Content(Answering.Fields("All of it.")));

        var answer = await _answering.AskAsync("Tell me.", component);

        Assert.That(answer.Text, Is.EqualTo("All of it."));
        Assert.That(_answering.Upstream.Requests.Select(request => (int)request.Body["max_tokens"]!), Is.EqualTo(new[] { 300, 600 }));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("140"));
        Assert.That(answer.Headers.ContainsKey("X-Truncated"), Is.False);
    }

    [TestCase("complete")]
    [TestCase("human_feedback")]
    public async Task Component_WhoseModelReasonedUpToTheTokenLimit_IsAskedAgainWithTwiceTheTokens(string component)
    {
        _answering.Upstream.RespondInTurn(StubAnswer.Content("", "length"), StubAnswer.Content(Answering.Fields("Now I know.")));

        await _answering.AskAsync("Tell me.", component);

        Assert.That(_answering.Upstream.Requests.Select(request => (int)request.Body["max_tokens"]!), Is.EqualTo(new[] { 300, 600 }));
    }

    [TestCase("complete")]
    [TestCase("human_feedback")]
    public async Task Component_WhoseModelNeverGetsToTheAnswer_IsAnError(string component)
    {
        _answering.Upstream.Respond = _ => StubAnswer.Content("", "length");

        var answer = await _answering.AskAsync("Tell me.", component);

        Assert.That(answer.Status, Is.EqualTo(502));
        Assert.That(_answering.Upstream.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task HumanFeedback_WhoseInsightsAreCut_IsAskedAgainWithTwiceTheTokens()
    {
        _answering.Upstream.Respond = request =>
            (int)request.Body["max_tokens"]! == 300 ? StubAnswer.Content("[{\"insight_type\":", "length") : null;

        var answer = await _answering.AskAsync("Be brief.", "human_feedback");

        Assert.That(_answering.Upstream.Requests, Has.Count.EqualTo(2));
        Assert.That(answer.Text, Does.Contain("Prefers concise answers"));
    }

    [Test]
    public async Task Complete_WhenBothAnswersAreCut_GivesTheLongerAndSaysThatItIsCut()
    {
        _answering.Upstream.RespondInTurn(StubAnswer.Content(Cut, "length"), StubAnswer.Content(Cut + " everything", "length"));

        var answer = await _answering.AskAsync("Tell me.");

        Assert.That(answer.Text, Is.EqualTo("The first half of everything"));
        Assert.That(answer.Headers["X-Truncated"], Is.EqualTo("true"));
        Assert.That(_answering.Upstream.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Complete_WhenTheSecondAttemptFails_SavesWhatTheFirstGave()
    {
        _answering.Upstream.RespondInTurn(
            StubAnswer.Content(Cut, "length"),
            StubAnswer.Error(400, "context length exceeded", param: "max_tokens"),
            StubAnswer.Error(400));

        var answer = await _answering.AskAsync("Tell me.");

        Assert.That(answer.Text, Is.EqualTo("The first half of"));
        Assert.That(answer.Headers["X-Truncated"], Is.EqualTo("true"));
    }

    [Test]
    public async Task Complete_WhenTheSecondAttemptIsAllReasoning_SavesWhatTheFirstGave()
    {
        _answering.Upstream.RespondInTurn(StubAnswer.Content(Cut, "length"), StubAnswer.Content(" ", "length"));

        var answer = await _answering.AskAsync("Tell me.");

        Assert.That(answer.Text, Is.EqualTo("The first half of"));
        Assert.That(answer.Headers["X-Truncated"], Is.EqualTo("true"));
    }

    [Test]
    public async Task Complete_WhenTheDeadlineLeavesNoTime_SavesWhatThereIs()
    {
        var gate = new TaskCompletionSource();
        _answering.Upstream.RespondInTurn(StubAnswer.Content(Cut, "length") with { Gate = gate.Task });

        var asking = _answering.AskAsync("Tell me.");
        await _answering.Upstream.NextRequestAsync();
        _answering.Time.Advance(TimeSpan.FromSeconds(17));
        gate.SetResult();

        Assert.That((await asking).Headers["X-Truncated"], Is.EqualTo("true"));
        Assert.That(_answering.Upstream.Requests, Has.Count.EqualTo(1));
    }
}
