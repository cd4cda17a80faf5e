using Miner.Application.Answers;
using Miner.Domain.Playbooks;

namespace Miner.Application.Tests.Answers;

public sealed class InsightReaderTests
{
    private const string Item = """
        {"insight_type":"preference","key":"style","value":"Prefers concise answers","operation":"insert","confidence_score":0.9,"tags":["a"]}
        """;

    [TestCase("{\"insights\": [" + Item + "]}")]
    [TestCase("[" + Item + "]")]
    [TestCase(Item)]
    [TestCase("```json\n[" + Item + "]\n```")]
    [TestCase("<think>[1] {\"a\": 1}</think>Here they are [1]: [" + Item + "]")]
    public void Read_WhenTheListIsWrapped_FindsIt(string text)
    {
        var read = InsightReader.Read(text);

        Assert.That(read.Rejected, Is.Empty);
        Assert.That(read.Insights, Has.Count.EqualTo(1));
        Assert.That(read.Insights[0], Is.EqualTo(
            new Insight(InsightType.Preference, "style", "Prefers concise answers", InsightOperation.Insert, 0.9, ["a"])).UsingPropertiesComparer());
    }
}
