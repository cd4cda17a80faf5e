using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>Several keys to one upstream, of which some are used too often.</summary>
internal sealed class LimitedKeyTests : ModelChainFixture
{
    /// <summary>What the upstream answers to a key in place of a completion.</summary>
    private readonly Dictionary<string, StubAnswer> _limited = [];

    [SetUp]
    public void LimitNone()
    {
        _limited.Clear();
        Upstream.Respond = request => _limited.GetValueOrDefault(KeyOf(request));
    }

    [TestCase("3", 3)]
    [TestCase("20", 20)]
    [TestCase("600", 60)]
    public async Task CompleteAsync_WhenOneKeyIsLimited_AsksWithTheOthersUntilItIsBack(string retryAfter, int seconds)
    {
        Limit("one", retryAfter);
        var model = ModelOf("one", "two", "three");

        for (var i = 0; i < 5; i++) await model.CompleteAsync(Request($"{i}"), CancellationToken.None);
        Assert.That(Keys(), Is.EqualTo(new[] { "one", "two", "three", "two", "three", "two" }));
        Assert.That(Clock.Pauses, Is.Empty);

        Clock.Advance(TimeSpan.FromSeconds(seconds));
        _limited.Clear();
        for (var i = 0; i < 3; i++) await model.CompleteAsync(Request(), CancellationToken.None);
        Assert.That(Keys().TakeLast(3), Is.EquivalentTo(new[] { "one", "two", "three" }));
    }

    /// <summary>Once it was refused for a second on end, while the other was taken.</summary>
    [TestCase(null)]
    [TestCase("1")]
    public async Task CompleteAsync_WhenAKeyStaysLimitedAndNamesNoLongWait_TriesItEverLessOften(string? retryAfter)
    {
        Limit("one", retryAfter);
        var model = ModelOf("one", "two");

        for (var second = 0; second < 40; second++)
        {
            for (var i = 0; i < 2; i++) await model.CompleteAsync(Request($"{second} {i}"), CancellationToken.None);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(Keys().Count(key => key == "one"), Is.InRange(6, 10), "at 0, 1, 2, 4, 8, 16, 24, 32 and 40 seconds");
        Assert.That(Keys().Count(key => key == "two"), Is.EqualTo(80));
    }

    /// <summary>Each of two keys that are asked as often as they allow is refused now and then, and goes on.</summary>
    [Test]
    public async Task CompleteAsync_WhenAKeyIsRefusedForAMoment_SlowsDownAllAndKeepsIt()
    {
        Limit("one", retryAfter: null);
        Clock.InsteadOfPassing = () =>
        {
            _limited.Clear();
            Clock.Advance(TimeSpan.FromSeconds(1));
        };
        var model = ModelOf("one", "two");

        var completion = await model.CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(Keys(), Is.EqualTo(new[] { "one", "one" }));
    }

    [Test]
    public async Task CompleteAsync_WhenAllKeysAreLimited_TriesEachOnceAndWaitsForTheFirstThatIsBack()
    {
        Limit("one", "30");
        Limit("two", "7");
        Limit("three", "9");
        Clock.InsteadOfPassing = () =>
        {
            _limited.Remove("two");
            Clock.Advance(TimeSpan.FromSeconds(7));
        };

        var completion = await ModelOf("one", "two", "three").CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(Keys(), Is.EqualTo(new[] { "one", "two", "three", "two" }));
    }

    [Test]
    public async Task CompleteAsync_WhenAllKeysAreLimitedAndThereIsAFallback_AsksItAtOnce()
    {
        Limit("one", "30");
        Limit("two", "7");
        var model = Chain(Options() with { ApiKeys = ["one", "two"] }, SecondOptions());

        for (var i = 0; i < 5; i++)
        {
            var usage = (await model.CompleteAsync(Request($"{i}"), CancellationToken.None)).Usage;
            Assert.That((usage.Model, usage.Elapsed), Is.EqualTo((SecondModel, TimeSpan.Zero)));
        }

        Assert.That(Keys(), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public async Task CompleteAsync_WhenKeysAreBackInNoTime_EndsInAFewCalls()
    {
        var refusal = StubAnswer.Error(429) with { Headers = new Dictionary<string, string> { ["retry-after-ms"] = "1" } };
        Upstream.Respond = _ => refusal;

        var failure = await FailureOfAsync(ModelOf("one", "two").CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Overloaded));
        Assert.That(Upstream.Requests, Has.Count.InRange(3, 7));
    }

    [Test]
    public async Task CompleteAsync_WhenTheServerIsOverloaded_TakesItForNoKeysLimit()
    {
        Upstream.RespondInTurn(StubAnswer.Error(503, retryAfter: "7"), StubAnswer.Content("hi"));

        var completion = await ModelOf("one", "two").CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(Keys(), Is.EqualTo(new[] { "one", "one" }));
    }

    private void Limit(string key, string? retryAfter) => _limited[key] = StubAnswer.Error(429, retryAfter: retryAfter);

    private IChatModel ModelOf(params string[] keys) => Chain(Options() with { ApiKeys = keys });

    private List<string> Keys() => [.. Upstream.Requests.Select(KeyOf)];

    private static string KeyOf(StubRequest request) => request.Headers["Authorization"]["Bearer ".Length..];
}
