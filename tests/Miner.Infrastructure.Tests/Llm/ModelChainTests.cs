using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Application.Telemetry;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>When the next upstream of a chain is asked, and what is told of it.</summary>
internal sealed class ModelChainTests : ModelChainFixture
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(24);
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(57);

    [TestCase(400)]
    [TestCase(413)]
    [TestCase(422)]
    public async Task CompleteAsync_WhenTheRequestIsAtFault_AsksNobodyElse(int status)
    {
        Upstream.Respond = _ => StubAnswer.Error(status);

        var failure = await FailureOfAsync(ChainOfThree().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
        Assert.That(Calls(), Is.EqualTo((1, 0, 0)));
        Assert.That(Count("second", UpstreamEvent.FellBack), Is.Zero);
    }

    [TestCase(302, 1)]
    [TestCase(401, 1)]
    [TestCase(402, 1)]
    [TestCase(403, 1)]
    [TestCase(404, 1)]
    [TestCase(429, 1)]
    [TestCase(408, 2)]
    [TestCase(500, 2)]
    [TestCase(503, 2)]
    [TestCase(529, 2)]
    public async Task CompleteAsync_WhenTwoFail_IsAnsweredByTheThird(int status, int calls)
    {
        Upstream.Respond = _ => StubAnswer.Error(status);
        Second.Respond = _ => StubAnswer.Error(status);

        var completion = await ChainOfThree().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(ThirdModel));
        Assert.That(Calls(), Is.EqualTo((calls, calls, 1)));
        Assert.That((Count("second", UpstreamEvent.FellBack), Count("third", UpstreamEvent.FellBack)), Is.EqualTo((1, 1)));
        Assert.That((Count("", UpstreamEvent.Failed), Count("third", UpstreamEvent.Answered)), Is.EqualTo((calls, 1)));
    }

    /// <summary>Else a server that cannot constrain an answer's form would never answer, and the fallback be paid for all.</summary>
    [Test]
    public async Task CompleteAsync_WhenTheFirstFailsAtTheFormWithoutAWordOfIt_AsksItForTextAndRemembers()
    {
        Upstream.Respond = request => request.Body.ContainsKey("response_format") ? StubAnswer.Error(500) : Answer("first");
        var chain = ChainOfThree();

        var completions = new[]
        {
            await chain.CompleteAsync(Request("x", Schema), CancellationToken.None),
            await chain.CompleteAsync(Request("x", Schema), CancellationToken.None),
        };

        Assert.That(completions.Select(completion => completion.Usage.Model), Is.All.EqualTo("first"));
        Assert.That(Calls(), Is.EqualTo((4, 0, 0)));
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstIsDown_AsksItForTextOnceAMinuteOnly()
    {
        Upstream.Respond = _ => StubAnswer.Error(500);
        var chain = ChainOfThree();

        await chain.CompleteAsync(Request("x", Schema), CancellationToken.None);
        await chain.CompleteAsync(Request("x", Schema), CancellationToken.None);

        Assert.That(Calls(), Is.EqualTo((5, 2, 0)));
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstIsDownAndTheSecondRefusesTheRequest_AsksTheThird()
    {
        Upstream.Respond = _ => StubAnswer.Error(500);
        Second.Respond = _ => StubAnswer.Error(400);

        var completion = await ChainOfThree().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(ThirdModel));
    }

    /// <summary>Else a clock that jumps while the request goes out, as that of a machine that was suspended, puts the watch off.</summary>
    [Test]
    public async Task CompleteAsync_BeforeTheRequestIsOut_WatchesForSilence()
    {
        bool? isWatched = null;
        var notes = new CalledTime();
        CallRecord.Begin("trace", notes);
        notes.Called = () => isWatched ??= Clock.TimerAsync(Silence).IsCompleted;

        await ChainOfThree().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(isWatched, Is.True, "when the first note of the call was made");
    }

    [Test]
    public async Task CompleteAsync_WhenEachIsSilent_AsksTheNextBesideIt()
    {
        Upstream.Respond = _ => StubAnswer.Hang;
        Second.Respond = _ => StubAnswer.Hang;
        var completion = ChainOfThree().CompleteAsync(Request(), CancellationToken.None);
        var first = await Upstream.NextRequestAsync();
        Clock.Advance(Silence);
        var second = await Second.NextRequestAsync();

        Clock.Advance(Silence);

        Assert.That((await completion.InTimeAsync()).Usage, Has.Property("Model").EqualTo(ThirdModel)
            .And.Property("Elapsed").EqualTo(2 * Silence));
        Assert.That((Count("second", UpstreamEvent.Hedged), Count("third", UpstreamEvent.Hedged)), Is.EqualTo((1, 1)));
        await first.Aborted.InTimeAsync();
        await second.Aborted.InTimeAsync();
    }

    [Test]
    public async Task CompleteAsync_WhenAllAreSilent_EndsAtOneDeadlineForTheChain()
    {
        Upstream.Respond = Second.Respond = Third.Respond = _ => StubAnswer.Hang;
        var completion = ChainOfThree().CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Silence);
        await Second.NextRequestAsync();
        Clock.Advance(Silence);
        await Third.NextRequestAsync();

        Clock.Advance(TimeSpan.FromSeconds(9) - TimeSpan.FromMilliseconds(1));
        Assert.That(completion.IsCompleted, Is.False);
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That((await FailureOfAsync(completion)).Failure, Is.EqualTo(ChatModelFailure.TimedOut));
        Assert.That(Calls(), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstIsSilentAndTheSecondFails_RunsOutOfTime()
    {
        Upstream.Respond = _ => StubAnswer.Hang;
        Second.Respond = _ => StubAnswer.Error(404);
        var completion = Chain(Options(), SecondOptions()).CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Silence);
        await Second.NextRequestAsync();

        Clock.Advance(LongestRequest - Silence);

        Assert.That((await FailureOfAsync(completion)).Failure, Is.EqualTo(ChatModelFailure.TimedOut));
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstFailsAndTheSecondIsSilent_RunsOutOfTime()
    {
        Upstream.Respond = _ => StubAnswer.Error(404);
        Second.Respond = _ => StubAnswer.Hang;
        var completion = Chain(Options(), SecondOptions()).CompleteAsync(Request(), CancellationToken.None);
        await Second.NextRequestAsync();
        Clock.Advance(Silence);
        await Second.NextRequestAsync();

        Clock.Advance(LongestRequest - Silence);

        Assert.That((await FailureOfAsync(completion)).Failure, Is.EqualTo(ChatModelFailure.TimedOut));
    }

    [TestCase(2, 0)]
    [TestCase(4, 2)]
    public async Task CompleteAsync_WhenTheOnlyOneIsSilent_TakesNoConnectionThatOthersNeed(int connections, int secondCalls)
    {
        Upstream.Respond = _ => StubAnswer.Hang;
        var model = Chain(Options() with { MaxConnections = connections });
        using var callers = new CancellationTokenSource();
        var completions = Enumerable.Range(0, 2).Select(i => model.CompleteAsync(Request($"{i}"), callers.Token)).ToList();
        foreach (var _ in completions) await Upstream.NextRequestAsync();

        Clock.Advance(Silence);

        for (var i = 0; i < secondCalls; i++) await Upstream.NextRequestAsync();
        await callers.CancelAsync();
        foreach (var completion in completions) Assert.That(async () => await completion, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Count("", UpstreamEvent.Hedged), Is.EqualTo(secondCalls));
    }

    [Test]
    public async Task CompleteAsync_WhenTheSilentFirstAnswersBeforeTheSecond_TakesItsAnswer()
    {
        var gate = new TaskCompletionSource();
        Upstream.Respond = _ => Answer(StubAnswer.Model) with { Gate = gate.Task };
        Second.Respond = _ => StubAnswer.Hang;
        var completion = ChainOfThree().CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Silence);
        var second = await Second.NextRequestAsync();

        gate.SetResult();

        Assert.That((await completion.InTimeAsync()).Usage.Model, Is.EqualTo(StubAnswer.Model));
        await second.Aborted.InTimeAsync();
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstIsSilentAndTheSecondRefusesTheRequest_WaitsForTheFirst()
    {
        var gate = new TaskCompletionSource();
        Upstream.Respond = _ => Answer(StubAnswer.Model) with { Gate = gate.Task };
        Second.Respond = _ => StubAnswer.Error(400);
        var completion = ChainOfThree().CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Silence);
        await Second.NextRequestAsync();

        gate.SetResult();

        Assert.That((await completion.InTimeAsync()).Usage.Model, Is.EqualTo(StubAnswer.Model));
        Assert.That(Calls(), Is.EqualTo((1, 1, 0)));
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstSaysNothingAndTheSecondFails_GivesTheBlankAnswer()
    {
        Upstream.Respond = _ => StubAnswer.Content("");
        Second.Respond = _ => StubAnswer.Error(404);

        var completion = await Chain(Options(), SecondOptions()).CompleteAsync(Request(), CancellationToken.None);

        Assert.That((completion.Choices.Single().Text, completion.Usage.Model), Is.EqualTo(("", StubAnswer.Model)));
        Assert.That(Calls(), Is.EqualTo((1, 1, 0)));
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstIsCutAtItsLimit_TakesThatForAnAnswer()
    {
        Upstream.Respond = _ => StubAnswer.Content("", finishReason: "length");

        var completion = await Chain(Options(), SecondOptions()).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices.Single().End, Is.EqualTo(ChoiceEnd.AtTokenLimit));
        Assert.That(Calls(), Is.EqualTo((1, 0, 0)));
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstAsksForPatienceAndTheSecondIsDown_WaitsForTheFirst()
    {
        Upstream.RespondInTurn(StubAnswer.Error(429, retryAfter: "7"), Answer(StubAnswer.Model));
        Second.Respond = _ => StubAnswer.Error(401);

        var completion = await Chain(Options(), SecondOptions()).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(StubAnswer.Model));
        Assert.That(completion.Usage.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(Calls(), Is.EqualTo((2, 1, 0)));
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstIsLeftAloneAndTheThirdIsDown_WaitsForTheSecond()
    {
        Upstream.Respond = _ => StubAnswer.Error(500);
        var model = ChainOfThree();
        for (var i = 0; i < 10; i++) await model.CompleteAsync(Request($"{i}"), CancellationToken.None);
        Second.RespondInTurn(StubAnswer.Error(429, retryAfter: "7"), Answer(SecondModel));
        Third.Respond = _ => StubAnswer.Error(401);
        var calls = Upstream.Requests.Count;

        var completion = await model.CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(SecondModel));
        Assert.That(Calls(), Is.EqualTo((calls, 12, 1)));
    }

    [TestCase(200, SecondModel, 0, 1)]
    [TestCase(404, StubAnswer.Model, 1, 1)]
    public async Task CompleteAsync_WhenAnotherIsPreferred_AsksTheFirstLast(int status, string answered, int first, int second)
    {
        if (status != 200) Second.Respond = _ => StubAnswer.Error(status);

        var completion = await Chain(Options(), SecondOptions())
            .CompleteAsync(Request() with { PrefersAnother = true }, CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(answered));
        Assert.That(Calls(), Is.EqualTo((first, second, 0)));
        Assert.That(Count("second", UpstreamEvent.FellBack), Is.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenTheCallerGivesUp_AbandonsAllThatAreAsked()
    {
        Upstream.Respond = Second.Respond = _ => StubAnswer.Hang;
        using var caller = new CancellationTokenSource();
        var completion = ChainOfThree().CompleteAsync(Request(), caller.Token);
        var first = await Upstream.NextRequestAsync();
        Clock.Advance(Silence);
        var second = await Second.NextRequestAsync();

        await caller.CancelAsync();

        Assert.That(async () => await completion, Throws.InstanceOf<OperationCanceledException>());
        await first.Aborted.InTimeAsync();
        await second.Aborted.InTimeAsync();
        Assert.That(Calls(), Is.EqualTo((1, 1, 0)));
    }

    private IChatModel ChainOfThree() => Chain(Options(), SecondOptions(), ThirdOptions());

    private (int First, int Second, int Third) Calls() => (Upstream.Requests.Count, Second.Requests.Count, Third.Requests.Count);

    private sealed class CalledTime : TimeProvider
    {
        public Action? Called { get; set; }

        public override long GetTimestamp()
        {
            Called?.Invoke();
            return base.GetTimestamp();
        }
    }
}
