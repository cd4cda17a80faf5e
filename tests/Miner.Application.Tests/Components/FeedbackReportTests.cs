using System.Text.Json.Nodes;
using Miner.Application.Components.HumanFeedback;
using Miner.Domain.Components;
using Miner.Domain.Playbooks;
using Miner.Domain.Text;

namespace Miner.Application.Tests.Components;

[TestFixture]
internal sealed class FeedbackReportTests
{
    [Test]
    public void Of_Changes_ListsEachAndCountsThem()
    {
        var report = FeedbackReport.Of("words", Changes([
            Insight("name", InsightOperation.Insert), Insight("name", InsightOperation.Update), Insight("gone", InsightOperation.Delete)]));

        Assert.That(report.ImmediateResponse, Is.EqualTo(
            "2 playbook entries changed:\n- Added fact \"name\": Ada\n- Updated fact \"name\": Ada\n- Nothing to remove under \"gone\""));
        var notebook = JsonNode.Parse(report.Notebook)!;
        Assert.That(
            (notebook["feedback"]!.ToString(), (int)notebook["insights_extracted"]!, (int)notebook["entries_modified"]!, notebook["insights"]!.AsArray().Count),
            Is.EqualTo(("words", 3, 2, 3)));
        Assert.That(notebook["insights"]![0]!.AsObject().Select(field => field.Key), Is.EqualTo(new[]
        {
            "insight_type", "key", "value", "operation", "confidence_score", "tags", "outcome",
        }));
    }

    [Test]
    public void Of_NoChanges_SaysSo()
    {
        var report = FeedbackReport.Of("thanks", []);

        Assert.That(report.ImmediateResponse, Does.Contain("nothing to remember"));
        Assert.That((int)JsonNode.Parse(report.Notebook)!["insights_extracted"]!, Is.Zero);
    }

    [Test]
    public void Of_MoreThanFits_IsStillJsonAndCountsTrue()
    {
        var insights = Enumerable.Range(0, 100).Select(i => Insight($"key{i}", InsightOperation.Insert) with { Value = string.Concat(Enumerable.Repeat("🧮", 4_000)) });

        var report = FeedbackReport.Of(new string('w', 500_000), Changes(insights));

        Assert.Multiple(() =>
        {
            Assert.That(CodePoints.Count(report.ImmediateResponse), Is.LessThanOrEqualTo(ComponentOutput.MaxImmediateResponse));
            Assert.That(CodePoints.Count(report.Notebook), Is.LessThanOrEqualTo(ComponentOutput.MaxNotebook));
            Assert.That((int)JsonNode.Parse(report.Notebook)!["insights_extracted"]!, Is.EqualTo(100));
        });
    }

    private static IReadOnlyList<PlaybookChange> Changes(IEnumerable<Insight> insights) => new Playbook("cid", []).Apply(insights, "words", default);

    private static Insight Insight(string key, InsightOperation operation) => new(InsightType.Fact, key, "Ada", operation, 0.9, []);
}
