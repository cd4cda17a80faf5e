using Miner.Application.ModelOutput;
using Miner.Domain.Playbooks;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>What the fields of an insight may be.</summary>
public sealed class InsightItemTests
{
    private static readonly string LongestKey = Repeat("😀", 200);
    private static readonly string LongestValue = Repeat("😀", 2_000);

    [TestCase("preference", InsightType.Preference)]
    [TestCase(" INSTRUCTION ", InsightType.Instruction)]
    [TestCase("Fact", InsightType.Fact)]
    [TestCase("correction", InsightType.Correction)]
    [TestCase("context", InsightType.Context)]
    [TestCase("constraint\\n", InsightType.Constraint)]
    public void Read_WhenTheTypeIsKnown_TakesItInAnyCase(string type, InsightType expected) =>
        Assert.That(Accepted(type: $"\"{type}\"").Type, Is.EqualTo(expected));

    [TestCase("insert", InsightOperation.Insert)]
    [TestCase(" Update", InsightOperation.Update)]
    [TestCase("DELETE", InsightOperation.Delete)]
    public void Read_WhenTheOperationIsKnown_TakesItInAnyCase(string operation, InsightOperation expected) =>
        Assert.That(Accepted(operation: $"\"{operation}\"").Operation, Is.EqualTo(expected));

    [TestCase("\"text\"", "text")]
    [TestCase("\" kept as it is \\n\"", " kept as it is \n")]
    [TestCase("1.50", "1.50")]
    [TestCase("true", "true")]
    [TestCase("{\"a\": [1, \"é\"]}", "{\"a\":[1,\"é\"]}")]
    [TestCase("[\"a\", null]", "[\"a\",null]")]
    [TestCase("\"a\\u0000b\\ud800\"", "a\uFFFDb\uFFFD")]
    public void Read_WhenTheValueIsNotBlank_TakesItAsText(string value, string expected) =>
        Assert.That(Accepted(value: value).Value, Is.EqualTo(expected));

    [TestCase("null")]
    [TestCase("\"\"")]
    public void Read_WhenADeleteHasNoValue_AcceptsIt(string value) =>
        Assert.That(Accepted(value: value, operation: "\"delete\"").Value, Is.Empty);

    [TestCase("0.25", 0.25)]
    [TestCase("0", 0)]
    [TestCase("1", 1)]
    [TestCase("\"0.5\"", 0.5)]
    [TestCase("\" 1e-1 \"", 0.1)]
    [TestCase("null", 0.8)]
    public void Read_WhenTheConfidenceIsANumber_TakesIt(string confidence, double expected) =>
        Assert.That(Accepted(confidence: confidence).Confidence, Is.EqualTo(expected).Within(1e-12));

    [TestCase("[]", new string[0])]
    [TestCase("null", new string[0])]
    [TestCase("7", new string[0])]
    [TestCase("\" one \"", new[] { "one" })]
    [TestCase("[\" a \", \"\", \"  \", 5, null, \"b\\u0000\"]", new[] { "a", "b\uFFFD" })]
    public void Read_WhenThereAreTags_KeepsThoseThatAreText(string tags, string[] expected) =>
        Assert.That(Accepted(tags: tags).Tags, Is.EqualTo(expected));

    [Test]
    public void Read_WhenTagsAreTooManyOrTooLong_DropsTheRest()
    {
        var (longest, longer) = (Repeat("😀", 50), Repeat("😀", 51));
        var tags = Enumerable.Range(0, 25).Select(number => $"\"t{number}\"");

        var kept = Accepted(tags: $"[\"{longer}\", \"{longest}\", {string.Join(',', tags)}]").Tags;

        Assert.That(kept, Has.Count.EqualTo(20));
        Assert.That(kept[0], Is.EqualTo(longest));
        Assert.That(kept[^1], Is.EqualTo("t18"));
    }

    [Test]
    public void Read_WhenKeyAndValueAreAsLongAsTheyMayBe_KeepsThem()
    {
        var insight = Accepted(key: $"\"  {LongestKey}\\n\"", value: $"\"{LongestValue}\"");

        Assert.That(insight.Key, Is.EqualTo(LongestKey));
        Assert.That(insight.Value, Is.EqualTo(LongestValue));
    }

    [TestCase("""{"key": "k", "value": "v", "operation": "insert"}""", "insight_type:")]
    [TestCase("""{"insight_type": "opinion", "key": "k", "value": "v", "operation": "insert"}""", "insight_type:")]
    [TestCase("""{"insight_type": 1, "key": "k", "value": "v", "operation": "insert"}""", "insight_type:")]
    [TestCase("""{"insight_type": "1", "key": "k", "value": "v", "operation": "insert"}""", "insight_type:")]
    [TestCase("""{"insight_type": "fact", "key": "k", "value": "v"}""", "operation:")]
    [TestCase("""{"insight_type": "fact", "key": "k", "value": "v", "operation": "merge"}""", "operation:")]
    [TestCase("""{"insight_type": "fact", "value": "v", "operation": "insert"}""", "key:")]
    [TestCase("""{"insight_type": "fact", "key": " \n", "value": "v", "operation": "insert"}""", "key:")]
    [TestCase("""{"insight_type": "fact", "key": "k", "operation": "insert"}""", "value:")]
    [TestCase("""{"insight_type": "fact", "key": "k", "value": " ", "operation": "update"}""", "value:")]
    [TestCase(
        """{"insight_type": "fact", "key": "k", "value": "v", "operation": "insert", "confidence_score": 1.01}""",
        "confidence_score:")]
    [TestCase(
        """{"insight_type": "fact", "key": "k", "value": "v", "operation": "insert", "confidence_score": -0.1}""",
        "confidence_score:")]
    [TestCase(
        """{"insight_type": "fact", "key": "k", "value": "v", "operation": "insert", "confidence_score": "high"}""",
        "confidence_score:")]
    [TestCase(
        """{"insight_type": "fact", "key": "k", "value": "v", "operation": "insert", "confidence_score": "NaN"}""",
        "confidence_score:")]
    [TestCase(
        """{"insight_type": "fact", "key": "k", "value": "v", "operation": "insert", "confidence_score": 1e999}""",
        "confidence_score:")]
    [TestCase(
        """{"insight_type": "fact", "key": "k", "value": "v", "operation": "insert", "confidence_score": true}""",
        "confidence_score:")]
    public void Read_WhenAFieldIsInvalid_RejectsTheItemAndNamesTheField(string item, string reason) => AssertRejects(item, reason);

    [Test]
    public void Read_WhenKeyOrValueIsTooLong_RejectsTheItem()
    {
        AssertRejects($$"""{"insight_type": "fact", "key": "x{{LongestKey}}", "value": "v", "operation": "insert"}""", "key:");
        AssertRejects($$"""{"insight_type": "fact", "key": "k", "value": "x{{LongestValue}}", "operation": "insert"}""", "value:");
    }

    private static void AssertRejects(string item, string reason)
    {
        var read = InsightReader.Read($"[{item}]");

        Assert.That(read.Insights, Is.Empty);
        Assert.That(read.Rejected, Has.Count.EqualTo(1));
        Assert.That(read.Rejected[0].Reason, Does.StartWith(reason));
        Assert.That(read.Rejected[0].Json, Does.StartWith("{\""));
    }

    private static Insight Accepted(
        string type = "\"fact\"",
        string key = "\"k\"",
        string value = "\"v\"",
        string operation = "\"insert\"",
        string confidence = "0.5",
        string tags = "[]")
    {
        var item = $$"""{"insight_type": {{type}}, "key": {{key}}, "value": {{value}}, "operation": {{operation}}, """;

        var read = InsightReader.Read($$"""{"insights": [{{item}} "confidence_score": {{confidence}}, "tags": {{tags}}}]}""");

        Assert.That(read.Rejected, Is.Empty);
        Assert.That(read.Insights, Has.Count.EqualTo(1));
        return read.Insights[0];
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
