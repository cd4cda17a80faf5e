using System.Net;

namespace Miner.Client.Tests;

[TestFixture]
internal sealed class ResponseHeaderTests
{
    [Test]
    public async Task Answer_WithHeaders_TellsThemTyped()
    {
        var service = Answering(
            ("X-Model", "gpt-4o-mini"), ("X-Tokens-Used", "1234"), ("X-Samples-Used", "5"), ("X-Truncated", "true"),
            ("X-Cost", "0.00025"),
            ("Server-Timing", "total;dur=9, model;dur=812.5"),
            ("RateLimit-Limit", "20"), ("RateLimit-Remaining", "19"), ("RateLimit-Reset", "42"));

        var answer = await service.Client().CompleteWithHeadersAsync(Samples.Request);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Value.Output.ImmediateResponse, Is.EqualTo("a"));
            Assert.That(answer.Headers.Model, Is.EqualTo("gpt-4o-mini"));
            Assert.That(answer.Headers.TokensUsed, Is.EqualTo(1234));
            Assert.That(answer.Headers.SamplesUsed, Is.EqualTo(5));
            Assert.That(answer.Headers.ModelTime, Is.EqualTo(TimeSpan.FromMilliseconds(812.5)));
            Assert.That(answer.Headers.Truncated, Is.True);
            Assert.That(answer.Headers.Cost, Is.EqualTo(0.00025));
            Assert.That(answer.Headers.RateLimit, Is.EqualTo(new RateLimitStatus(20, 19, TimeSpan.FromSeconds(42))));
            Assert.That(answer.Headers.All["x-model"], Is.EqualTo(new[] { "gpt-4o-mini" }));
            Assert.That(answer.Headers.All["Content-Type"], Is.EqualTo(new[] { "application/json; charset=utf-8" }));
        });
    }

    [Test]
    public async Task Answer_WithoutHeaders_TellsNone()
    {
        var headers = (await Answering().Client().CompleteWithHeadersAsync(Samples.Request)).Headers;

        Assert.That(
            (headers.Model, headers.TokensUsed, headers.SamplesUsed, headers.ModelTime, headers.Truncated, headers.RateLimit),
            Is.EqualTo(((string?)null, (long?)null, (long?)null, (TimeSpan?)null, false, (RateLimitStatus?)null)));
    }

    [TestCase("X-Tokens-Used", "many")]
    [TestCase("X-Tokens-Used", "-1")]
    [TestCase("X-Tokens-Used", "99999999999999999999")]
    [TestCase("X-Model", "")]
    [TestCase("Server-Timing", "model")]
    [TestCase("Server-Timing", "model;dur=NaN")]
    [TestCase("Server-Timing", "model;dur=99999999999999999999")]
    [TestCase("Server-Timing", ";,;;dur=,model;desc=x")]
    [TestCase("RateLimit-Limit", "20")]
    public async Task Answer_WithAHeaderThatIsNotTheContracts_TellsNothingOfIt(string name, string value)
    {
        var headers = (await Answering((name, value)).Client().CompleteWithHeadersAsync(Samples.Request)).Headers;

        Assert.That((headers.Model, headers.TokensUsed, headers.ModelTime, headers.RateLimit), Is.EqualTo(
            ((string?)null, (long?)null, (TimeSpan?)null, (RateLimitStatus?)null)));
        Assert.That(headers.All[name], Is.EqualTo(new[] { value }));
    }

    [Test]
    public async Task Answers_AskedForAtOnce_EachHaveTheirOwnHeaders()
    {
        var number = 0;
        var service = Answering();
        service.Adjust = response => response.Headers.Add("X-Tokens-Used", $"{Interlocked.Increment(ref number)}");
        var client = service.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.CompleteWithHeadersAsync(Samples.Request)));

        Assert.That(answers.Select(answer => answer.Headers.TokensUsed), Is.EquivalentTo(Enumerable.Range(1, 20)));
    }

    [Test]
    public void Operations_OfTheDocument_EachGiveHeaders()
    {
        var ids = Contract.Operations().Select(operation => operation.Id).ToList();

        Assert.That(
            typeof(IMinerClient).GetMethods().Select(method => method.Name),
            Is.EquivalentTo(ids.ConvertAll(id => $"{id}Async").Concat(ids.ConvertAll(id => $"{id}WithHeadersAsync"))));
    }

    [Test]
    public void Failure_OfACallWithHeaders_IsTheSameException()
    {
        var service = new StubHandler(HttpStatusCode.NotFound, Samples.Problem(404), "application/problem+json");

        Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => service.Client().DeleteConversationWithHeadersAsync("c"));
    }

    private static StubHandler Answering(params (string Name, string Value)[] headers) => new(HttpStatusCode.OK, Samples.Answer)
    {
        Adjust = response =>
        {
            foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        },
    };
}
