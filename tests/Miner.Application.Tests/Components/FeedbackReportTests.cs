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
        var known = Changes([Insight("name"), Insight("city"), Insight("dog"), Insight("style") with { Value = "Prefers concise answers" }])
            .Select(change => change.Entry!);
        var changes = new Playbook("cid", known).Apply(
            [
                Insight("born") with { Value = "1815" }, Insight("name"), Insight("city") with { Value = "London" },
                Insight("dog", InsightOperation.Delete), Insight("length") with { Value = "The user prefers concise answers" },
                Insight("gone", InsightOperation.Delete),
            ],
            "words", default);

        var report = FeedbackReport.Of("words", changes);

        Assert.That(report.ImmediateResponse, Is.EqualTo("""
            4 playbook entries changed, 1 playbook entry confirmed, 1 insight passed over:
            - Added fact "born": 1815
            - Confirmed fact "name" (helpful 1, harmful 0): Ada
            - Updated fact "city" (helpful 0, harmful 1): London
            - Removed fact "dog" (helpful 0, harmful 1)
            - Merged into fact "style" (helpful 1, harmful 0): The user prefers concise answers
            - Nothing to remove under "gone"
            """.ReplaceLineEndings("\n")));
        var notebook = JsonNode.Parse(report.Notebook)!;
        Assert.That(
            (
                notebook["feedback"]!.ToString(),
                (int)notebook["insights_extracted"]!,
                (int)notebook["entries_modified"]!,
                notebook["insights"]!.AsArray().Count),
            Is.EqualTo(("words", 6, 4, 6)));
        var merged = notebook["insights"]![4]!;
        Assert.That(
            (
                merged["outcome"]!.ToString(),
                merged["key"]!.ToString(),
                merged["entry_key"]!.ToString(),
                (int)merged["helpful"]!,
                (int)merged["harmful"]!),
            Is.EqualTo(("merged", "length", "style", 1, 0)));
        Assert.That(notebook["insights"]![0]!.AsObject().Select(field => field.Key), Is.EqualTo(new[]
                {
                    "insight_type",
                    "key",
                    "value",
                    "operation",
                    "confidence_score",
                    "tags",
                    "outcome",
                    "entry_key",
                    "helpful",
                    "harmful",
                }
            ));
    }

    [Test]
    public void Of_AQuotation_SaysThatNothingWasAdded()
    {
        var known = Changes([Insight("name")]).Select(change => change.Entry!);

        var report = FeedbackReport.Of("name: Ada", new Playbook("cid", known).Apply([Insight("user_name")], "name: Ada", default));

        Assert.That(
            report.ImmediateResponse,
            Is.EqualTo(
                "0 playbook entries changed, 1 insight passed over:\n"
                + "- Not added, the feedback only quotes the playbook: fact \"user_name\""));
    }

    [Test]
    public void Of_AConfirmation_SaysWhatIsConfirmed()
    {
        var known = Changes([Insight("name")]).Select(change => change.Entry!);

        var report = FeedbackReport.Of("yes", new Playbook("cid", known).Apply([Insight("name")], "yes", default));

        Assert.That(
            report.ImmediateResponse,
            Does.StartWith("1 playbook entry confirmed:\n- Confirmed fact \"name\" (helpful 1, harmful 0): "));
    }

    /// <summary>Two insights of one feedback, of which the playbook knows the name already.</summary>
    [TestCase("born", "1815", "1 playbook entry changed, 1 playbook entry confirmed:")]
    [TestCase("name", "Grace", "1 playbook entry changed, 1 playbook entry confirmed:")]
    [TestCase("name", "Ada", "1 playbook entry confirmed by 2 insights:")]
    public void Of_TwoInsights_CountsEntriesAndAccountsForEachLine(string key, string value, string heading)
    {
        var known = Changes([Insight("name")]).Select(change => change.Entry!);

        var changes = new Playbook("cid", known).Apply([Insight("name"), Insight(key) with { Value = value }], "words", default);

        Assert.That(FeedbackReport.Of("words", changes).ImmediateResponse.Split('\n'), Has.Length.EqualTo(3).And.One.EqualTo(heading));
    }

    [Test]
    public void Of_AnEntryThatChangesTwice_CountsItOnce()
    {
        var report = FeedbackReport.Of("words", Changes([Insight("name"), Insight("name") with { Value = "Grace" }]));

        Assert.That(report.ImmediateResponse, Does.StartWith("1 playbook entry changed by 2 insights:\n- Added "));
        Assert.That((int)JsonNode.Parse(report.Notebook)!["entries_modified"]!, Is.EqualTo(1));
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
        var insights = Enumerable
            .Range(0, 100)
            .Select(i => Insight($"key{i}", InsightOperation.Insert) with { Value = string.Concat(Enumerable.Repeat("🧮", 4_000)) })
            .ToList();

        var report = FeedbackReport.Of(new string('w', 500_000), Changes(insights));

        Assert.Multiple(() =>
        {
            Assert.That(CodePoints.Count(report.ImmediateResponse), Is.LessThanOrEqualTo(ComponentOutput.MaxImmediateResponse));
            Assert.That(CodePoints.Count(report.Notebook), Is.LessThanOrEqualTo(ComponentOutput.MaxNotebook));
            Assert.That((int)JsonNode.Parse(report.Notebook)!["insights_extracted"]!, Is.EqualTo(100));
        });
    }

    private static IReadOnlyList<PlaybookChange> Changes(IReadOnlyList<Insight> insights) =>
        new Playbook("cid", []).Apply(insights, "words", default);

    private static Insight Insight(string key, InsightOperation operation = InsightOperation.Insert) =>
        new(InsightType.Fact, key, "Ada", operation, 0.9, []);
}
