using Miner.Testing;

namespace Miner.Api.Tests.Components;

[TestFixture]
internal sealed class ArithmeticVerificationTests : MinerFixture
{
    private const string Wrong = "We have 12 * 7 = 85. The answer is 85.";
    private const string Right = "We have 12 * 7 = 84. The answer is 84.";

    [TestCase("complete")]
    [TestCase("refine")]
    public async Task Component_WhenAnEquationIsFalse_AsksOnceMoreNamingItAndGivesTheBetterAnswer(string component)
    {
        const string wrong = "We have 12 * 7 = 85, less one. The answer is 84.";
        Script(wrong, Right);

        var answer = await Service.AskAsync("What is 12*7?", component);

        var messages = Upstream.Requests[1].Body["messages"]!.AsArray();
        Assert.That(answer.Text, Is.EqualTo(Right));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        Assert.That(messages[^2]!["role"]!.ToString(), Is.EqualTo("assistant"));
        Assert.That(messages[^2]!["content"]!.ToString(), Does.Contain("12 * 7 = 85"));
        Assert.That(messages[^1]!["content"]!.ToString(), Does.Contain("12 * 7 = 85").And.Contain("It comes to 84."));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("140"));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("2"));
    }

    [TestCase("It is 84.", Right, TestName = "{m}(the second)")]
    [TestCase("It is 85.", Wrong, TestName = "{m}(the first)")]
    [TestCase("It is 83.", Wrong, TestName = "{m}(neither)")]
    [TestCase("Let me think about it.", Wrong, TestName = "{m}(nothing)")]
    public async Task Complete_WhenTheSecondAnswerIsAnother_GivesTheOneThatAThirdSampleComesTo(string third, string expected)
    {
        Script(Wrong, Right, third);

        var answer = await Service.AskAsync("What is 12*7?");

        Assert.That(answer.Text, Is.EqualTo(expected));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(3));
        Assert.That(Messages(2), Is.EqualTo(Messages(0)));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("3"));
    }

    [Test]
    public async Task Complete_WhenTheThirdSampleHangs_KeepsTheFirstAnswer()
    {
        Upstream.RespondInTurn(StubAnswer.Content(Answering.Fields(Wrong)), StubAnswer.Content(Answering.Fields(Right)), StubAnswer.Hang);

        var answer = await Service.AskAndPassAsync("What is 12*7?", requests: 3, TimeSpan.FromSeconds(51));

        Assert.That(answer.Text, Is.EqualTo(Wrong));
    }

    [TestCase("I now see that it is hard to say.", Wrong, 2, TestName = "{m}(the second has none)")]
    [TestCase("12 * 7 = 84", "12 * 7 = 84", 3, TestName = "{m}(both have)")]
    public async Task Complete_WhenTheSecondAnswerHasNoFinalAnswer_KeepsTheFirst(string second, string expected, int requests)
    {
        Script(Wrong, second, second);

        var answer = await Service.AskAsync("What is 12*7?");

        Assert.That(answer.Text, Is.EqualTo(expected));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task Complete_WhenOnlyTheSecondAnswerHasAFinalAnswer_GivesIt()
    {
        const string unfounded = "Well, 2 + 2 = 5. Ask me another day, my friend.";
        Script(unfounded, "The answer is Goethe.");

        Assert.That((await Service.AskAsync("Who wrote Faust?")).Text, Is.EqualTo("The answer is Goethe."));
    }

    [TestCase("Again 12 * 7 = 85, and 2 + 2 = 5. The answer is 85.", TestName = "{m}(worse)")]
    [TestCase("It is 12 * 7 = 86. The answer is 86.", TestName = "{m}(no better)")]
    public async Task Complete_WhenTheSecondAnswerIsNoBetter_KeepsTheFirst(string second)
    {
        Script(Wrong, second);

        var answer = await Service.AskAsync("What is 12*7?");

        Assert.That(answer.Text, Is.EqualTo(Wrong));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(Right)]
    [TestCase("It is wrong that 12 * 7 = 85.")]
    [TestCase("10 / 3 = 3.33")]
    [TestCase("3 * 30 = 1 hour 30 minutes, and (2) (3 + 4) * 2 = 14")]
    [TestCase("```\nx = 1 + 1 = 3\n```")]
    public async Task Complete_WhenNothingIsFalse_AsksOnce(string response)
    {
        Script(response);

        var answer = await Service.AskAsync("What is 12*7?");

        Assert.That(answer.Text, Is.EqualTo(response));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("The equation 12 * 7 = 85. In truth 12 * 7 = 84, so the answer is no.", 1)]
    [TestCase("Yes, 12 * 7 = 85. The answer is yes.", 3)]
    public async Task Complete_WhenTheQuestionStatesTheFalseEquation_AsksAgainOnlyIfTheAnswerAgrees(string response, int requests)
    {
        Script(response, Right);

        await Service.AskAsync("Does 12*7 = 85 hold?");

        Assert.That(Upstream.Requests, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task Feedback_ThatQuotesAFalseEquation_IsNotAskedAgain()
    {
        Script(Wrong);

        await Service.AskAsync(Requests.Body("c").WithPreviousOutputs(Requests.PreviousOutput(Wrong)), "feedback");

        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Complete_WithVerificationOff_GivesTheAnswerAsItIs()
    {
        await RestartAsync(("VERIFY_ARITHMETIC", "false"));
        Upstream.RespondInTurn(StubAnswer.Content(Answering.Fields(Wrong)));

        Assert.That((await Service.AskAsync("What is 12*7?")).Text, Is.EqualTo(Wrong));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Complete_WhenTheSecondAnswerFailsOrHangs_KeepsTheFirst()
    {
        Upstream.RespondInTurn(StubAnswer.Content(Answering.Fields(Wrong)), StubAnswer.Hang);

        var answer = await Service.AskAndPassAsync("What is 12*7?", requests: 2, TimeSpan.FromSeconds(51));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Text, Is.EqualTo(Wrong));
    }

    [Test]
    public async Task Complete_WhenTheFirstAnswerTookMostOfTheTime_IsNotAskedAgain()
    {
        var gate = new TaskCompletionSource();
        Upstream.RespondInTurn(StubAnswer.Content(Answering.Fields(Wrong)) with { Gate = gate.Task });

        var asking = Service.AskAsync("What is 12*7?");
        await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(26));
        await Upstream.NextRequestAsync();
        gate.SetResult();

        Assert.That((await asking).Text, Is.EqualTo(Wrong));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2), "the call, and the one beside it after a long silence");
    }

    private string Messages(int request) => Upstream.Requests[request].Body["messages"]!.ToJsonString();

    private void Script(params string[] responses) =>
        Upstream.RespondInTurn([.. responses.Select(response => StubAnswer.Content(Answering.Fields(response)))]);
}
