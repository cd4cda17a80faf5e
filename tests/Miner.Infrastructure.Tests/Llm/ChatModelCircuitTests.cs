using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>An upstream that keeps failing is left alone for 15 s.</summary>
internal sealed class ChatModelCircuitTests : ChatModelFixture
{
    private const int Many = 10;

    // So that the ten failures that open the circuit come within 10 s of the test's clock.
    private static readonly StubAnswer Broken = StubAnswer.Error(500, retryAfter: "1");
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(15);

    [Test]
    public async Task CompleteAsync_WhenTheUpstreamKeepsFailing_LeavesItAlone()
    {
        var model = Model();
        await OpenAsync(model, Broken);
        Clock.Advance(TimeSpan.FromSeconds(4));

        var failure = await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None));

        // The circuit opened a second's wait before the failure that it ended in, and four seconds were let pass.
        Assert.That((failure.Failure, failure.RetryAfter), Is.EqualTo((ChatModelFailure.Overloaded, Break - TimeSpan.FromSeconds(5))));
        Assert.That(failure.InnerException, Is.Null);
        Assert.That(Upstream.Requests, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task CompleteAsync_WhenTheConnectionKeepsBreaking_LeavesTheUpstreamAlone()
    {
        await OpenAsync(Model(), new StubAnswer { Reset = true });

        Assert.That(Upstream.Requests, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task CompleteAsync_WhenTheBreakIsOverAndTheUpstreamRecovered_AnswersAgain()
    {
        var model = Model();
        Assert.That(model.Description.Note, Is.Null);
        await OpenAsync(model, Broken);
        Assert.That(model.Description.Note, Does.Contain("keeps failing"));
        Upstream.Respond = null;
        Clock.Advance(Break);

        for (var i = 0; i < 3; i++) await model.CompleteAsync(Request(), CancellationToken.None);

        Assert.That(model.Description.Note, Is.Null);
        Assert.That(Logs.Lines.Select(line => line.EventId), Has.One.EqualTo(2004).And.One.EqualTo(2005));
    }

    [Test]
    public async Task CompleteAsync_WhenTheBreakIsOverButTheUpstreamIsNot_AsksOnceAndLeavesItAlone()
    {
        var model = Model();
        await OpenAsync(model, Broken);
        Clock.Advance(Break);

        var failure = await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Overloaded));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(11));
    }

    [Test]
    public async Task CompleteAsync_WhenAttemptsHang_LeavesTheUpstreamAlone()
    {
        // Only the first ten hang, so that a completion which is quick enough to try again before the circuit opens ends too.
        Upstream.RespondInTurn([.. Enumerable.Repeat(StubAnswer.Hang, Many), StubAnswer.Content("hi")]);
        var model = Model();
        var completions = Enumerable.Range(0, Many).Select(_ => model.CompleteAsync(Request(), CancellationToken.None)).ToList();
        for (var i = 0; i < Many; i++) await Upstream.NextRequestAsync();

        Clock.Advance(TimeSpan.FromSeconds(42.75));
        await Task.WhenAll(completions).ContinueWith(_ => { }, TaskScheduler.Default);

        var failure = await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None));
        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Overloaded));
    }

    [Test]
    public async Task CompleteAsync_WhenTheTotalDeadlineCutsAttemptsShort_LeavesTheUpstreamAlone()
    {
        // The first request of each completion uses up so much time that the total deadline ends the second before its own does.
        var refusal = new TaskCompletionSource();
        Upstream.Respond = request =>
            request.Body.ContainsKey("response_format") ? StubAnswer.Error(400) with { Gate = refusal.Task } : StubAnswer.Hang;
        var model = Model();
        var completions = Enumerable.Range(0, Many)
            .Select(_ => model.CompleteAsync(Request("x", Schema), CancellationToken.None))
            .ToList();
        for (var i = 0; i < Many; i++) await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(20));
        refusal.SetResult();
        for (var i = 0; i < 2 * Many; i++) await Upstream.NextRequestAsync();

        Clock.Advance(TimeSpan.FromSeconds(37));
        foreach (var completion in completions)
            Assert.That((await FailureOfAsync(completion)).Failure, Is.EqualTo(ChatModelFailure.TimedOut));

        var failure = await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None));
        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Overloaded));
    }

    [TestCase(2, true)]
    [TestCase(3, false)]
    public async Task CompleteAsync_WhenSomeAttemptsFail_LeavesTheUpstreamAloneFromHalfOnwards(int everyNth, bool leftAlone)
    {
        var asked = 0;
        Upstream.Respond = _ => asked++ % everyNth == 0 ? Broken : null;
        var model = Model();

        var failures = 0;
        for (var i = 0; i < Many; i++)
        {
            var completion = model.CompleteAsync(Request(), CancellationToken.None);
            await completion.ContinueWith(_ => { }, TaskScheduler.Default);
            if (completion.IsFaulted) failures++;
        }

        Assert.That(failures > 0, Is.EqualTo(leftAlone));
    }

    [TestCase(401)]
    [TestCase(400)]
    [TestCase(429)]
    public async Task CompleteAsync_WhenTheRequestsAreAtFault_KeepsAsking(int status)
    {
        Upstream.Respond = _ => StubAnswer.Error(status, retryAfter: "60");
        var model = Model();

        for (var i = 0; i < 15; i++) await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None));

        Assert.That(Upstream.Requests, Has.Count.EqualTo(15));
    }

    [Test]
    public async Task CompleteAsync_WhenCallersGiveUp_KeepsAsking()
    {
        Upstream.RespondInTurn(StubAnswer.Hang);
        var model = Model();
        for (var i = 0; i < 15; i++)
        {
            using var caller = new CancellationTokenSource();
            var completion = model.CompleteAsync(Request(), caller.Token);
            await Upstream.NextRequestAsync();
            await caller.CancelAsync();
            Assert.That(async () => await completion, Throws.InstanceOf<OperationCanceledException>());
        }

        Upstream.Respond = null;
        Assert.That((await model.CompleteAsync(Request(), CancellationToken.None)).Choices[0].Text, Is.Not.Empty);
    }

    /// <summary>Lets completions fail until the circuit opens: three with three attempts each, and the first attempt of a fourth.</summary>
    private async Task OpenAsync(IChatModel model, StubAnswer answer)
    {
        Upstream.Respond = _ => answer;
        for (var i = 0; i < 3; i++)
        {
            var failure = await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None));
            Assert.That(failure.Message, Does.Not.Contain("left alone"));
        }

        var last = await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None));
        Assert.That(last.Failure, Is.EqualTo(ChatModelFailure.Overloaded));
        Assert.That(last.Message, Does.Contain("left alone"));
    }
}
