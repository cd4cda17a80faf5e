using System.Text.Json.Nodes;
using Miner.Application.ModelOutput;
using Miner.Application.Ports;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>The schemas obey the strict mode of OpenAI's structured outputs, which refuses a request otherwise.</summary>
public sealed class AnswerSchemaTests
{
    // A part of what the mode supports: https://platform.openai.com/docs/guides/structured-outputs, "Supported schemas".
    private static readonly string[] Keywords = ["type", "properties", "required", "additionalProperties", "items", "enum", "description"];

    private static readonly AnswerSchema[] Schemas = [AnswerReader.Schema, InsightReader.Schema];

    [TestCaseSource(nameof(Schemas))]
    public void Schema_IsStrict(AnswerSchema schema)
    {
        var root = JsonNode.Parse(schema.Json)!.AsObject();

        Assert.That(schema.Name, Does.Match("^[a-zA-Z0-9_-]{1,64}$"));
        Assert.That((string?)root["type"], Is.EqualTo("object"));
        AssertStrict(root);
    }

    [Test]
    public void Schema_OfAnAnswer_HasItsTwoFields()
    {
        Assert.That(AnswerReader.Schema.Name, Is.EqualTo("component_output"));
        Assert.That(Names(JsonNode.Parse(AnswerReader.Schema.Json)!), Is.EqualTo(new[] { "immediate_response", "notebook" }));
    }

    [Test]
    public void Schema_OfInsights_HasTheFieldsThatAreRead()
    {
        var item = JsonNode.Parse(InsightReader.Schema.Json)!["properties"]!["insights"]!["items"]!;

        Assert.That(InsightReader.Schema.Name, Is.EqualTo("insights"));
        Assert.That(Names(item), Is.EqualTo(new[] { "insight_type", "key", "value", "operation", "confidence_score", "tags" }));
    }

    [Test]
    public void Schema_OfAnAnswer_DoesNotNameTheInsightsType() => // by which a model, or a stand-in for one, tells the two requests apart
        Assert.That(AnswerReader.Schema.Json, Does.Not.Contain("insight_type"));

    private static IEnumerable<string> Names(JsonNode schema) => schema["properties"]!.AsObject().Select(property => property.Key);

    private static void AssertStrict(JsonObject schema)
    {
        Assert.That(schema.Select(keyword => keyword.Key), Is.SubsetOf(Keywords));
        if (schema["properties"] is JsonObject properties)
        {
            Assert.That((bool?)schema["additionalProperties"], Is.False);
            Assert.That(schema["required"]!.AsArray().Select(name => (string?)name), Is.EquivalentTo(Names(schema)));
            foreach (var (_, property) in properties) AssertStrict(property!.AsObject());
        }

        if (schema["items"] is JsonObject items) AssertStrict(items);
    }
}
