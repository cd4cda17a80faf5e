using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Documentation;

[TestFixture]
internal sealed class OpenApiDocumentTests
{
    private string _text = null!;
    private JsonNode _document = null!;

    [OneTimeSetUp]
    public async Task GetDocument()
    {
        await using var miner = await MinerFactory.StartAsync();
        using var client = miner.CreateClient();
        _text = await client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative));
        _document = JsonNode.Parse(_text)!;
    }

    [Test]
    public async Task Document_OfTheService_IsTheOneTheClientIsMadeOf()
    {
        var committed = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json"));

        Assert.That(
            committed == _text, Is.True, "src/Miner.Client/openapi.json is not what the service serves. Run: src/Miner.Client/generate.sh");
    }

    [Test]
    public void Operations_Always_HaveNamesSummariesTagsAndExamples()
    {
        var tags = _document["tags"]!.AsArray().ToDictionary(tag => tag!["name"]!.ToString(), tag => tag!["description"]!.ToString());
        var operations = Operations().ToList();

        Assert.That(operations, Has.Count.AtLeast(20));
        Assert.Multiple(() =>
        {
            foreach (var operation in operations)
            {
                var id = operation["operationId"]!.ToString();
                Assert.That(id, Does.Match("^([A-Z][a-z]+)+$"));
                Assert.That(operation["summary"]?.ToString(), Does.EndWith("."), id);
                var tag = operation["tags"]!.AsArray().Single()!.ToString();
                Assert.That(tags.GetValueOrDefault(tag), Is.Not.Null.And.Not.Empty, $"{id}: MinerOpenApi says nothing of the tag {tag}.");
                Assert.That(HasExample(operation["responses"]!["200"]!), Is.True, $"{id}: OperationExamples has no answer.");
                Assert.That(
                    operation["requestBody"] is not { } body || HasExample(body), Is.True, $"{id}: OperationExamples has no request.");
                foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                {
                    Assert.That(
                        parameter!["description"]?.ToString(),
                        Does.EndWith("."),
                        $"{id}: ContractOperations says nothing of the parameter {parameter["name"]}.");
                }
            }
        });
    }

    [Test]
    public void Operations_ThatNeedAKey_SayHowOftenAndHowTheyRefuse()
    {
        var open = Operations().Where(operation => operation["security"]!.AsArray().Count == 0);
        Assert.That(open.Select(operation => operation["operationId"]!.ToString()), Is.EquivalentTo(new[] { "GetService", "GetHealth" }));

        foreach (var operation in Operations().Where(operation => operation["security"]!.AsArray().Count > 0))
        {
            var statuses = operation["responses"]!.AsObject().Select(response => response.Key);
            Assert.That(operation["description"]!.ToString(), Does.Match(@"^At most \d+ requests a minute"));
            Assert.That(statuses, Is.SupersetOf(new[] { "401", "403", "429", "500", "504" }));
        }
    }

    [Test]
    public void Errors_Always_AreProblemsOfOneSchema()
    {
        foreach (var (name, response) in _document["components"]!["responses"]!.AsObject())
        {
            var (type, content) = response!["content"]!.AsObject().Single();
            Assert.That(type, Is.EqualTo("application/problem+json"), name);
            Assert.That(content!["schema"]!["$ref"]!.ToString(), Is.EqualTo("#/components/schemas/ProblemDetails"), name);
        }
    }

    [TestCase("Unauthorized", "WWW-Authenticate")]
    [TestCase("TooManyRequests", "Retry-After")]
    [TestCase("ServiceUnavailable", "Retry-After")]
    public void Errors_WithAHeaderOfTheirOwn_StateIt(string response, string header) =>
        Assert.That(_document["components"]!["responses"]![response]!["headers"]!.AsObject().ContainsKey(header), Is.True);

    [TestCase("ComponentRequest", "required", """["cid","task","input"]""")]
    [TestCase("ComponentRequest", "properties.cid.minLength", "1")]
    [TestCase("ComponentRequest", "properties.cid.maxLength", "100")]
    [TestCase("ComponentRequest", "properties.task.maxLength", "1000")]
    [TestCase("ComponentRequest", "properties.input.minItems", "1")]
    [TestCase("ComponentRequest", "properties.input.maxItems", "50")]
    [TestCase("ComponentRequest", "properties.previous_outputs.maxItems", "20")]
    [TestCase("ComponentRequest", "properties.previous_outputs.default", "[]")]
    [TestCase("ComponentRequest", "properties.use_conversation_history.default", "true")]
    [TestCase("ComponentRequest", "properties.use_playbook.default", "true")]
    [TestCase("QueryItem", "required", """["user_query"]""")]
    [TestCase("QueryItem", "properties.user_query.maxLength", "10000")]
    [TestCase("OutputItem", "required", """["immediate_response","notebook"]""")]
    [TestCase("OutputItem", "properties.immediate_response.maxLength", "50000")]
    [TestCase("OutputItem", "properties.notebook.maxLength", "100000")]
    [TestCase("PreviousOutputItem", "required", """["task","input","output","component"]""")]
    [TestCase("PreviousOutputItem", "properties.component.maxLength", "50")]
    [TestCase("PlaybookEntryItem", "properties.confidence_score.maximum", "1")]
    [TestCase("InsightType", "enum", """["preference","instruction","fact","correction","context","constraint"]""")]
    [TestCase("MessageItem", "properties.role.enum", """["user","assistant"]""")]
    [TestCase("ProblemDetails", "required", """["type","title","status","detail","trace_id"]""")]
    public void Schema_OfTheContract_StatesItsLimits(string schema, string path, string expected)
    {
        var node = path.Split('.').Aggregate(_document["components"]!["schemas"]![schema], (parent, name) => parent?[name]);

        Assert.That(node?.ToJsonString(), Is.EqualTo(expected));
    }

    [TestCase("ListConversations", "limit", """{"maximum":1000,"minimum":1,"type":"integer","format":"int32","default":100}""")]
    [TestCase("ListConversations", "offset", """{"maximum":2147483647,"minimum":0,"type":"integer","format":"int32","default":0}""")]
    [TestCase("GetPlaybook", "insight_type", """{"$ref":"#/components/schemas/InsightType"}""")]
    [TestCase(
        "GetConversation",
        "cid",
        """{"maxLength":100,"minLength":1,"pattern":"^(?!\\.{1,2}$)(?=[\\s\\S]*\\S)[^\\u0000]*$","type":"string"}""")]
    public void Parameter_OfAnOperation_StatesItsLimits(string operation, string name, string expected)
    {
        var parameter = Operations().Single(candidate => candidate["operationId"]!.ToString() == operation)["parameters"]!.AsArray()
            .Single(candidate => candidate!["name"]!.ToString() == name)!;

        Assert.That(JsonNode.DeepEquals(parameter["schema"], JsonNode.Parse(expected)), Is.True, parameter.ToJsonString());
        Assert.That(parameter["description"]!.ToString(), Is.Not.Empty);
    }

    private static bool HasExample(JsonNode body) => body["content"]!.AsObject().All(content => content.Value!["example"] is not null);

    private IEnumerable<JsonNode> Operations() =>
        from path in _document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select operation.Value;
}
