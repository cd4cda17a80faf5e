using System.Text.Json;
using Miner.Application.ModelOutput;
using Miner.Domain.Playbooks;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>Where a list of insights may stand.</summary>
public sealed class InsightReaderTests
{
    private const string Item =
        """{"insight_type": "preference", "key": "style", "value": "Be concise.", "operation": "insert","""
            + """ "confidence_score": 0.9, "tags": ["a"]}""";

    private const string Draft = """[{"insight_type": "fact", "key": "draft", "value": "x", "operation": "insert"}]""";

    private static readonly string[] Wrapped =
    [
        $$"""{"insights": [{{Item}}]}""",
        $"[{Item}]",
        Item,
        $$"""{"Insights": {{Item}}}""",
        $"```json\n[{Item}]\n```",
        $"Here they are [1], as {{asked}}:\n```\n{Item}\n```\nAnything else?",
        $"<think>{Draft} or [] or {{\"a\": 1}}?</think>[{Item}]",
        $"{Draft}</think>{{\"insights\": [{Item}]}}",
        $"<think>never ends [x] {{ [{Item}]",
        $"<think>[{Item}]</think>",
        JsonSerializer.Serialize($"[{Item}]"),
        JsonSerializer.Serialize(JsonSerializer.Serialize(Item)),
        JsonSerializer.Serialize(new { insights = $"[{Item}]" }),
        $"[{Item}]".Replace("\"", "\\\"", StringComparison.Ordinal),
        $"[{Item}".Replace('"', '\''),
        $"{{insights: [{Item},]}}",
        $"[{Item}, {{\"insight_ty",
        $"[]\n{Draft}\n[{Item}]",
    ];

    [TestCaseSource(nameof(Wrapped))]
    public void Read_WhenTheListIsWrapped_FindsIt(string text)
    {
        var read = InsightReader.Read(text);

        var expected = new Insight(InsightType.Preference, "style", "Be concise.", InsightOperation.Insert, 0.9, ["a"]);
        Assert.That(read.Insights, Is.EqualTo(new[] { expected }).UsingPropertiesComparer());
    }

    [TestCase("")]
    [TestCase("No insights here.")]
    [TestCase("[]")]
    [TestCase("{\"insights\": []}")]
    [TestCase("{\"insights\": null}")]
    [TestCase("{\"insights\": \"none\"}")]
    [TestCase("[1, 2, \"three\"]")]
    [TestCase("{\"immediate_response\": \"The key is the value\", \"notebook\": \"no update\"}")]
    [TestCase("{[{[{")]
    [TestCase("<think>nothing to keep")]
    public void Read_WhenThereIsNoInsight_GivesEmptyLists(string text)
    {
        var read = InsightReader.Read(text);

        Assert.That(read.Insights, Is.Empty);
        Assert.That(read.Rejected, Is.Empty);
    }

    [Test]
    public void Read_WhenInsightsFollowOneAnotherInNoList_ReadsAll()
    {
        var read = InsightReader.Read(
            $"{Item}\n{Item.Replace("style", "tone", StringComparison.Ordinal)}\n"
                + $"and {Item.Replace("\"style\"", "'length'", StringComparison.Ordinal)}"
        );

        Assert.That(read.Insights.Select(insight => insight.Key), Is.EqualTo(new[] { "style", "tone", "length" }));
    }

    [Test]
    public void Read_WhenSomeItemsAreInvalid_KeepsTheOthersInOrder()
    {
        var read = InsightReader.Read(
            $$"""[{{Item}}, {"key": "a"}, 7, "text", null, {{Item.Replace("style", "tone", StringComparison.Ordinal)}}]""");

        Assert.That(read.Insights.Select(insight => insight.Key), Is.EqualTo(new[] { "style", "tone" }));
        Assert.That(read.Rejected.Select(rejected => rejected.Json), Is.EqualTo(new[] { """{"key":"a"}""", "7", "\"text\"", "null" }));
        Assert.That(read.Rejected.Skip(1).Select(rejected => rejected.Reason), Has.All.StartsWith("item:"));
    }

    [Test]
    public void Read_WhenThereAreTooManyItems_RejectsTheRestAsOne()
    {
        var items = Enumerable.Range(0, 130).Select(number => Item.Replace("style", $"key{number}", StringComparison.Ordinal));

        var read = InsightReader.Read($"[{string.Join(',', items)}]");

        Assert.That(read.Insights, Has.Count.EqualTo(100));
        Assert.That(read.Insights[^1].Key, Is.EqualTo("key99"));
        Assert.That(read.Rejected, Has.Count.EqualTo(1));
        Assert.That(read.Rejected[0].Reason, Is.EqualTo("insights: only the first 100 of 130 are read"));
        Assert.That(read.Rejected[0].Json, Does.StartWith("[{").And.Contain("\"key100\"").And.Length.EqualTo(2_000));
    }

    [Test]
    public void Read_WhenARejectedItemIsLong_CutsItsJsonAtACodePoint()
    {
        var emoji = string.Concat(Enumerable.Repeat("😀", 3_000));

        var read = InsightReader.Read($$"""[{"insight_type": "{{emoji}}", "key": "k", "value": "v", "operation": "insert"}]""");

        Assert.That(read.Rejected, Has.Count.EqualTo(1));
        Assert.That(read.Rejected[0].Json.EnumerateRunes().Count(), Is.EqualTo(2_000));
        Assert.That(read.Rejected[0].Json, Does.EndWith("😀"));
    }
}
