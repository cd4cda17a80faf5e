using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Documentation;

/// <summary>Whoever pastes an example gets what the document shows.</summary>
[TestFixture]
internal sealed class ExampleTests : SharedMinerFixture
{
    private const string Json = "application/json";

    private JsonNode _document = null!;

    [OneTimeSetUp]
    public async Task GetDocument() => _document = await Http.GetObjectAsync("/openapi.json");

    [TestCase("/complete")]
    [TestCase("/refine")]
    [TestCase("/feedback")]
    [TestCase("/human_feedback")]
    [TestCase("/summary")]
    [TestCase("/aggregate")]
    [TestCase("/internet_search")]
    public async Task Request_OfAnExample_IsAnsweredAsTheExampleShows(string path)
    {
        var operation = _document["paths"]![path]!["post"]!;
        var request = operation["requestBody"]!["content"]![Json]!["example"]!.AsObject();

        var answer = await Http.AskAsync(path, request);

        var shown = Success(operation);
        Assert.That(JsonNames.Of(answer), Is.EqualTo(JsonNames.Of(shown)));
        foreach (var echoed in new[] { "cid", "task", "input", "component" })
            Assert.That(JsonNode.DeepEquals(answer[echoed], shown[echoed]), Is.True, echoed);
    }

    [TestCase("/")]
    [TestCase("/health")]
    [TestCase("/capabilities")]
    [TestCase("/conversations")]
    [TestCase("/conversations/{cid}")]
    [TestCase("/playbook/{cid}")]
    [TestCase("/playbook/{cid}/context")]
    public async Task Answer_ToAGet_HasTheNamesOfItsExample(string path)
    {
        var learn = _document["paths"]!["/human_feedback"]!["post"]!["requestBody"]!["content"]![Json]!["example"]!.AsObject();
        await Http.AskAsync("/human_feedback", learn);

        var answer = await Http.GetObjectAsync(path.Replace("{cid}", learn["cid"]!.ToString(), StringComparison.Ordinal));

        Assert.That(JsonNames.Of(answer), Is.EqualTo(JsonNames.Of(Success(_document["paths"]![path]!["get"]!))));
    }

    [TestCase(401, "POST", "/complete", "{}", null)]
    [TestCase(403, "POST", "/complete", "{}", "wrong-key")]
    [TestCase(404, "DELETE", "/conversations/unknown", null, MinerFactory.Key)]
    [TestCase(415, "POST", "/complete", "text", MinerFactory.Key)]
    [TestCase(422, "POST", "/complete", """{"cid":"c","task":"t","input":[{"user_query":" "}]}""", MinerFactory.Key)]
    [TestCase(502, "POST", "/complete", """{"cid":"c","task":"t","input":[{"user_query":"FAULT:401"}]}""", MinerFactory.Key)]
    public async Task Problem_OfTheService_IsTheOneThatTheExampleShows(int status, string method, string path, string? body, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(body == "text" ? "text/plain" : Json));
        using var client = Service.CreateClient();
        if (key is not null) client.DefaultRequestHeaders.Add("X-API-Key", key);

        using var response = await client.SendAsync(request);

        var problem = await response.ReadProblemAsync(status);
        var shown = _document["components"]!["responses"]!.AsObject()
            .Select(documented => documented.Value!["content"]!["application/problem+json"]!["example"]!.AsObject())
            .Single(example => (int)example["status"]! == status);
        problem["trace_id"] = shown["trace_id"]!.DeepClone();
        Assert.That(JsonNode.DeepEquals(problem, shown), Is.True, problem.ToJsonString());
    }

    private static JsonObject Success(JsonNode operation) => operation["responses"]!["200"]!["content"]![Json]!["example"]!.AsObject();
}
