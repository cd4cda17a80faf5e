using Miner.TestUi.Calls;

namespace Miner.TestUi.Tests.Calls;

[TestFixture]
internal sealed class HttpExchangeTests
{
    [Test]
    public void Headers_OfAnAnswer_AreFoundInAnyCase()
    {
        var exchange = Exchange(
            [new("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")],
            [new("x-model", "m"), new("X-TOKENS-USED", "12"), new("X-Truncated", "true")]);

        Assert.That(
            (exchange.Model, exchange.Tokens, exchange.Truncated, exchange.TraceId, exchange.StatusText),
            Is.EqualTo(("m", "12", true, "0af7651916cd43dd8448eb211c80319c", "200 OK")));
    }

    [Test]
    public void Headers_OfAnAnswerWithoutAny_AreNone()
    {
        var exchange = Exchange([], []) with { Status = 299 };

        Assert.That(
            (exchange.Model, exchange.Tokens, exchange.Truncated, exchange.TraceId, exchange.StatusText),
            Is.EqualTo(((string?)null, (string?)null, false, (string?)null, "299")));
    }

    [TestCase("")]
    [TestCase("nothing")]
    public void TraceId_OfAHeaderThatIsNone_IsNone(string value) =>
        Assert.That(Exchange([new("traceparent", value)], []).TraceId, Is.Null);

    private static HttpExchange Exchange(HttpHeader[] sent, HttpHeader[] answered) =>
        new(new SentRequest("GET", new Uri("http://m/"), sent, Body: null), 200, TimeSpan.Zero, "{}", answered);
}
