using System.Text.Json.Nodes;
using Miner.TestUi.Calls;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

[TestFixture]
internal sealed class ExchangeTextTests
{
    private static readonly HttpExchange Exchange = new(
        new SentRequest(
            "POST", new Uri("http://127.0.0.1:8001/complete"), [new HttpHeader("Content-Type", "application/json")], """{"task":"it's"}"""),
        200,
        TimeSpan.FromMilliseconds(12.3),
        "not JSON",
        [new HttpHeader("X-Model", "m")]);

    [Test]
    public void Curl_OfARequest_QuotesItForTheShellAndTakesTheKeyFromTheEnvironment() => Assert.That(
        ExchangeText.Curl(Exchange.Request),
        Is.EqualTo("""
            curl -sS -X POST 'http://127.0.0.1:8001/complete' \
              -H "X-API-Key: $API_KEY" \
              -H 'Content-Type: application/json' \
              --data-raw '{"task":"it'\''s"}'
            """));

    [Test]
    public void Json_OfAnExchange_HasBothSidesWithTheirHeaders() => Assert.That(
        JsonNode.DeepEquals(
            JsonNode.Parse(ExchangeText.Json(Exchange)),
            JsonNode.Parse("""
                {
                  "request": {
                    "method": "POST", "url": "http://127.0.0.1:8001/complete", "headers": ["Content-Type: application/json"],
                    "body": {"task": "it's"}
                  },
                  "response": {"status": 200, "milliseconds": 13, "headers": ["X-Model: m"], "body": "not JSON"}
                }
                """)),
        Is.True);
}
