using Miner.Domain.Playbooks;
using static Miner.Domain.Tests.Playbooks.Entries;

namespace Miner.Domain.Tests.Playbooks;

/// <summary>Whoever shows the miner its own playbook has said nothing new.</summary>
[TestFixture]
internal sealed class QuotationTests
{
    private static readonly PlaybookEntry[] Known =
    [
        Entry("style", "Prefers concise answers with worked examples"),
        Entry("units", "Uses metric units") with { Tags = ["format", "numbers"] },
        Entry("name", "Ada") with { Type = InsightType.Fact, Tags = [] },
    ];

    private static readonly string Block = PlaybookContext.Format(Known);

    [Test]
    public void Apply_WhenTheWholeBlockIsPastedBack_TeachesNothing()
    {
        foreach (
            var feedback in new[]
            {
                Block,
                $"```\n{Block}\n```",
                Block.Replace('\n', ' '),
                "> " + Block.Replace("\n", "\n> ", StringComparison.Ordinal),
            }
        )
        {
            var changes = Outcomes(
                feedback,
                Insight("style", "Prefers concise answers with worked examples"),
                Insight("brevity", "Worked examples, and concise"),
                Insight("user_name", "Is called Ada"), Insight("measures", "metric"), Insight("habits", "Wants things to be done well"));

            Assert.That(changes, Is.All.EqualTo(PlaybookChangeOutcome.Quoted), feedback);
        }
    }

    [Test]
    public void Apply_WhenAReportIsPastedBack_TeachesNothing() => Assert.That(
            Outcomes(
                "1 playbook entry changed:\n- Added preference \"units\": Uses metric units",
                Insight("measures", "Wants metric units used")),
            Is.All.EqualTo(PlaybookChangeOutcome.Quoted));

    [Test]
    public void Apply_WhenTheUserAddsSomething_LearnsThatOnly() => Assert.That(
        Outcomes(
            $"{Block}\n\nThat is not right any more: I measure in imperial units now.",
            Insight("units", "Measures in imperial units"), Insight("brevity", "Wants worked examples, concise ones")),
        Is.EqualTo(new[] { PlaybookChangeOutcome.Updated, PlaybookChangeOutcome.Quoted }));

    [Test]
    public void Apply_WhenTheUserAgreesInWordsOfHisOwn_Confirms() => Assert.That(
        Outcomes("\"units: Uses metric units\" - yes, I use metric units", Insight("units", "Uses metric units")),
        Is.EqualTo(new[] { PlaybookChangeOutcome.Confirmed }));

    [Test]
    public void Apply_WhenAnEntryIsQuotedToBeForgotten_DeletesIt() => Assert.That(
        Outcomes("Forget this:\n- name: Ada", Insight("name", "", InsightOperation.Delete)),
        Is.EqualTo(new[] { PlaybookChangeOutcome.Deleted }));

    [TestCase("I use metric units, and prefer concise answers")]
    [TestCase("Uses metric units")]
    public void Apply_WhenTheUserSaysItAgainWithoutTheKey_IsNoQuotation(string feedback) =>
        Assert.That(Outcomes(feedback, Insight("units", "Uses metric units")), Is.EqualTo(new[] { PlaybookChangeOutcome.Confirmed }));

    private static IEnumerable<PlaybookChangeOutcome> Outcomes(string feedback, params Insight[] insights) =>
        [.. new Playbook("c", Known).Apply(insights, feedback, Now).Select(change => change.Outcome)];
}
