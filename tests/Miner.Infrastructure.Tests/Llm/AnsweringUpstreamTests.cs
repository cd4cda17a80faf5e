using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What is told of who answered, or of why nobody did.</summary>
internal sealed class AnsweringUpstreamTests : ModelChainFixture
{
    [TestCase(200, 0.13)]
    [TestCase(401, 0.7)]
    public async Task CompleteAsync_WhereEachHasAPrice_CostsWhatTheOneThatAnsweredTakes(int status, double cost)
    {
        if (status != 200) Upstream.Respond = _ => StubAnswer.Error(status);
        var model = Chain(
            Options() with { Price = new TokenPrice(1_000, 4_000) }, SecondOptions() with { Price = new TokenPrice(10_000, 10_000) });

        var completion = await model.CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Cost, Is.EqualTo(cost).Within(1e-9), "of 50 and 20 tokens, by the million");
    }

    [TestCase(404, 401, "status 404")]
    [TestCase(401, 500, "refused the API key")]
    [TestCase(500, 503, "is overloaded")]
    public async Task CompleteAsync_WhenBothFail_TellsToComeBackOrElseWhatTheFirstDid(int first, int second, string told)
    {
        Upstream.Respond = _ => StubAnswer.Error(first);
        Second.Respond = _ => StubAnswer.Error(second);

        var failure = await FailureOfAsync(Chain(Options(), SecondOptions()).CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Message, Does.Contain(told));
        Assert.That(failure.RetryAfter is not null, Is.EqualTo(second == 503));
    }

    [Test]
    public async Task CompleteAsync_WhenAllAreOverloaded_TellsWhenTheFirstOfThemIsBack()
    {
        Upstream.Respond = _ => StubAnswer.Error(429, retryAfter: "90");
        Second.Respond = _ => StubAnswer.Error(503, retryAfter: "70");
        Third.Respond = _ => StubAnswer.Error(429, retryAfter: "80");

        var chain = Chain(Options(), SecondOptions(), ThirdOptions());
        var failure = await FailureOfAsync(chain.CompleteAsync(Request(), CancellationToken.None));

        Assert.That((failure.Failure, failure.RetryAfter), Is.EqualTo((ChatModelFailure.Overloaded, TimeSpan.FromSeconds(70))));
        Assert.That((Upstream.Requests.Count, Second.Requests.Count, Third.Requests.Count), Is.EqualTo((1, 1, 1)));
    }

    /// <summary>They are asked several times to be voted on.</summary>
    [Test]
    public async Task CompleteAsync_OfEqualQuestionsAtOnce_AsksEach()
    {
        var gate = new TaskCompletionSource();
        Upstream.Respond = _ => Answer(StubAnswer.Model) with { Gate = gate.Task };
        var model = Chain(Options());

        var completions = Enumerable.Range(0, 3).Select(_ => model.CompleteAsync(Request(), CancellationToken.None)).ToList();
        for (var i = 0; i < 3; i++) await Upstream.NextRequestAsync();
        gate.SetResult();

        await Task.WhenAll(completions).InTimeAsync();
    }
}
