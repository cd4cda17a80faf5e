using Microsoft.Extensions.Time.Testing;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Tools;

namespace Miner.Application.Tests.Components;

/// <summary>How often a model may call the calculator before it has to answer, and what its rounds cost.</summary>
[TestFixture]
internal sealed class ToolRoundsTests
{
    private static readonly ToolCall Call = new("id", "calculator", """{"operation":"evaluate","input":["6*7"]}""");
    private static readonly ChatChoice Calling = new("Let me see.", ChoiceEnd.Complete) { ToolCalls = [Call] };
    private static readonly ChatChoice Answer = new("It is 42.", ChoiceEnd.Complete);

    private static readonly ChatRequest Request = new([new ChatMessage(ChatRole.User, "6*7?")], Schema: null, Temperature: 0.5)
    {
        Tools = [CalculatorTool.Definition],
        SettleAfter = TimeSpan.FromSeconds(9),
    };

    private readonly FakeTimeProvider _time = new();
    private ScriptedChat _chat = null!;
    private AnswerDeadline _deadline = null!;

    [SetUp]
    public void Begin() => (_chat, _deadline) = (new ScriptedChat(_time), new AnswerDeadline(_time, TimeSpan.FromSeconds(50)));

    [TestCase(0, "", "It is 42.")]
    [TestCase(1, "+", "It is 42.")]
    [TestCase(2, "++", "It is 42.")]
    [TestCase(4, "+++-", "It is 42.")]
    [TestCase(5, "+++-", "")]
    public async Task Finish_AfterSomeRoundsOfCalls_HasTheModelAnswerInTheFourth(int calls, string mayCall, string text)
    {
        for (var round = 1; round <= 4; round++) _chat.Gives(0, round < calls ? Calling : Answer);

        var end = await FinishAsync(calls > 0 ? Calling : Answer);

        Assert.That(end.Choices.Single(), Is.EqualTo(new ChatChoice(text, ChoiceEnd.Complete)));
        Assert.That(MayCall(), Is.EqualTo(mayCall));
        Assert.That(_chat.Requests.Select(request => request.Rounds.Count), Is.EqualTo(Enumerable.Range(1, mayCall.Length)));
        Assert.That(end.Usage.Samples, Is.EqualTo(1), "rounds are no answers to choose from");
        Assert.That(end.Usage.Tokens, Is.EqualTo(70 * (1 + mayCall.Length)));
    }

    /// <summary>A round is begun only where another could follow it, each as slow as the slowest so far.</summary>
    /// <param name="seconds">What the first answer takes, and then each round.</param>
    [TestCase("+++-", 1, 1, 1, 1, 1)]
    [TestCase("++-", 10, 12, 12, 1)]
    [TestCase("++-", 16, 1, 1, 1)]
    [TestCase("+-", 16, 2, 1)]
    [TestCase("-", 17, 1)]
    public async Task Finish_WhenTimeGetsShort_HasTheModelAnswer(string mayCall, params double[] seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds[0]));
        foreach (var round in seconds.Skip(1).SkipLast(1)) _chat.Gives(round, Calling);
        _chat.Gives(seconds[^1], Answer);

        var end = await FinishAsync(seconds[0], Calling);

        Assert.That((end.Choices[0].Text, MayCall()), Is.EqualTo(("It is 42.", mayCall)));
        Assert.That(end.Usage.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(seconds.Sum())));
    }

    [TestCase(8, "42")]
    [TestCase(9, "42\n1 call beyond 8 was left out.")]
    [TestCase(11, "42\n3 calls beyond 8 were left out.")]
    public async Task Finish_OfManyCallsAtOnce_RunsEightAndTellsOfTheOthers(int calls, string last)
    {
        _chat.Gives(0, Answer);

        await FinishAsync(Calling with { ToolCalls = [.. Enumerable.Repeat(Call, calls)] });

        var round = _chat.Requests[0].Rounds.Single();
        Assert.That(round.Text, Is.EqualTo("Let me see."));
        Assert.That(round.Calls.Select(call => call.Result), Is.EqualTo(Enumerable.Repeat("42", 7).Append(last)));
    }

    [Test]
    public async Task Finish_OfARound_AsksForOneSampleOfTheSame()
    {
        _chat.Gives(0, Answer);

        await FinishAsync(Calling, Answer);

        var asked = _chat.Requests.Single();
        Assert.That(asked with { Rounds = [] }, Is.EqualTo(Request with { SettleAfter = null, Samples = 1, Rounds = [] }));
    }

    /// <summary>Each goes its own way, and one that comes to nothing is blank.</summary>
    [Test]
    public async Task Finish_OfSeveralSamples_KeepsThemInOrder()
    {
        _chat.Gives(0, Answer with { Text = "It is 43." });
        _chat.Fails();

        var end = await FinishAsync(Answer, Calling, Calling);

        Assert.That(end.Choices.Select(choice => choice.Text), Is.EqualTo(new[] { "It is 42.", "It is 43.", "" }));
        Assert.That((end.Usage.Samples, end.Usage.Tokens), Is.EqualTo((3, 110 + 70)), "what failed has cost nothing");
    }

    [TestCase(49, false)]
    [TestCase(50, true)]
    public async Task Finish_WhenNoSampleComesToAnAnswer_FailsOnlyWhereTimeHasRunOut(double seconds, bool isTimedOut)
    {
        _chat.Gives(seconds, Calling);
        for (var round = 0; round < 3; round++) _chat.Gives(0, Calling);

        var finishing = FinishAsync(Calling);

        if (isTimedOut)
        {
            Assert.That(() => finishing, Throws.InstanceOf<ChatModelException>()
                .With.Property(nameof(ChatModelException.Failure)).EqualTo(ChatModelFailure.TimedOut));
            return;
        }

        Assert.That((await finishing).Choices.Single().Text, Is.Empty);
    }

    [Test]
    public void Finish_WhenTheCallerGoesAway_Throws()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        Assert.That(
            () => ToolRounds.FinishAsync(_chat, Request, Completion(0, [Calling]), _deadline, gone.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private Task<ChatCompletion> FinishAsync(params ChatChoice[] choices) => FinishAsync(0, choices);

    private Task<ChatCompletion> FinishAsync(double seconds, params ChatChoice[] choices) =>
        ToolRounds.FinishAsync(_chat, Request, Completion(seconds, choices), _deadline, CancellationToken.None);

    private static ChatCompletion Completion(double seconds, ChatChoice[] choices) =>
        new(choices, new ModelUsage("m0", 50, 20 * choices.Length, TimeSpan.FromSeconds(seconds), choices.Length));

    private string MayCall() => string.Concat(_chat.Requests.Select(request => request.MayCallTools ? '+' : '-'));
}
