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

    [TestCase(40, false)]
    [TestCase(10, true)]
    public async Task CompleteAsync_WhenItIsOffOrLittleIsKnown_WaitsUntilSilence(int answers, bool isOn)
    {
        var model = await WarmAsync(answers, isOn: isOn);

        Assert.That(await AskSlowAsync(model, Slow, Silence), Is.EqualTo(SecondModel));

        Assert.That(Second.Requests, Has.Count.EqualTo(1));
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
        var asked = Second.Requests.Count;
        Clock.Advance(TimeSpan.FromSeconds(2));
        var gate = new TaskCompletionSource();
        Upstream.Respond = _ => Answer(StubAnswer.Model) with { Gate = gate.Task };
        await Upstream.NextRequestAsync();
        var completion = model.CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Slow);
        gate.SetResult();

        Assert.That((await completion.InTimeAsync()).Usage.Model, Is.EqualTo(StubAnswer.Model));
        Assert.That(Second.Requests, Has.Count.EqualTo(asked));
    }

    /// <summary>Answers of half a second each, after which the first upstream hangs.</summary>
    private async Task<IChatModel> WarmAsync(int answers, IReadOnlyList<ChatModelOptions>? models = null, bool isOn = true)
    {
        Upstream.Respond = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(0.5));
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
