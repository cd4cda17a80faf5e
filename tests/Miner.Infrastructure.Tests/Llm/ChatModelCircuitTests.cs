using System.Globalization;
using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>An upstream that keeps failing is left alone for a while, whatever it is asked.</summary>
internal sealed class ChatModelCircuitTests : ChatModelFixture
{
    private const int Many = 10;

    private static readonly StubAnswer Broken = StubAnswer.Error(500);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(5);

    private int _questions;

    [Test]
    public async Task CompleteAsync_WhenTheUpstreamKeepsFailing_LeavesItAlone()
    {
        var model = Model();
        await OpenAsync(model, Broken);
        var asked = Upstream.Requests.Count;

        var failure = await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Overloaded));
        Assert.That(failure.RetryAfter, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(Break));
        Assert.That(failure.InnerException, Is.Null);
        Assert.That(Upstream.Requests, Has.Count.EqualTo(asked));
    }

    [Test]
    public async Task CompleteAsync_WhenTheConnectionKeepsBreaking_LeavesTheUpstreamAlone() =>
        await OpenAsync(Model(), new StubAnswer { Reset = true });

    [TestCase("""{"error":{"code":502}}""")]
    [TestCase("""{"choices":[{"finish_reason":"error","message":{"content":"half"}}]}""")]
    [TestCase("<html>not json")]
    [TestCase("")]
    public Task CompleteAsync_WhenItKeepsFailingInsideSuccesses_LeavesTheUpstreamAlone(string body) =>
        OpenAsync(Model(), new StubAnswer { Body = body });

    [Test]
    public async Task CompleteAsync_WhenFourQuestionsAlwaysFail_AnswersTheOthers()
    {
        Upstream.Respond = request => request.LastMessage.Contains("bad", StringComparison.Ordinal) ? Broken : StubAnswer.Content("hi");
        var model = Model();

        for (var round = 0; round < 5; round++)
        {
            for (var bad = 0; bad < 4; bad++) await FailureOfAsync(model.CompleteAsync(Request($"bad {bad}"), CancellationToken.None));
            Assert.That((await model.CompleteAsync(Request("good"), CancellationToken.None)).Choices[0].Text, Is.EqualTo("hi"));
        }
    }

    [Test]
    public async Task CompleteAsync_WhenTheSameQuestionCannotBeSent_LeavesTheUpstreamAlone()
    {
        var model = Model();
        await Upstream.DisposeAsync();

        for (var i = 0; i < 4; i++) await FailureOfAsync(model.CompleteAsync(Request("same"), CancellationToken.None));

        Assert.That(model.Description.Note, Does.Contain("left alone"));
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

        for (var i = 0; i < 3; i++) await model.CompleteAsync(Question(), CancellationToken.None);

        Assert.That(model.Description.Note, Is.Null);
        Assert.That(Logs.Lines.Select(line => line.EventId), Has.One.EqualTo(2004).And.One.EqualTo(2005));
    }

    [Test]
    public async Task CompleteAsync_WhenTheBreakIsOverAndManyAsk_LetsFiveFindOutAndTheRestFollow()
    {
        var model = Model();
        await OpenAsync(model, Broken);
        var gate = new TaskCompletionSource();
        Upstream.Respond = _ => StubAnswer.Content("hi") with { Gate = gate.Task };
        Clock.Advance(Break);
        var asked = Upstream.Requests.Count;
        var probes = Enumerable.Range(0, 5).Select(_ => model.CompleteAsync(Question(), CancellationToken.None)).ToList();
        while (Upstream.Requests.Count < asked + 5) await Upstream.NextRequestAsync();

        var sixth = await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));
        gate.SetResult();
        await probes[0].InTimeAsync();
        var seventh = await model.CompleteAsync(Question(), CancellationToken.None);

        Assert.That(sixth.RetryAfter, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(seventh.Choices[0].Text, Is.EqualTo("hi"));
    }

    [Test]
    public async Task CompleteAsync_WhenTheBreakIsOverButTheUpstreamIsNot_LeavesItAloneForLonger()
    {
        var model = Model();
        await OpenAsync(model, Broken);
        Clock.Advance(Break);
        await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));
        var asked = Upstream.Requests.Count;
        Clock.Advance(Break);

        var failure = await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Overloaded));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(asked));
    }

    [Test]
    public async Task CompleteAsync_WhenEachProbeFails_LeavesItAloneForLongerUpToThirtySeconds()
    {
        var model = Model();
        await OpenAsync(model, Broken);
        foreach (var seconds in new[] { 5, 10, 20, 30, 30 })
        {
            var asked = Upstream.Requests.Count;
            Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));
            Assert.That(Upstream.Requests, Has.Count.EqualTo(asked), $"within {seconds} s");

            Clock.Advance(TimeSpan.FromMilliseconds(1));
            await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));
            Assert.That(Upstream.Requests, Has.Count.EqualTo(asked + 1), $"after {seconds} s");
        }
    }

    [Test]
    public async Task CompleteAsync_WhenItFindsOutThatTheUpstreamIsStillDown_SaysSoAtOnce()
    {
        var model = Model();
        await OpenAsync(model, Broken);
        Clock.Advance(Break);
        var pauses = Clock.Pauses.Count;

        var failure = await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));

        Assert.That(failure.Message, Does.Contain("left alone"));
        Assert.That(Clock.Pauses, Has.Count.EqualTo(pauses));
    }

    [Test]
    public async Task CompleteAsync_WhenCallsHang_LeavesTheUpstreamAlone()
    {
        Upstream.RespondInTurn(StubAnswer.Hang);
        var model = Model();
        var completions = Enumerable.Range(0, Many).Select(_ => model.CompleteAsync(Question(), CancellationToken.None)).ToList();
        for (var i = 0; i < Many; i++) await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(24));
        for (var i = 0; i < Many; i++) await Upstream.NextRequestAsync();

        Clock.Advance(TimeSpan.FromSeconds(33));
        foreach (var completion in completions)
            Assert.That((await FailureOfAsync(completion)).Failure, Is.EqualTo(ChatModelFailure.TimedOut));

        var failure = await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));
        Assert.That(failure.Message, Does.Contain("left alone"));
    }

    [TestCase(2, true)]
    [TestCase(3, false)]
    public async Task CompleteAsync_WhenSomeQuestionsFail_LeavesTheUpstreamAloneFromHalfOnwards(int everyNth, bool leftAlone)
    {
        Upstream.Respond = request =>
            int.Parse(request.LastMessage, CultureInfo.InvariantCulture) % everyNth == 0 ? Broken : StubAnswer.Content("hi");
        var model = Model();

        for (var i = 0; i < 2 * Many; i++)
            await model.CompleteAsync(Request($"{i}"), CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.That(Logs.Lines.Any(line => line.EventId == 2004), Is.EqualTo(leftAlone));
    }

    [TestCase(401)]
    [TestCase(400)]
    [TestCase(404)]
    public async Task CompleteAsync_WhenTheRequestsAreAtFault_KeepsAsking(int status)
    {
        Upstream.Respond = _ => StubAnswer.Error(status);
        var model = Model();

        for (var i = 0; i < 15; i++) await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));

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
            var completion = model.CompleteAsync(Question(), caller.Token);
            await Upstream.NextRequestAsync();
            await caller.CancelAsync();
            Assert.That(async () => await completion, Throws.InstanceOf<OperationCanceledException>());
        }

        Upstream.Respond = null;
        Assert.That((await model.CompleteAsync(Question(), CancellationToken.None)).Choices[0].Text, Is.Not.Empty);
    }

    private ChatRequest Question() => Request($"question {_questions++}");

    /// <summary>Lets different questions fail until the circuit opens.</summary>
    private async Task OpenAsync(IChatModel model, StubAnswer answer)
    {
        Upstream.Respond = _ => answer;
        for (var i = 0; i < Many - 1; i++)
        {
            var failure = await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));
            Assert.That(failure.Message, Does.Not.Contain("left alone"));
        }

        var last = await FailureOfAsync(model.CompleteAsync(Question(), CancellationToken.None));
        Assert.That(last.Failure, Is.EqualTo(ChatModelFailure.Overloaded));
        Assert.That(last.Message, Does.Contain("left alone"));
    }
}
