using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>A first upstream that answers nothing costs its callers nothing, once that is known.</summary>
internal sealed class DeadUpstreamTests : ModelChainFixture
{
    private const int Many = 500;

    [Test]
    public async Task CompleteAsync_WhenTheFirstIsDead_IsAnsweredByTheSecondWithoutDelay()
    {
        var model = Chain(Options(), SecondOptions());
        await Upstream.DisposeAsync();

        var elapsed = await AskManyAsync(model);

        Assert.That(Second.Requests, Has.Count.EqualTo(Many));
        Assert.That(Count("", UpstreamEvent.Failed), Is.InRange(10, 20));
        Assert.That(elapsed.Skip(10), Is.All.EqualTo(TimeSpan.Zero));
        Assert.That(Count("second", UpstreamEvent.FellBack), Is.EqualTo(Many));
        Assert.That(model.Description.IsAnswering, Is.True);
    }

    [Test]
    public async Task CompleteAsync_WhenTheFirstIsOutOfCredit_IsAnsweredByTheSecondAndAsksTheFirstOnceAMinute()
    {
        Upstream.Respond = _ => StubAnswer.Error(429, "no", code: "insufficient_quota");
        var model = Chain(Options(), SecondOptions());

        Assert.That(await AskManyAsync(model), Is.All.EqualTo(TimeSpan.Zero));
        Assert.That((Upstream.Requests.Count, Second.Requests.Count), Is.EqualTo((1, Many)));

        Clock.Advance(TimeSpan.FromSeconds(60));
        await AskManyAsync(model);
        Assert.That((Upstream.Requests.Count, Second.Requests.Count), Is.EqualTo((2, 2 * Many)));
    }

    private static async Task<List<TimeSpan>> AskManyAsync(IChatModel model)
    {
        List<TimeSpan> elapsed = [];
        for (var i = 0; i < Many; i++)
        {
            var completion = await model.CompleteAsync(Request($"question {i}"), CancellationToken.None).InTimeAsync();
            Assert.That(completion.Usage.Model, Is.EqualTo(SecondModel));
            elapsed.Add(completion.Usage.Elapsed);
        }

        return elapsed;
    }
}
