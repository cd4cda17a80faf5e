using Miner.Domain.Playbooks;
using static Miner.Domain.Tests.Playbooks.Entries;

namespace Miner.Domain.Tests.Playbooks;

/// <summary>Many feedbacks one after another, against a table kept by hand as the contract has it: keys, versions, limits.</summary>
[TestFixture]
internal sealed class RandomPlaybookTests
{
    private const int Feedbacks = 150;

    /// <summary>More keys than a playbook has room for.</summary>
    private const int Keys = 70;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Apply_OfManyFeedbacks_KeepsWhatTheContractSays(int seed)
    {
        var random = new Random(seed);
        var table = new Dictionary<string, (string Value, int Version, int Helpful, int Harmful)>();
        List<PlaybookEntry> stored = [];
        var outcomes = new HashSet<PlaybookChangeOutcome>();
        for (var feedback = 0; feedback < Feedbacks; feedback++)
        {
            var playbook = new Playbook("c", stored);
            var insights = Enumerable.Range(0, random.Next(1, 12)).Select(_ => AnyInsight(random)).ToList();

            var changes = playbook.Apply(insights, "my words", Now.AddHours(feedback));

            var judged = new HashSet<string>();
            var expected = insights.ConvertAll(insight => Expect(table, insight, judged));
            Assert.That(changes.Select(change => change.Outcome), Is.EqualTo(expected));
            Assert.That(changes.Select(change => change.Insight.Key), Is.EqualTo(insights.Select(insight => insight.Key)));
            stored = [.. playbook.Entries];
            Assert.That(
                stored.Select(entry => (entry.Key, (entry.Value, entry.Version, entry.Helpful, entry.Harmful))),
                Is.EquivalentTo(table.Select(entry => (entry.Key, entry.Value))));
            Assert.That(stored, Has.Count.LessThanOrEqualTo(Playbook.MaxEntries).And.All.Matches((PlaybookEntry entry) => entry.IsActive));
            outcomes.UnionWith(changes.Select(change => change.Outcome));
        }

        Assert.That(outcomes, Is.SupersetOf(new[]
        {
            PlaybookChangeOutcome.Inserted, PlaybookChangeOutcome.Updated, PlaybookChangeOutcome.Deleted, PlaybookChangeOutcome.Confirmed,
            PlaybookChangeOutcome.Refused, PlaybookChangeOutcome.NotFound,
        }));
    }

    /// <summary>What becomes of <paramref name="insight"/>, which the table then holds. One feedback judges an entry once.</summary>
    private static PlaybookChangeOutcome Expect(
        Dictionary<string, (string Value, int Version, int Helpful, int Harmful)> table, Insight insight, HashSet<string> judged)
    {
        var isKnown = table.TryGetValue(insight.Key, out var entry);
        if (insight.Operation == InsightOperation.Delete)
        {
            if (!table.Remove(insight.Key)) return PlaybookChangeOutcome.NotFound;
            judged.Add(insight.Key);
            return PlaybookChangeOutcome.Deleted;
        }

        if (!isKnown && table.Count == Playbook.MaxEntries) return PlaybookChangeOutcome.Refused;
        if (!isKnown)
        {
            judged.Add(insight.Key);
            table[insight.Key] = (insight.Value, 1, 0, 0);
            return PlaybookChangeOutcome.Inserted;
        }

        var counts = judged.Add(insight.Key) ? 1 : 0;
        if (insight.Value == entry.Value)
        {
            table[insight.Key] = entry with { Helpful = entry.Helpful + counts };
            return PlaybookChangeOutcome.Confirmed;
        }

        table[insight.Key] = (insight.Value, entry.Version + 1, entry.Helpful, entry.Harmful + counts);
        return PlaybookChangeOutcome.Updated;
    }

    /// <summary>Values of one word, so that none says in other words what another says.</summary>
    private static Insight AnyInsight(Random random) => Insight(
        $"key{random.Next(Keys)}",
        $"word{random.Next(4)}",
        (InsightOperation)(random.Next(5) switch { 0 => 2, 1 => 1, _ => 0 }));
}
