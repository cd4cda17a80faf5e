using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>An upstream that takes its time, and a caller who does not wait.</summary>
internal sealed class ChatModelDeadlineTests : ChatModelFixture
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(24);
    private static readonly StubAnswer Stalled = StubAnswer.Content("hi") with { BodyGate = new TaskCompletionSource().Task };

    [Test]
    public async Task CompleteAsync_WhenACallIsSilent_MakesASecondBesideIt([Values] bool inTheBody)
    {
        Upstream.RespondInTurn(inTheBody ? Stalled : StubAnswer.Hang, StubAnswer.Content("hi"));
        var completion = Model().CompleteAsync(Request(), CancellationToken.None);
        var silent = await Upstream.NextRequestAsync();
        Clock.Advance(Silence - TimeSpan.FromMilliseconds(1));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));

        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That((await completion.InTimeAsync()).Choices[0].Text, Is.EqualTo("hi"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        await silent.Aborted.InTimeAsync();
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstCallAnswersAfter50Seconds_TakesItsAnswer()
    {
        var gate = new TaskCompletionSource();
        Upstream.RespondInTurn(StubAnswer.Content("late") with { Gate = gate.Task }, StubAnswer.Hang);
        var completion = Model().CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Silence);
        var second = await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(26));

        gate.SetResult();

        Assert.That((await completion.InTimeAsync()).Choices[0].Text, Is.EqualTo("late"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        await second.Aborted.InTimeAsync();
    }

    [Test]
    public async Task CompleteAsync_WhenAnswersAlwaysTake50Seconds_KeepsAsking()
    {
        var model = Model();
        for (var i = 0; i < 12; i++)
        {
            var gate = new TaskCompletionSource();
            Upstream.RespondInTurn(StubAnswer.Content("late") with { Gate = gate.Task }, StubAnswer.Hang);
            var completion = model.CompleteAsync(Request($"question {i}"), CancellationToken.None);
            await Upstream.NextRequestAsync();
            Clock.Advance(Silence);
            await Upstream.NextRequestAsync();
            Clock.Advance(TimeSpan.FromSeconds(26));
            gate.SetResult();

            Assert.That((await completion.InTimeAsync()).Choices[0].Text, Is.EqualTo("late"));
        }
    }

    [Test]
    public async Task CompleteAsync_WhenEveryCallHangs_TimesOutAfterTheTotal([Values] bool inTheBody)
    {
        Upstream.RespondInTurn(inTheBody ? Stalled : StubAnswer.Hang);
        var completion = Model().CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();
        Clock.Advance(Silence);
        await Upstream.NextRequestAsync();

        Clock.Advance(TimeSpan.FromSeconds(33) - TimeSpan.FromMilliseconds(1));
        Assert.That(completion.IsCompleted, Is.False);
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        var failure = await FailureOfAsync(completion);
        Assert.That((failure.Failure, failure.InnerException), Is.EqualTo((ChatModelFailure.TimedOut, (Exception?)null)));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CompleteAsync_WhenParametersAreRefusedSlowly_KeepsOneDeadlineForAllRequests()
    {
        var asked = 0;
        Upstream.Respond = _ =>
        {
            if (Interlocked.Increment(ref asked) > 2) return StubAnswer.Hang;
            Clock.Advance(TimeSpan.FromSeconds(11));
            return StubAnswer.Error(400, "response_format is not supported");
        };
        var completion = Model().CompleteAsync(Request("as JSON", Schema), CancellationToken.None);
        for (var i = 0; i < 3; i++) await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(2));
        await Upstream.NextRequestAsync();

        Clock.Advance(TimeSpan.FromSeconds(33));

        Assert.That((await FailureOfAsync(completion)).Failure, Is.EqualTo(ChatModelFailure.TimedOut));
    }

    [Test]
    public async Task CompleteAsync_WhenTheCallerGivesUp_AbandonsTheUpstream([Values] bool inTheBody)
    {
        Upstream.RespondInTurn(inTheBody ? Stalled : StubAnswer.Hang);
        using var caller = new CancellationTokenSource();
        var completion = Model().CompleteAsync(Request(), caller.Token);
        var request = await Upstream.NextRequestAsync();

        await caller.CancelAsync();

        Assert.That(async () => await completion, Throws.InstanceOf<OperationCanceledException>());
        await request.Aborted.InTimeAsync();
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
        Assert.That(Logs.Lines, Is.Empty);
    }

    [Test]
    public void CompleteAsync_WhenCancelledBefore_AsksNobody()
    {
        Assert.That(
            async () => await Model().CompleteAsync(Request(), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Upstream.Requests, Is.Empty);
    }
}
