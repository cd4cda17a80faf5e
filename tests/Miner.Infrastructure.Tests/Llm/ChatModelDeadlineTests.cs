using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>An upstream that takes its time, and a caller who does not wait.</summary>
internal sealed class ChatModelDeadlineTests : ChatModelFixture
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(42.75);
    private static readonly StubAnswer Stalled = StubAnswer.Content("hi") with { BodyGate = new TaskCompletionSource().Task };

    [Test]
    public async Task CompleteAsync_WhenAnAttemptHangs_TriesAgainWithinTheDeadline([Values] bool inTheBody)
    {
        Upstream.RespondInTurn(inTheBody ? Stalled : StubAnswer.Hang, StubAnswer.Content("hi"));
        var completion = Model().CompleteAsync(Request(), CancellationToken.None);
        var hung = await Upstream.NextRequestAsync();

        Clock.Advance(Attempt);

        Assert.That((await completion).Choices[0].Text, Is.EqualTo("hi"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        await hung.Aborted.InTimeAsync();
    }

    [Test]
    public async Task CompleteAsync_WhenEveryAttemptHangs_TimesOutAfterTheTotal([Values] bool inTheBody)
    {
        Upstream.RespondInTurn(inTheBody ? Stalled : StubAnswer.Hang);
        var completion = Model().CompleteAsync(Request(), CancellationToken.None);

        await Upstream.NextRequestAsync();
        Clock.Advance(Attempt);
        await Upstream.NextRequestAsync();
        var left = TimeSpan.FromSeconds(57) - Attempt - Clock.Pauses.Single();
        Clock.Advance(left - TimeSpan.FromMilliseconds(1));
        Assert.That(completion.IsCompleted, Is.False);
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        var failure = await FailureOfAsync(completion);
        Assert.That((failure.Failure, failure.InnerException), Is.EqualTo((ChatModelFailure.TimedOut, (Exception?)null)));
    }

    [Test]
    public async Task CompleteAsync_WhenParametersAreRefusedSlowly_KeepsOneDeadlineForAllRequests()
    {
        Upstream.Respond = request =>
        {
            if (!request.Body.ContainsKey("response_format")) return StubAnswer.Hang;
            Clock.Advance(TimeSpan.FromSeconds(25));
            return StubAnswer.Error(400);
        };
        var completion = Model().CompleteAsync(Request("as JSON", Schema), CancellationToken.None);
        for (var i = 0; i < 3; i++) await Upstream.NextRequestAsync();

        Clock.Advance(TimeSpan.FromSeconds(7));

        Assert.That((await FailureOfAsync(completion)).Failure, Is.EqualTo(ChatModelFailure.TimedOut));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(3));
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
