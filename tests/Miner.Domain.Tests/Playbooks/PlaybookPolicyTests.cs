using Miner.Domain.Playbooks;
using Miner.Domain.Text;
using static Miner.Domain.Tests.Playbooks.Entries;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Domain.Tests.Playbooks;

[TestFixture]
internal sealed class PlaybookPolicyTests
{
    [Test]
    public void Rank_OfEntries_GoesByTypeConfidenceCountsAndTime()
    {
        PlaybookEntry[] ranked =
        [
            Entry("constraint") with { Type = InsightType.Constraint, Confidence = 0.1 },
            Entry("instruction") with { Type = InsightType.Instruction, Confidence = 0.1 },
            Entry("correction") with { Type = InsightType.Correction, Confidence = 0.1 },
            Entry("sure") with { Confidence = 0.95, Harmful = 5 },
            Entry("helpful") with { Helpful = 3, Harmful = 1 },
            Entry("newer") with { UpdatedAt = Now.AddHours(1) },
            Entry("later") with { Id = 2 },
            Entry("earlier") with { Id = 1 },
            Entry("harmful") with { Harmful = 1, UpdatedAt = Now.AddDays(1) },
            Entry("fact") with { Type = InsightType.Fact, Confidence = 1 },
            Entry("context") with { Type = InsightType.Context, Confidence = 1 },
        ];

        foreach (var shuffled in new[] { ranked, [.. ranked.Reverse()], [.. ranked.OrderBy(entry => entry.Key, StringComparer.Ordinal)] })
            Assert.That(PlaybookContext.Rank(shuffled), Is.EqualTo(ranked));
    }

    // "Preferences:\n- a: 12345" has 23 code points, "\n- b: 12345" 11 more, "\n\nFacts:\n- f: 🧮" 15 more.
    [TestCase(22, "f")]
    [TestCase(23, "a")]
    [TestCase(33, "a")]
    [TestCase(34, "a b")]
    [TestCase(48, "a b")]
    [TestCase(49, "a b f")]
    [TestCase(0, "")]
    public void ForModel_OfABudget_TakesTheWholeEntriesThatFit(int budget, string expected)
    {
        PlaybookEntry[] entries =
        [
            Short("a", "12345"),
            Short("b", "12345") with
            {
                Confidence = 0.5,
            },
            Short("f", "🧮") with
            {
                Type = InsightType.Fact,
            },
        ];

        var read = new PlaybookPolicy(budget).ForModel(entries);

        Assert.That(string.Join(' ', read.Select(entry => entry.Key)), Is.EqualTo(expected));
    }

    [Test]
    public void ForModel_WhenTheFirstEntryIsTooLong_GivesTheOthersItsRoom()
    {
        PlaybookEntry[] entries =
        [
            Entry("long", new string('x', 5_000)) with
            {
                Type = InsightType.Constraint,
            },
            Short("a", "1"),
            Short("b", "2"),
        ];

        Assert.That(new PlaybookPolicy(4_000).ForModel(entries).Select(entry => entry.Key), Is.EquivalentTo(new[] { "a", "b" }));
    }

    [Property(MaxTest = 300)]
    public bool ForModel_OfAnyPlaybook_FitsAndLeavesOutOnlyWhatDoesNot((byte Type, byte Length, byte Confidence)[] entries, ushort budget)
    {
        var playbook = entries.Select((item, i) => Short($"k{i}", new string('é', item.Length)) with
        {
            Type = (InsightType)(item.Type % 6),
            Confidence = item.Confidence / 255.0,
        }).ToList();
        var maximum = budget % 2_000;

        var read = new PlaybookPolicy(maximum).ForModel(playbook);

        return CodePoints.Count(PlaybookContext.Format(read)) <= maximum
            && read.SequenceEqual(PlaybookContext.Rank(read))
            && playbook.Except(read).All(left => CodePoints.Count(PlaybookContext.Format([.. Before(left), left])) > maximum);

        // What an entry had to share the room with: those that are worth more.
        IEnumerable<PlaybookEntry> Before(PlaybookEntry entry) =>
            PlaybookContext.Rank(playbook).TakeWhile(other => other != entry).Where(read.Contains);
    }

    private static PlaybookEntry Short(string key, string value) => Entry(key, value) with { Tags = [] };
}
