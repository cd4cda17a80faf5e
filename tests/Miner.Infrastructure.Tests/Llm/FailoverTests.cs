using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>
/// The faults of Failover Bench, with one fallback: somebody answers whole, in the calls and the time that are due, and who did is told.
/// </summary>
internal sealed class FailoverTests : ModelChainFixture
{
    [TestCaseSource(typeof(FailoverScenario), nameof(FailoverScenario.All))]
    public async Task CompleteAsync_WhenTheFirstMisbehaves_IsAnsweredBySomebody(FailoverScenario scenario)
    {
        Upstream.RespondInTurn([.. scenario.Answers]);
        var started = Clock.GetUtcNow();
        var model = Chain(new ModelChainOptions
        {
            Models = [scenario.Reached?.Invoke(Options()) ?? Options(), SecondOptions()],
            FallsBackOnContentFilter = scenario.FallsBackOnContentFilter,
        });

        var completion = model.CompleteAsync(Request(), CancellationToken.None);
        if (scenario.Silence > TimeSpan.Zero)
        {
            await Upstream.NextRequestAsync();
            Clock.Advance(scenario.Silence);
            scenario.Release?.SetResult();
        }

        var answer = await completion.InTimeAsync();
        var answeredBy = scenario.FallbackCalls > 0 ? SecondModel : StubAnswer.Model;
        Assert.That((answer.Choices[0].Text, answer.Usage.Model), Is.EqualTo((answeredBy, answeredBy)));
        Assert.That(answer.Usage.Tokens, Is.EqualTo(70));
        Assert.That((Upstream.Requests.Count, Second.Requests.Count), Is.EqualTo((scenario.Calls, scenario.FallbackCalls)));
        Assert.That((Clock.GetUtcNow() - started).TotalSeconds, Is.LessThanOrEqualTo(scenario.Seconds));
    }

    [Test]
    public async Task CompleteAsync_WhenTheContentIsFiltered_NamesTheFilterAndAsksNobodyElse()
    {
        Upstream.Respond = _ => StubAnswer.Error(400, "no", code: "content_policy_violation");

        var failure = await FailureOfAsync(Chain(Options(), SecondOptions()).CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.NoAnswer));
        Assert.That(failure.Message, Does.Contain("content filter"));
        Assert.That((Upstream.Requests.Count, Second.Requests.Count), Is.EqualTo((1, 0)));
    }

    /// <summary>Twenty questions, one every four seconds; the first upstream is down for the first sixty.</summary>
    [Test]
    public async Task CompleteAsync_WhenTheFirstIsDownForAMinute_IsAnsweredAndGoesBack()
    {
        var started = Clock.GetUtcNow();
        Upstream.Respond = _ => Clock.GetUtcNow() - started < TimeSpan.FromSeconds(60) ? StubAnswer.Error(503) : Answer(StubAnswer.Model);
        var model = Chain(Options(), SecondOptions());

        for (var turn = 0; turn < 20; turn++)
        {
            var at = started + TimeSpan.FromSeconds(4 * turn);
            if (Clock.GetUtcNow() < at) Clock.Advance(at - Clock.GetUtcNow());

            var answer = await model.CompleteAsync(Request($"question {turn}"), CancellationToken.None);

            Assert.That(answer.Usage.Model, Is.EqualTo(turn < 15 ? SecondModel : StubAnswer.Model), $"question {turn}");
        }

        Assert.That(Upstream.Requests, Has.Count.LessThanOrEqualTo((15 * 2) + 5));
        Assert.That(Second.Requests, Has.Count.EqualTo(15));
    }
}
