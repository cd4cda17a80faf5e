using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>More callers than connections: nobody waits in vain, and the upstream is not blamed for the wait.</summary>
internal sealed class ConnectionQueueTests : ModelChainFixture
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(2);

    protected override TimeSpan LongestPause => TimeSpan.Zero;

    [Test]
    public async Task CompleteAsync_When130AskOverTwoConnections_AnswersOrSendsAwayEachInTime()
    {
        const int Connections = 2;
        Upstream.Respond = _ => StubAnswer.Content("hi") with { Gate = Task.Delay(AnswerTime, Clock) };
        var model = Chain(Options() with { MaxConnections = Connections });
        var crowd = Enumerable.Range(0, 130).Select(i => model.CompleteAsync(Request($"question {i}"), CancellationToken.None)).ToList();

        for (var seconds = 0; seconds < 48; seconds += 2)
        {
            for (var i = 0; i < Connections; i++) await Clock.TimerAsync(AnswerTime);
            Clock.Advance(AnswerTime);

            // As soon as it is known how long an answer takes, so is who would wait in vain.
            if (seconds == 0) await Task.WhenAll(crowd.TakeLast(70).Select(OutcomeAsync)).InTimeAsync();
        }

        var all = Task.WhenAll(crowd.Select(OutcomeAsync));
        while (Clock.TimerAsync(AnswerTime) is var next && await Task.WhenAny(all, next) == next) Clock.Advance(AnswerTime);
        var outcomes = await all;
        var (answered, sentAway) = (outcomes.Count(outcome => outcome is null), outcomes.OfType<ChatModelException>().ToList());
        Assert.That(answered, Is.InRange(50, 57));
        Assert.That(Upstream.Requests.Count - answered, Is.InRange(0, Connections), "what is out when time is up");
        Assert.That(sentAway.Count(failure => failure.Failure != ChatModelFailure.Overloaded), Is.LessThanOrEqualTo(Connections));
        Assert.That(
            sentAway.Where(failure => failure.Failure == ChatModelFailure.Overloaded).Select(failure => failure.RetryAfter),
            Is.All.GreaterThan(TimeSpan.Zero));
        Assert.That(Logs.Lines.Select(line => line.EventId), Has.None.EqualTo(2004));
        Assert.That(model.Description.IsAnswering, Is.True);
        Assert.That(Count("", UpstreamEvent.Failed), Is.LessThanOrEqualTo(Connections));
    }

    [Test]
    public async Task CompleteAsync_WhenTheQueueIsLongerThanTheDeadline_SendsTheNextAwayAtOnce()
    {
        Upstream.Respond = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(20));
            return StubAnswer.Content("hi");
        };
        var model = Chain(Options() with { MaxConnections = 1 });
        await model.CompleteAsync(Request("first"), CancellationToken.None);
        Upstream.Respond = _ => StubAnswer.Hang;
        using var callers = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 2).Select(i => model.CompleteAsync(Request($"{i}"), callers.Token)).ToList();

        var failure = await FailureOfAsync(model.CompleteAsync(Request("too late"), CancellationToken.None));

        Assert.That((failure.Failure, failure.RetryAfter), Is.EqualTo((ChatModelFailure.Overloaded, TimeSpan.FromSeconds(40))));
        await callers.CancelAsync();
        foreach (var one in waiting) Assert.That(async () => await one, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task CompleteAsync_WhenAllConnectionsAreTakenAndThereIsAFallback_WaitsASecondAtMost()
    {
        Upstream.Respond = _ => StubAnswer.Hang;
        var model = Chain(Options() with { MaxConnections = 1 }, SecondOptions());
        using var callers = new CancellationTokenSource();
        var first = model.CompleteAsync(Request("first"), callers.Token);
        await Upstream.NextRequestAsync();
        var second = model.CompleteAsync(Request("second"), CancellationToken.None);

        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await second.InTimeAsync()).Usage.Model, Is.EqualTo(SecondModel));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
        await callers.CancelAsync();
        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task CompleteAsync_WhenItsTurnIsDueAndAnEarlierCallTakesTheConnection_WaitsNoLongerForIt()
    {
        var pause = TimeSpan.FromMilliseconds(500);
        var model = Chain(Options() with { MaxConnections = 1 }, SecondOptions());
        for (var i = 0; i < 6; i++) await model.CompleteAsync(Request($"{i}"), CancellationToken.None);
        for (var i = 0; i < 6; i++) await Upstream.NextRequestAsync();
        Upstream.RespondInTurn(
            StubAnswer.Error(429) with { Headers = new Dictionary<string, string> { ["retry-after-ms"] = "500" } }, StubAnswer.Hang);
        using var callers = new CancellationTokenSource();
        var earlier = model.CompleteAsync(Request("earlier"), callers.Token);
        await Clock.TimerAsync(pause);
        var later = model.CompleteAsync(Request("later"), CancellationToken.None);
        await Clock.TimerAsync(pause);
        Clock.Advance(pause);
        for (var i = 0; i < 2; i++) await Upstream.NextRequestAsync();

        Clock.Advance(TimeSpan.FromMilliseconds(399));
        Assert.That(later.IsCompleted, Is.False);
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That((await later.InTimeAsync()).Usage.Model, Is.EqualTo(SecondModel));
        await callers.CancelAsync();
        Assert.That(async () => await earlier, Throws.InstanceOf<OperationCanceledException>());
    }

    private static async Task<ChatModelException?> OutcomeAsync(Task<ChatCompletion> completion)
    {
        try
        {
            await completion;
            return null;
        }
        catch (ChatModelException failure)
        {
            return failure;
        }
    }
}
