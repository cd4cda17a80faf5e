using Miner.Domain.Playbooks;

namespace Miner.Domain.Tests.Playbooks;

[TestFixture]
internal sealed class PlaybookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [TestCase(InsightOperation.Insert)]
    [TestCase(InsightOperation.Update)]
    public void Apply_OfAnUnknownKey_Inserts(InsightOperation operation)
    {
        var change = new Playbook("c", []).Apply([Insight("style", operation)], "words", Now).Single();

        Assert.That(change.Outcome, Is.EqualTo(PlaybookChangeOutcome.Inserted));
        Assert.That(change.Entry, Is.EqualTo(Entry("style") with { Tags = change.Entry!.Tags }));
        Assert.That(change.Entry.Tags, Is.EqualTo(new[] { "tag" }));
    }

    [TestCase(InsightOperation.Insert)]
    [TestCase(InsightOperation.Update)]
    public void Apply_OfAKnownKey_Updates(InsightOperation operation)
    {
        var known = Entry("style") with { Id = 7, Version = 3, CreatedAt = Now.AddDays(-1), Value = "old", SourceFeedback = "old words" };

        var change = new Playbook("c", [known]).Apply([Insight("style", operation)], "words", Now).Single();

        Assert.That(change.Outcome, Is.EqualTo(PlaybookChangeOutcome.Updated));
        Assert.That(change.Entry, Is.EqualTo(known with
        {
            Value = "value",
            Version = 4,
            Operation = InsightOperation.Update,
            UpdatedAt = Now,
            SourceFeedback = "words",
            Tags = change.Entry!.Tags,
        }));
    }

    [Test]
    public void Apply_OfADelete_LeavesAnInactiveEntryAndFreesTheKey()
    {
        var playbook = new Playbook("c", [Entry("style") with { Id = 7 }]);

        var changes = playbook.Apply([Insight("style", InsightOperation.Delete), Insight("style", InsightOperation.Insert)], "words", Now);

        Assert.That(changes.Select(change => change.Outcome), Is.EqualTo(new[] { PlaybookChangeOutcome.Deleted, PlaybookChangeOutcome.Inserted }));
        Assert.That((changes[0].Entry!.Id, changes[0].Entry!.IsActive, changes[0].Entry!.Version), Is.EqualTo((7L, false, 2)));
        Assert.That((changes[1].Entry!.Id, changes[1].Entry!.Version), Is.EqualTo((0L, 1)));
    }

    [Test]
    public void Apply_OfADeleteOfAnUnknownKey_ChangesNothing()
    {
        var change = new Playbook("c", []).Apply([Insight("style", InsightOperation.Delete)], "words", Now).Single();

        Assert.That((change.Outcome, change.Modified), Is.EqualTo((PlaybookChangeOutcome.NotFound, false)));
    }

    [TestCase(InsightOperation.Insert)]
    [TestCase(InsightOperation.Update)]
    public void Apply_ToAFullPlaybook_RefusesNewKeysOnly(InsightOperation operation)
    {
        var playbook = new Playbook("c", Enumerable.Range(0, Playbook.MaxEntries).Select(i => Entry($"key{i}")));

        var changes = playbook.Apply([Insight("new", operation), Insight("key1", operation)], "words", Now);

        Assert.That(changes.Select(change => change.Outcome), Is.EqualTo(new[] { PlaybookChangeOutcome.Refused, PlaybookChangeOutcome.Updated }));
        Assert.That(playbook.Entries, Has.Count.EqualTo(Playbook.MaxEntries));
    }

    [Test]
    public void Apply_OfTheSameInsightFiveTimes_LeavesOneEntry()
    {
        var playbook = new Playbook("c", []);

        playbook.Apply(Enumerable.Repeat(Insight("style", InsightOperation.Insert), 5), "words", Now);

        Assert.That(playbook.Entries.Single().Version, Is.EqualTo(5));
    }

    [Test]
    public void Format_OfEntries_GroupsThemByTypeWithTheirTags()
    {
        var entries = new[]
        {
            Entry("name") with { Type = InsightType.Fact, Value = "Ada", Tags = [] },
            Entry("style") with { Value = "short" },
            Entry("units") with { Value = "metric", Tags = ["format", "numbers"] },
        };

        Assert.That(PlaybookContext.Format(entries), Is.EqualTo("""
            Preferences:
            - style: short [tag]
            - units: metric [format, numbers]

            Facts:
            - name: Ada
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Format_OfNothing_IsEmpty() => Assert.That(PlaybookContext.Format([]), Is.Empty);

    private static Insight Insight(string key, InsightOperation operation) => new(InsightType.Preference, key, "value", operation, 0.9, ["tag"]);

    private static PlaybookEntry Entry(string key) => new(
        Id: 0, "c", InsightType.Preference, key, "value", InsightOperation.Insert, "words", 0.9, Now, Now, Version: 1, IsActive: true, ["tag"], ExtraData: null);
}
