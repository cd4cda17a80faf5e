using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>Several keys to one upstream, and what happens to those that it refuses.</summary>
internal sealed class UpstreamKeyTests : ModelChainFixture
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    private readonly HashSet<string> _refused = [];

    [SetUp]
    public void RefuseNone() => _refused.Clear();

    [Test]
    public async Task CompleteAsync_WithSeveralKeys_UsesThemInTurn()
    {
        var model = Chain(Options() with { ApiKeys = ["one", " two ", "", "three"] });

        for (var i = 0; i < 4; i++) await model.CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Keys(), Is.EqualTo(new[] { "one", "two", "three", "one" }));
    }

    [TestCase(401, "invalid_api_key")]
    [TestCase(403, "forbidden")]
    [TestCase(402, "payment_required")]
    [TestCase(429, "insufficient_quota")]
    public async Task CompleteAsync_WhenAKeyIsRefused_AsksWithTheNextAndLetsItRest(int status, string code)
    {
        Refuse(status, code);
        _refused.Add("one");
        var model = Chain(Options() with { ApiKeys = ["one", "two"] });

        for (var i = 0; i < 3; i++) await model.CompleteAsync(Request(), CancellationToken.None);
        Assert.That(Keys(), Is.EqualTo(new[] { "one", "two", "two", "two" }));

        _refused.Clear();
        Clock.Advance(Rest);
        for (var i = 0; i < 2; i++) await model.CompleteAsync(Request(), CancellationToken.None);
        Assert.That(Keys().Skip(4), Is.EquivalentTo(new[] { "one", "two" }));
        Assert.That(Clock.Pauses, Is.Empty);
    }

    [TestCase(402, "no", "out of credit")]
    [TestCase(429, "insufficient_quota", "out of credit")]
    [TestCase(400, "billing_error", "out of credit")]
    [TestCase(200, "insufficient_quota", "out of credit")]
    [TestCase(401, "invalid_api_key", "refused the API key (401)")]
    public async Task CompleteAsync_WhenTheOnlyKeyIsRefused_SaysWhyAfterOneCall(int status, string code, string why)
    {
        _refused.Add(Key);
        Refuse(status, code);
        var model = Chain(Options());

        for (var i = 0; i < 2; i++)
        {
            var failure = await FailureOfAsync(model.CompleteAsync(Request($"{i}", Schema), CancellationToken.None));

            Assert.That((failure.Failure, failure.RetryAfter), Is.EqualTo((ChatModelFailure.Failed, (TimeSpan?)null)));
            Assert.That(failure.Message, Does.Contain(why));
            Assert.That(Upstream.Requests, Has.Count.EqualTo(i + 1));
        }

        Assert.That(model.Description, Has.Property("IsAnswering").False.And.Property("Note").Not.Null);
        Assert.That(Clock.Pauses, Is.Empty);

        _refused.Clear();
        await model.CompleteAsync(Request(), CancellationToken.None);
        Assert.That(model.Description, Has.Property("IsAnswering").True.And.Property("Note").Null);
    }

    [Test]
    public async Task CompleteAsync_WhenAllKeysAreRefused_TriesEachOnce()
    {
        _refused.UnionWith(["one", "two", "three"]);
        Refuse(401, "invalid_api_key");

        await FailureOfAsync(Chain(Options() with { ApiKeys = ["one", "two", "three"] }).CompleteAsync(Request(), CancellationToken.None));

        Assert.That(Keys(), Is.EquivalentTo(_refused));
    }

    [Test]
    public async Task CompleteAsync_WhenAllKeysRestAndThereIsAFallback_AsksItAtOnce()
    {
        _refused.UnionWith(["one", "two"]);
        Refuse(402, "no");
        var model = Chain(Options() with { ApiKeys = ["one", "two"] }, SecondOptions());

        for (var i = 0; i < 5; i++)
        {
            var completion = await model.CompleteAsync(Request($"{i}"), CancellationToken.None);
            Assert.That(completion.Usage, Has.Property("Model").EqualTo(SecondModel).And.Property("Elapsed").EqualTo(TimeSpan.Zero));
        }

        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        Assert.That(Second.Requests.Select(request => request.Headers["Authorization"]), Is.All.EqualTo($"Bearer {SecondKey}"));

        _refused.Clear();
        Clock.Advance(Rest);
        Assert.That((await model.CompleteAsync(Request(), CancellationToken.None)).Usage.Model, Is.EqualTo(StubAnswer.Model));
    }

    [Test]
    public async Task CompleteAsync_WhenAKeyIsRefused_LogsAndTellsNoPartOfIt()
    {
        _refused.Add(Key);
        Refuse(401, "invalid_api_key");

        var failure = await FailureOfAsync(Chain(Options()).CompleteAsync(Request(), CancellationToken.None));

        var told = string.Join('\n', Logs.Lines.Select(line => line.Text)) + failure;
        Assert.That(told, Does.Not.Contain("0123456789").And.Not.Contain("sk-"));
    }

    private void Refuse(int status, string code) => Upstream.Respond = request =>
        _refused.Contains(KeyOf(request)) ? StubAnswer.Error(status, $"Incorrect API key: {KeyOf(request)}", code: code) : null;

    private List<string> Keys() => [.. Upstream.Requests.Select(KeyOf)];

    private static string KeyOf(StubRequest request) => request.Headers["Authorization"]["Bearer ".Length..];
}
