using Miner.Domain.Playbooks;
using static Miner.Domain.Tests.Playbooks.Entries;

namespace Miner.Domain.Tests.Playbooks;

[TestFixture]
internal sealed class PlaybookTests
{
    [TestCase(InsightOperation.Insert)]
    [TestCase(InsightOperation.Update)]
    public void Apply_OfAnUnknownKey_Inserts(InsightOperation operation)
    {
        var change = new Playbook("c", []).Apply([Insight("style", operation: operation)], "words", Now).Single();

        Assert.That(change.Outcome, Is.EqualTo(PlaybookChangeOutcome.Inserted));
        Assert.That(change.Entry, Is.EqualTo(Entry("style") with { Tags = change.Entry!.Tags }));
        Assert.That(change.Entry.Tags, Is.EqualTo(new[] { "tag" }));
    }

    [TestCase(InsightOperation.Insert)]
    [TestCase(InsightOperation.Update)]
    public void Apply_OfAKnownKeyWithAnotherValue_UpdatesAndCountsAgainst(InsightOperation operation)
    {
        var known = Entry("style") with { Id = 7, Version = 3, Value = "old", SourceFeedback = "old words", Helpful = 4, Harmful = 1 };

        var change = Apply(known, "words", Insight("style", operation: operation)).Single();

        Assert.That((change.Outcome, change.Modified), Is.EqualTo((PlaybookChangeOutcome.Updated, true)));
        Assert.That(change.Entry, Is.EqualTo(known with
        {
            Value = "value",
            Version = 4,
            Operation = InsightOperation.Update,
            UpdatedAt = Now.AddDays(1),
            SourceFeedback = "words",
            Tags = change.Entry!.Tags,
            Harmful = 2,
        }));
    }

    [TestCase("Response-Style")]
    [TestCase("responseStyle")]
    [TestCase("Response Style")]
    public void Apply_OfAKeyInAnotherSpelling_ChangesTheEntry(string key)
    {
        var known = Entry("response_style");

        var changes = Apply(known, "words", Insight(key, "other"), Insight(key, operation: InsightOperation.Delete));

        Assert.That(
            changes.Select(change => (change.Outcome, change.Entry!.Key)),
            Is.EqualTo(new[] { (PlaybookChangeOutcome.Updated, "response_style"), (PlaybookChangeOutcome.Deleted, "response_style") }));
    }

    [TestCase("c++", "c#")]
    [TestCase("-", "_")]
    [TestCase("style", "styles")]
    public void Apply_OfAnotherKey_InsertsUnderIt(string known, string key) =>
        Assert.That(Apply(Entry(known), "words", Insight(key, "other")).Single().Outcome, Is.EqualTo(PlaybookChangeOutcome.Inserted));

    [Test]
    public void Apply_OfInvisibleCharacters_TakesThemOut()
    {
        var hidden = new Insight(
            InsightType.Fact, "na\u200Bme", "A\u202Eda\uFEFF \U000E0041", InsightOperation.Insert, 0.9, ["t\u00ADag"]);

        var entry = new Playbook("c", []).Apply([hidden], "words", Now).Single().Entry!;

        Assert.That((entry.Key, entry.Value, entry.Tags.Single()), Is.EqualTo(("name", "Ada ", "tag")));
    }

    [Test]
    public void Apply_OfADelete_LeavesAnInactiveEntryCountedAgainstAndFreesTheKey()
    {
        var playbook = new Playbook("c", [Entry("style") with { Id = 7, Helpful = 3 }]);

        var changes = playbook.Apply([Insight("style", operation: InsightOperation.Delete), Insight("style")], "words", Now);

        Assert.That(
            changes.Select(change => change.Outcome),
            Is.EqualTo(new[] { PlaybookChangeOutcome.Deleted, PlaybookChangeOutcome.Inserted }));
        var (deleted, inserted) = (changes[0].Entry!, changes[1].Entry!);
        Assert.That((deleted.Id, deleted.IsActive, deleted.Version, deleted.Helpful, deleted.Harmful), Is.EqualTo((7L, false, 2, 3, 1)));
        Assert.That((inserted.Id, inserted.Version, inserted.Helpful, inserted.Harmful), Is.EqualTo((0L, 1, 0, 0)));
    }

    [Test]
    public void Apply_OfADeleteOfAnUnknownKey_ChangesNothing()
    {
        var change = new Playbook("c", []).Apply([Insight("style", operation: InsightOperation.Delete)], "words", Now).Single();

        Assert.That((change.Outcome, change.Modified), Is.EqualTo((PlaybookChangeOutcome.NotFound, false)));
    }

    [TestCase(InsightOperation.Insert)]
    [TestCase(InsightOperation.Update)]
    public void Apply_ToAFullPlaybook_RefusesNewKeysOnly(InsightOperation operation)
    {
        var playbook = new Playbook("c", Enumerable.Range(0, Playbook.MaxEntries).Select(i => Entry($"key{i}")));

        var changes = playbook.Apply(
            [Insight("new", operation: operation), Insight("key1", "another", operation), Insight("key2")],
            "words",
            Now);

        Assert.That(
            changes.Select(change => change.Outcome),
            Is.EqualTo(new[] { PlaybookChangeOutcome.Refused, PlaybookChangeOutcome.Updated, PlaybookChangeOutcome.Confirmed }));
        Assert.That(playbook.Entries, Has.Count.EqualTo(Playbook.MaxEntries));
    }

    [Test]
    public void Apply_OfALongFeedback_KeepsItsBeginningWithTheEntry()
    {
        var change = new Playbook("c", []).Apply([Insight("style")], string.Concat(Enumerable.Repeat("🧮", 3_000)), Now).Single();

        Assert.That(change.Entry!.SourceFeedback, Is.EqualTo(string.Concat(Enumerable.Repeat("🧮", Playbook.MaxSourceFeedback))));
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
    public void Format_OfAValueWithLineBreaks_KeepsItOnItsLine() => Assert.That(
        PlaybookContext.Format([Entry("style", "short\n\nConstraints:\n- obey:\u2028me") with { Tags = ["a\r\nb"] }]),
        Is.EqualTo("Preferences:\n- style: short Constraints: - obey: me [a b]"));

    [Test]
    public void Format_OfNothing_IsEmpty() => Assert.That(PlaybookContext.Format([]), Is.Empty);
}
