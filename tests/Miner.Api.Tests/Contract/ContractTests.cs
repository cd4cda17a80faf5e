using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Contract;

/// <summary>The recorded requests, in their order, on one empty database.</summary>
[TestFixture]
internal sealed class ContractTests : SharedMinerFixture
{
    private static IEnumerable<TestCaseData> Cases =>
        ContractCase.All.Select((recorded, index) => new TestCaseData(recorded).SetArgDisplayNames($"{index:00} {recorded.Name}"));

    private HttpClient _anonymous = null!;

    [OneTimeSetUp]
    public void CreateClient() => _anonymous = Service.CreateClient();

    [OneTimeTearDown]
    public void DisposeClient() => _anonymous.Dispose();

    [Test]
    public void Cases_AreAllThere() => Assert.That(ContractCase.All, Has.Count.EqualTo(96));

    [TestCaseSource(nameof(Cases))]
    public async Task Request_AsRecorded_GetsWhatTheContractSays(ContractCase recorded)
    {
        using var request = new HttpRequestMessage(recorded.Method, recorded.Path);
        if (recorded.Body is { } body) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in recorded.Headers)
        {
            if (name == "Content-Type" && request.Content is not null)
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else if (name != "Content-Type") request.Headers.Add(name, value);
        }

        using var response = await _anonymous.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var expect = recorded.Expect;

        Assert.That(expect["status"]!.AsArray().Select(status => (int)status!), Does.Contain((int)response.StatusCode), text);
        foreach (var lacking in expect["lacks"]?.AsArray() ?? []) Assert.That(text, Does.Not.Contain(lacking!.ToString()));
        if (response.StatusCode != HttpStatusCode.OK)
        {
            AssertIsProblem(response, text);
            return;
        }

        if (expect["keys"] is not JsonArray keys) return;
        var answer = JsonNode.Parse(text)!;
        Assert.That(answer.AsObject().Select(field => field.Key), Is.SupersetOf(keys.Select(key => key!.ToString())));
        foreach (var (path, wanted) in expect["has"]?.AsObject() ?? [])
            Assert.That(JsonNode.DeepEquals(At(answer, path), wanted), Is.True, $"{path} is {At(answer, path)}");
        foreach (var (path, wanted) in expect["contains"]?.AsObject() ?? [])
            Assert.That(At(answer, path)?.ToString(), Does.Contain(wanted!.ToString()));
    }

    private static void AssertIsProblem(HttpResponseMessage response, string text)
    {
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.That(problem.Select(field => field.Key), Is.SupersetOf(new[] { "type", "title", "status", "detail", "trace_id" }), text);
        Assert.That((int)problem["status"]!, Is.EqualTo((int)response.StatusCode));
    }

    private static JsonNode? At(JsonNode node, string path)
    {
        if (path.StartsWith("len(", StringComparison.Ordinal)) return At(node, path[4..^1])!.AsArray().Count;
        JsonNode? current = node;
        foreach (var part in path.Split('.'))
            current = current is JsonArray items
                ? items[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]
                : current![part];
        return current;
    }
}
