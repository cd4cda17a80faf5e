using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>A second call beside one that takes far longer than most, where the operator wants that.</summary>
internal sealed class HedgingTests : ModelChainFixture
{
    /// <summary>Three times the median, which is half a second.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(24);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(5);

    protected override TimeSpan LongestPause => TimeSpan.Zero;

    [Test]
    public async Task CompleteAsync_WhenACallIsSlow_AsksTheNextBesideItAndGivesTheSlowOneUp()
    {
        var model = await WarmAsync(answers: 40);
        var completion = model.CompleteAsync(Request(), CancellationToken.None);
        var slow = await Upstream.NextRequestAsync();
        Clock.Advance(Slow - TimeSpan.FromMilliseconds(1));
        Assert.That(Second.Requests, Is.Empty);

        Clock.Advance(TimeSpan.FromMilliseconds(1));

        var usage = (await completion.InTimeAsync()).Usage;
        Assert.That((usage.Model, usage.Elapsed), Is.EqualTo((SecondModel, Slow)));
        Assert.That(Count("second", UpstreamEvent.Hedged), Is.EqualTo(1));
        await slow.Aborted.InTimeAsync();
        Assert.That(Count("", UpstreamEvent.Failed), Is.Zero);
    }

    [Test]
    public async Task CompleteAsync_WhenThereIsNoNext_AsksTheSameOnceMore()
    {
        var model = await WarmAsync(answers: 40, [Options()]);
        var completion = model.CompleteAsync(Request(), CancellationToken.None);
        var slow = await Upstream.NextRequestAsync();
        Upstream.Respond = _ => StubAnswer.Content("hi");

        Clock.Advance(Slow);

        Assert.That((await completion.InTimeAsync()).Usage.Elapsed, Is.EqualTo(Slow));
        Assert.That((Upstream.Requests.Count, Count("", UpstreamEvent.Hedged)), Is.EqualTo((42, 1)));
        await slow.Aborted.InTimeAsync();
    }

    /// <summary>Forty calls are worth two: the third waits until silence, which counts against no budget.</summary>
    [Test]
    public async Task CompleteAsync_WhenManyAreSlow_MakesNoMoreSecondCallsThanOneInTwenty()
    {
        var model = await WarmAsync(answers: 40);
        for (var i = 0; i < 2; i++) Assert.That(await AskSlowAsync(model, Slow), Is.EqualTo(SecondModel));

        Assert.That(await AskSlowAsync(model, Slow, Silence), Is.EqualTo(SecondModel));

        Assert.That(Second.Requests, Has.Count.EqualTo(3));
    }

    /// <summary>Answers of half a second, but for three in a hundred that take ten.</summary>
    [Test]
    public async Task CompleteAsync_WhenThreeInAHundredAreSlow_HalvesTheSlowestAtFewMoreCalls()
    {
        const int Questions = 200;
        var ofOne = await NinetyNinthAsync(Questions, isOn: false);
        var calls = Upstream.Requests.Count;
        var ofTwo = await NinetyNinthAsync(Questions, isOn: true);

        Assert.That((calls, ofOne), Is.EqualTo((Questions, TimeSpan.FromSeconds(10))));
        Assert.That(ofTwo, Is.LessThanOrEqualTo(ofOne / 2));
        Assert.That(Upstream.Requests.Count - calls, Is.InRange(Questions + 1, Questions * 1.05));
    }

    [TestCase(40, false)]
    [TestCase(10, true)]
    public async Task CompleteAsync_WhenItIsOffOrLittleIsKnown_WaitsUntilSilence(int answers, bool isOn)
    {
        var model = await WarmAsync(answers, isOn: isOn);

        Assert.That(await AskSlowAsync(model, Slow, Silence), Is.EqualTo(SecondModel));

        Assert.That(Second.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenAnswersAreQuick_WaitsASecondBeforeASecondCall()
    {
        var model = await WarmAsync(answers: 40, answerTime: TimeSpan.FromSeconds(0.1));
        var completion = model.CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();

        await Clock.TimerAsync(TimeSpan.FromSeconds(1));
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await completion.InTimeAsync()).Usage.Model, Is.EqualTo(SecondModel));
    }

    [Test]
    public async Task CompleteAsync_WhileACircuitIsNotClosed_MakesNoSecondCall([Values] bool ofTheNext)
    {
        var model = await WarmAsync(answers: 40);
        await OpenAsync(model, ofTheNext);
        if (!ofTheNext) Clock.Advance(Break);
        var hedged = Count("second", UpstreamEvent.Hedged);
        var gate = new TaskCompletionSource();
        Upstream.Respond = _ => Answer(StubAnswer.Model) with { Gate = gate.Task };
        var completion = model.CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Slow);
        await Clock.TimerAsync(Silence - Slow);
        gate.SetResult();

        Assert.That((await completion.InTimeAsync()).Usage.Model, Is.EqualTo(StubAnswer.Model));
        Assert.That(Count("second", UpstreamEvent.Hedged), Is.EqualTo(hedged));
    }

    [Test]
    public async Task CompleteAsync_WithinAMinuteOfATooManyRequests_MakesNoSecondCall([Values] bool ofTheNext)
    {
        var model = await WarmAsync(answers: 40);
        Upstream.Respond = _ => StubAnswer.Error(ofTheNext ? 404 : 429, retryAfter: "2");
        if (ofTheNext) Second.Respond = _ => StubAnswer.Error(429, retryAfter: "100");
        var first = model.CompleteAsync(Request(), CancellationToken.None);
        if (ofTheNext) await FailureOfAsync(first);
        else await first;
        var hedged = Count("second", UpstreamEvent.Hedged);
        Clock.Advance(TimeSpan.FromSeconds(2));
        var gate = new TaskCompletionSource();
        Upstream.Respond = _ => Answer(StubAnswer.Model) with { Gate = gate.Task };
        await Upstream.NextRequestAsync();
        var completion = model.CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Slow);
        await Clock.TimerAsync(Silence - Slow);
        gate.SetResult();

        Assert.That((await completion.InTimeAsync()).Usage.Model, Is.EqualTo(StubAnswer.Model));
        Assert.That(Count("second", UpstreamEvent.Hedged), Is.EqualTo(hedged));
    }

    [Test]
    public async Task CompleteAsync_WithinAMinuteOfAKeysTooManyRequests_MakesNoSecondCall()
    {
        var model = await WarmAsync(answers: 40, [Options() with { ApiKeys = ["one", "two"] }, SecondOptions()]);
        Upstream.RespondInTurn(StubAnswer.Error(429, retryAfter: "3"), Answer(StubAnswer.Model));
        await model.CompleteAsync(Request("limited"), CancellationToken.None).InTimeAsync();
        Clock.Advance(TimeSpan.FromSeconds(3));
        for (var i = 0; i < 2; i++) await Upstream.NextRequestAsync();
        var gate = new TaskCompletionSource();
        Upstream.Respond = _ => Answer(StubAnswer.Model) with { Gate = gate.Task };
        var completion = model.CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Slow);
        await Clock.TimerAsync(Silence - Slow);
        gate.SetResult();

        Assert.That((await completion.InTimeAsync()).Usage.Model, Is.EqualTo(StubAnswer.Model));
        Assert.That(Count("second", UpstreamEvent.Hedged), Is.Zero);
    }

    /// <summary>Answers of half a second each, unless another time is given, after which the first upstream hangs.</summary>
    private async Task<IChatModel> WarmAsync(
        int answers, IReadOnlyList<ChatModelOptions>? models = null, bool isOn = true, TimeSpan? answerTime = null)
    {
        Upstream.Respond = _ =>
        {
            Clock.Advance(answerTime ?? TimeSpan.FromSeconds(0.5));
            return Answer(StubAnswer.Model);
        };
        var model = Chain(new ModelChainOptions { Models = models ?? [Options(), SecondOptions()], Hedges = isOn });
        for (var i = 0; i < answers; i++)
        {
            await model.CompleteAsync(Request($"{i}"), CancellationToken.None).InTimeAsync();
            await Upstream.NextRequestAsync();
        }

        Upstream.Respond = _ => StubAnswer.Hang;
        return model;
    }

    /// <summary>How long all but one in a hundred take at most, of an upstream that is slow at three in a hundred.</summary>
    private async Task<TimeSpan> NinetyNinthAsync(int questions, bool isOn)
    {
        var model = await WarmAsync(answers: 40, [Options()], isOn);
        var quick = Upstream.Respond = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(0.5));
            return Answer(StubAnswer.Model);
        };
        List<TimeSpan> times = [];
        for (var question = 40; question < questions; question++)
        {
            var gate = new TaskCompletionSource();
            var isSlow = question % 100 is 30 or 60 or 90;
            if (isSlow) Upstream.Respond = _ => Answer(StubAnswer.Model) with { Gate = gate.Task };
            var completion = model.CompleteAsync(Request($"{question}"), CancellationToken.None);
            await Upstream.NextRequestAsync();
            if (isSlow)
            {
                Upstream.Respond = quick;
                Clock.Advance(Slow);
                if (isOn) await Upstream.NextRequestAsync();
                else Clock.Advance(TimeSpan.FromSeconds(10) - Slow);
                if (!isOn) gate.SetResult();
            }

            times.Add((await completion.InTimeAsync()).Usage.Elapsed);
        }

        times.Sort();
        return times[(int)(times.Count * 0.99)];
    }

    /// <summary>Is silent to so many that the first upstream, or the next, is left alone.</summary>
    private async Task OpenAsync(IChatModel model, bool ofTheNext)
    {
        const int Many = 20;
        var (hanging, answering) = ofTheNext ? (Second, Upstream) : (Upstream, Second);
        hanging.Respond = _ => StubAnswer.Hang;
        answering.Respond = _ => StubAnswer.Content("hi");
        var completions = Enumerable.Range(0, Many)
            .Select(i => model.CompleteAsync(Request($"silent {i}") with { PrefersAnother = ofTheNext }, CancellationToken.None))
            .ToList();
        for (var i = 0; i < Many; i++) await hanging.NextRequestAsync();
        Clock.Advance(Silence);
        await Task.WhenAll(completions).InTimeAsync();
        for (var i = 0; i < Many; i++) await answering.NextRequestAsync();
        Assert.That(() => Logs.Lines.Select(line => line.EventId), Has.Some.EqualTo(2004).After((int)Patience.Limit.TotalMilliseconds, 5));
    }

    /// <summary>Who answers after a slow call, when each of <paramref name="times"/> of it has come.</summary>
    private async Task<string> AskSlowAsync(IChatModel model, params TimeSpan[] times)
    {
        var completion = model.CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        var passed = TimeSpan.Zero;
        foreach (var time in times)
        {
            Assert.That(completion.IsCompleted, Is.False);
            Clock.Advance(time - passed);
            passed = time;
        }

        return (await completion.InTimeAsync()).Usage.Model;
    }
}
