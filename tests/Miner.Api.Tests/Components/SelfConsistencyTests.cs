using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

[TestFixture]
internal sealed class SelfConsistencyTests : MinerFixture
{
    private const string Question = "How many are six sevens?";

    /// <summary>Evaluated exactly.</summary>
    private const string Formula = "What is 6*7?";

    protected override IEnumerable<(string Name, string Value)> Settings => [("SELF_CONSISTENCY_SAMPLES", "8")];

    [Test]
    public async Task Complete_WhenTheFirstTwoAgree_AsksForNoMoreAndGivesTheFuller()
    {
        Script(["The answer is 42.", "Six sevens. The answer is 42."]);

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("Six sevens. The answer is 42."));
        Assert.That(Waves(), Is.EqualTo(new[] { 2 }));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("2"));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("70"));
    }

    [Test]
    public async Task Complete_WhenTheFirstTwoDiffer_AsksForAsManyAsAnEndTakes()
    {
        Script(Answers(41, 42), Answers(42, 42), Answers(42));

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("The answer is 42."));
        Assert.That(Waves(), Is.EqualTo(new[] { 2, 2, 1 }));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("5"));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("210"));
    }

    [Test]
    public async Task Complete_WhenNoAnswerLeads_ShowsTheModelTheCandidatesAndTakesItsAnswer()
    {
        Script(Answers(1, 2), Answers(3, 3), Answers(4), Answers(5));

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("The answer is 5."));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("6"));
        Assert.That(
            Upstream.Requests[^1].LastMessage,
            Does.Contain("[candidate 1, 2 of 5 attempts").And.Contains("The answer is 3.").And.Contains("[candidate 4, 1 of 5 attempts"));
    }

    [Test]
    public async Task Complete_WhenNoAnswerLeadsAndTheModelFails_GivesTheFirstOfTheLargest()
    {
        Upstream.RespondInTurn(
            StubAnswer.Choices(Answers(1, 2).Select(Answering.Fields)),
            StubAnswer.Choices(Answers(3, 3).Select(Answering.Fields)),
            StubAnswer.Choices(Answers(4).Select(Answering.Fields)),
            StubAnswer.Error(401));

        var answer = await Service.AskAsync(Question);

        Assert.That((answer.Text, answer.Headers["X-Samples-Used"]), Is.EqualTo(("The answer is 3.", "5")));
    }

    [TestCase(new[] { 1 }, 42, new[] { 42 })]
    [TestCase(new[] { 1, 1 }, 41, new[] { 41 }, new[] { 41 })]
    [TestCase(new[] { 1, 1, 2 }, 42, new[] { 41 }, new[] { 42 }, new[] { 42, 42 })]
    public async Task Complete_OfAFormula_CountsItsExactValueAsOneMoreVoteWhichOverrulesNoTwo(
        int[] waves, int expected, params int[][] replies)
    {
        Script([.. replies.Select(Answers)]);

        var answer = await Service.AskAsync(Formula);

        Assert.That(answer.Text, Is.EqualTo($"The answer is {expected}."));
        Assert.That(Waves(), Is.EqualTo(waves));
    }

    [Test]
    public async Task Complete_OfAFormulaWithASampleThatSaysNothing_AsksForASecond()
    {
        Script(["Hm."], ["The answer is 42."]);

        Assert.That((await Service.AskAsync(Formula)).Text, Is.EqualTo("The answer is 42."));
    }

    [Test]
    public async Task Complete_WithALimitOfThree_AsksForTwoAndThenForOneThatSeesThem()
    {
        await RestartAsync(("SELF_CONSISTENCY_SAMPLES", "3"));
        Script(Answers(1, 2), Answers(2));

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("The answer is 2."));
        Assert.That(Waves(), Is.EqualTo(new[] { 2, 1 }));
    }

    [Test]
    public async Task Complete_WithSamplesThatSayNothing_LetsTheReadableOneWin()
    {
        Script(["I cannot tell at all, sorry, whatever I do.", "The answer is 42."], ["I cannot tell at all, sorry, whatever I do.", "Hm."],
            ["Hm.", "Hm.", "Hm.", "Hm."]);

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("The answer is 42."));
    }

    [Test]
    public async Task Complete_WhenNoSampleHasAFinalAnswer_AsksForNoMore()
    {
        Script(["Opinions differ.", "Opinions differ."]);

        var answer = await Service.AskAsync("Is math fun?");

        Assert.That(answer.Text, Is.EqualTo("Opinions differ."));
        Assert.That(Waves(), Is.EqualTo(new[] { 2 }));
    }

    [TestCase("Who wrote Faust?", "complete")]
    [TestCase(Question, "refine")]
    public async Task Component_WithoutAVote_AsksForOneSample(string question, string component)
    {
        Script(["Goethe wrote it."]);

        var answer = await Service.AskAsync(question, component);

        Assert.That(Waves(), Is.EqualTo(new[] { 1 }));
        Assert.That(Upstream.Requests[0].Body.ContainsKey("n"), Is.False);
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("1"));
    }

    [Test]
    public async Task Complete_WithSeveralQuestions_TakesNoVoteOnTheLastOfThem()
    {
        var body = Requests.Body("c", Question);
        body["input"]!.AsArray().Add(new JsonObject { ["user_query"] = "What is 1+1?" });
        Script(["1. The answer is 42.\n2. The answer is 2."]);

        await Service.AskAsync(body, "complete");

        Assert.That(Waves(), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Complete_WhenASampleIsCutShort_CountsOnlyTheWholeOnes()
    {
        var cut = StubAnswer.Json(JsonNode.Parse("""
            {"choices":[{"finish_reason":"length","message":{"content":"The answer is 41."}},
                        {"finish_reason":"stop","message":{"content":"The answer is 42."}}]}
            """)!);
        Upstream.RespondInTurn(cut, StubAnswer.Choices(Answers(41, 41)), StubAnswer.Choices(Answers(42, 42, 42, 42)));

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("The answer is 42."));
        Assert.That(answer.Headers.ContainsKey("X-Truncated"), Is.False);
    }

    [Test]
    public async Task Complete_WhenTheUpstreamIgnoresN_AsksForTheOthersSeparately()
    {
        Upstream.Respond = _ => StubAnswer.Content(Answering.Fields("The answer is 42."));

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("2"));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("140"));
        Assert.That(Waves(), Is.EqualTo(new[] { 2, 1 }));
    }

    [Test]
    public async Task Complete_WhenALaterWaveHangs_DecidesAfterFiftySecondsByTheVotesInHand()
    {
        Upstream.RespondInTurn(StubAnswer.Choices(Answers(41, 42)), StubAnswer.Hang);

        var answer = await Service.AskAndPassAsync(Question, requests: 2, TimeSpan.FromSeconds(51));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Text, Is.EqualTo("The answer is 41."));
        await Upstream.Requests[1].Aborted.InTimeAsync();
    }

    [Test]
    public async Task Complete_WhenOneOfTheFirstSamplesHangs_DecidesAfterFiftySecondsByTheOther()
    {
        Upstream.RespondInTurn(StubAnswer.Content(Answering.Fields("The answer is 42.")), StubAnswer.Hang);

        var answer = await Service.AskAndPassAsync(Question, requests: 2, TimeSpan.FromSeconds(51));

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "The answer is 42.")));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("1"));
        await Upstream.Requests[^1].Aborted.InTimeAsync();
    }

    [Test]
    public async Task Complete_WhenOneOfALaterWaveHangs_CountsTheOther()
    {
        Upstream.RespondInTurn(
            StubAnswer.Choices(Answers(41, 42)), StubAnswer.Content(Answering.Fields("The answer is 42.")), StubAnswer.Hang);

        var answer = await Service.AskAndPassAsync(Question, requests: 3, TimeSpan.FromSeconds(51));

        Assert.That(answer.Text, Is.EqualTo("The answer is 42."));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("3"));
    }

    [Test]
    public async Task Complete_WhenALaterWaveFails_DecidesByTheVotesInHand()
    {
        Upstream.RespondInTurn(StubAnswer.Choices(Answers(41, 42)), StubAnswer.Error(401));

        var answer = await Service.AskAsync("How many gates has Thebes?");

        Assert.That(answer.Text, Is.EqualTo("The answer is 41."));
    }

    private static string[] Answers(params int[] answers) => [.. answers.Select(answer => $"The answer is {answer}.")];

    private void Script(params string[][] waves) =>
        Upstream.RespondInTurn([.. waves.Select(wave => StubAnswer.Choices(wave.Select(Answering.Fields)))]);

    private int[] Waves() => [.. Upstream.Requests.Select(request => (int?)request.Body["n"] ?? 1)];
}
