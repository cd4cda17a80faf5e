using Dapper;
using Miner.Application.Ports;
using Miner.Domain.Playbooks;

namespace Miner.Infrastructure.Tests.Persistence;

[TestFixture(StoreKind.Sqlite)]
[TestFixture(StoreKind.Postgres, Category = "NeedsPackages")]
internal sealed class PlaybookRepositoryTests(StoreKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task LearnAsync_WhenReadBack_KeepsEveryField()
    {
        var insight = new Insight(
            InsightType.Correction, "sep'arator \"🦊\"", "use | not ,\n", InsightOperation.Insert, 0.123456789, ["a,b", "\"", "日本"]);

        var lesson = await LearnAsync("cid/1", insight);

        var entry = (await ListAsync("cid/1")).Single();
        Assert.That(entry.Id, Is.Positive.And.EqualTo(lesson.Changes.Single().Entry!.Id));
        Assert.That(entry.Tags, Is.EqualTo(insight.Tags));
        Assert.That(entry with { Tags = insight.Tags }, Is.EqualTo(new PlaybookEntry(
            entry.Id, "cid/1", insight.Type, insight.Key, insight.Value, InsightOperation.Insert, "feedback", insight.Confidence,
            Lessons.At, Lessons.At, Version: 1, IsActive: true, insight.Tags, ExtraData: null, Helpful: 0, Harmful: 0)));
    }

    [Test]
    public async Task LearnAsync_WhenSeveralChangesTouchOneKey_StoresThemInOrder()
    {
        var lesson = await LearnAsync(
            "cid",
            Lessons.Insert("kept", "1"), Lessons.Update("kept", "2"),
            Lessons.Insert("gone"), Lessons.Delete("gone"),
            Lessons.Insert("back", "1"), Lessons.Delete("back"), Lessons.Insert("back", "3"));

        var entries = await ListAsync("cid");
        Assert.That(entries.Select(entry => (entry.Key, entry.Value, entry.Version)), Is.EqualTo([("kept", "2", 2), ("back", "3", 1)]));
        Assert.That(lesson.Changes[1].Entry!.Id, Is.EqualTo(lesson.Changes[0].Entry!.Id));
        Assert.That(lesson.Changes[6].Entry!.Id, Is.Not.EqualTo(lesson.Changes[4].Entry!.Id));
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM playbook_entries WHERE NOT is_active"), Is.EqualTo(2));
    }

    [Test]
    public async Task LearnAsync_WhenAKnownKeyIsUpdated_KeepsItsIdAndItsBirth()
    {
        await LearnAsync("cid", Lessons.Insert("key", "1"));
        var before = (await ListAsync("cid")).Single();

        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.At.AddDays(1), null, Lessons.Update("key", "2")), Token);

        var after = (await ListAsync("cid")).Single();
        Assert.That(after with { Tags = before.Tags }, Is.EqualTo(before with
        {
            Value = "2",
            Operation = InsightOperation.Update,
            UpdatedAt = Lessons.At.AddDays(1),
            Version = 2,
            Harmful = 1,
        }));
    }

    [Test]
    public async Task LearnAsync_WhenAnEntryIsConfirmedAndContradicted_KeepsBothCountsAcrossVersions()
    {
        await LearnAsync("cid", Lessons.Insert("units", "metric"));
        await LearnAsync("cid", Lessons.Insert("units", "Metric."));
        await LearnAsync("cid", Lessons.Insert("units", "metric"));
        await LearnAsync("cid", Lessons.Update("units", "imperial"));

        var entry = (await ListAsync("cid")).Single();
        Assert.That((entry.Value, entry.Version, entry.Helpful, entry.Harmful), Is.EqualTo(("imperial", 2, 2, 1)));

        await LearnAsync("cid", Lessons.Delete("units"));
        Assert.That(
            Scalar<string>("SELECT helpful || ' ' || harmful || ' ' || version FROM playbook_entries WHERE NOT is_active"),
            Is.EqualTo("2 2 3"));
    }

    [Test]
    public async Task LearnAsync_WhenAnInsightIsMergedOrConfirmed_AuditsItWithTheEntryItRepeats()
    {
        await LearnAsync("cid", Lessons.Insert("style", "Prefers concise answers"));
        var id = (await ListAsync("cid")).Single().Id;
        Execute("DELETE FROM playbook_feedback");

        await LearnAsync(
            "cid",
            Lessons.Insert("length", "The user prefers concise answers"),
            Lessons.Insert("brevity_style", "Wants brief answers"));
        await LearnAsync("cid", Lessons.Insert("answer_length", "prefers concise answers"));

        using var connection = Connect();
        var rows = connection.Query<(string Outcome, string Key, long? EntryId)>(
            "SELECT outcome, key, entry_id FROM playbook_audit ORDER BY id");
        Assert.That(rows, Is.EqualTo(new (string, string, long?)[]
                {
                    ("merged", "length", id),
                    ("inserted", "brevity_style", id + 1),
                    ("confirmed", "answer_length", id),
                }
            ));
        Assert.That(
            (await ListAsync("cid"))[0],
            Has.Property("Key").EqualTo("style").And.Property("Helpful").EqualTo(2).And.Property("Version").EqualTo(2));
    }

    [Test]
    public async Task LearnAsync_WhenCidsDifferInCaseOnlyAndKeysInAnAccent_KeepsThemApart()
    {
        await LearnAsync("cid", Lessons.Insert("key", "1"), Lessons.Insert("k\u00e9y", "2"));
        await LearnAsync("CID", Lessons.Insert("key"));

        Assert.That((await ListAsync("cid")).Select(entry => entry.Key), Is.EquivalentTo(["key", "k\u00e9y"]));
        Assert.That(await ListAsync("CID"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ListAsync_WhenFilled_IsOrderedByTypeAndThenByAge()
    {
        await LearnAsync("cid", Lessons.Insert("z", type: InsightType.Fact), Lessons.Insert("c", type: InsightType.Constraint));
        await LearnAsync("cid", Lessons.Insert("a", type: InsightType.Fact), Lessons.Insert("p", type: InsightType.Preference));
        await LearnAsync("cid", Lessons.Insert("z", "newer", InsightType.Fact));

        Assert.That((await ListAsync("cid")).Select(entry => entry.Key), Is.EqualTo(["p", "z", "a", "c"]));
        var facts = await Store.Playbooks.ListAsync("cid", InsightType.Fact, Token);
        Assert.That(facts.Select(entry => entry.Key), Is.EqualTo(["z", "a"]));
        Assert.That(await Store.Playbooks.ListAsync("other", InsightType.Fact, Token), Is.Empty);
    }

    /// <summary>As where the clock was set back, or the entries come from another miner's store.</summary>
    [Test]
    public async Task ListAsync_WhenTheLastStoredIsTheOldest_HasItFirst()
    {
        await LearnAsync("cid", Lessons.Insert("younger"));

        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.At.AddDays(-1), null, Lessons.Insert("older")), Token);

        Assert.That((await ListAsync("cid")).Select(entry => entry.Key), Is.EqualTo(["older", "younger"]));
    }

    [Test]
    public async Task LearnAsync_WhenItHasAnExchange_StoresThatToo()
    {
        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.At, Exchange("please", "done")), Token);

        var conversation = await Store.Conversations.FindAsync("cid", Token);
        Assert.That(conversation!.Messages.Select(message => message.Content), Is.EqualTo(["please", "done"]));
    }

    [Test]
    public async Task LearnAsync_WhenTheDelegateThrows_PassesItOnAndStoresNothing()
    {
        var failure = new InvalidOperationException("no lesson");

        Assert.That(() => Store.Playbooks.LearnAsync("cid", _ => throw failure, Token), Throws.Exception.SameAs(failure));

        Assert.That(Scalar<int>("SELECT COUNT(*) FROM playbook_feedback"), Is.Zero);
        await LearnAsync("cid", Lessons.Insert("key"));
        Assert.That(await ListAsync("cid"), Has.Count.EqualTo(1));
    }

    [Test]
    public void LearnAsync_WhenStoringFailsHalfWay_LeavesNothingOfTheLesson()
    {
        var unknown = new PlaybookEntry(
            0,
            "cid",
            InsightType.Fact,
            "never inserted",
            "",
            InsightOperation.Update,
            "",
            1,
            Lessons.At,
            Lessons.At,
            2,
            true,
            [],
            null,
            0,
            0);

        Assert.That(
            () => Store.Playbooks.LearnAsync(
                "cid",
                playbook =>
                {
                    var changes = playbook.Apply([Lessons.Insert("key")], "feedback", Lessons.At);
                    var impossible = new PlaybookChange(Lessons.Insert("x"), PlaybookChangeOutcome.Updated, unknown);
                    return new PlaybookLesson("feedback", "text", [.. changes, impossible], [], Exchange("question"));
                },
                Token),
            Throws.InvalidOperationException);

        Assert.That(Scalar<int>("SELECT COUNT(*) FROM playbook_entries"), Is.Zero);
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM messages"), Is.Zero);
    }

    [Test]
    public async Task LearnAsync_WhenAnythingWasProposed_AuditsEachOutcomeWithTheTexts()
    {
        await LearnAsync("cid", [.. Enumerable.Range(0, Playbook.MaxEntries - 1).Select(number => Lessons.Insert($"filler {number}"))]);
        Execute("DELETE FROM playbook_feedback");
        Insight[] insights =
        [
            Lessons.Insert("a"),
            Lessons.Update("a", "b"),
            Lessons.Insert("too much"),
            Lessons.Delete("a"),
            Lessons.Delete("x"),
        ];

        await Store.Playbooks.LearnAsync(
            "cid",
            playbook => new PlaybookLesson(
                "the user's words", "[the model's text]", playbook.Apply(insights, "", Lessons.At),
                [new RejectedInsight("{\"key\":1}", "key is no text")], Exchange: null),
            Token);

        using var connection = Connect();
        var rows = connection.Query<(
            string Outcome,
            string? Type,
            string? Key,
            string? Value,
            string? Operation,
            string? Json,
            string? Reason
        )>("SELECT outcome, insight_type, key, value, operation, rejected_json, rejected_reason FROM playbook_audit ORDER BY id");
        Assert.That(rows, Is.EqualTo(new (string, string?, string?, string?, string?, string?, string?)[]
                {
                    ("inserted", "preference", "a", "value", "insert", null, null),
                    ("updated", "preference", "a", "b", "update", null, null),
                    ("refused", "preference", "too much", "value", "insert", null, null),
                    ("deleted", "preference", "a", "", "delete", null, null),
                    ("not_found", "preference", "x", "", "delete", null, null),
                    ("rejected", null, null, null, null, "{\"key\":1}", "key is no text"),
                }
            ));
        Assert.That(
            connection.QuerySingle<(string, string, string)>("SELECT cid, feedback, model_text FROM playbook_feedback"),
            Is.EqualTo(("cid", "the user's words", "[the model's text]")));
        Assert.That(connection.ExecuteScalar<int>("SELECT COUNT(DISTINCT entry_id) FROM playbook_audit"), Is.EqualTo(1));
    }

    [Test]
    public async Task LearnAsync_WhenNothingWasYielded_AuditsThat()
    {
        await LearnAsync("cid");

        Assert.That(
            Scalar<string>("SELECT outcome || ':' || feedback FROM playbook_audit JOIN playbook_feedback USING (id)"),
            Is.EqualTo("none:feedback"));
    }

    [Test]
    public async Task LearnAsync_OfWhatIsNoText_StoresTheLessonAndItsAudit()
    {
        var insight = Lessons.Insert("key", "v\0alue \ud83e") with { Tags = ["t\0 \ud83e"] };
        for (var i = 0; i < 2; i++)
        {
            await Store.Playbooks.LearnAsync(
                "cid",
                playbook => new PlaybookLesson(
                    "words \0 \ud83e", "model \0 \ud83e", playbook.Apply([insight], "words \0", Lessons.At),
                    [new RejectedInsight("{\0 \ud83e}", "no \0 insight")], Exchange: null),
                Token);
        }

        Assert.That(await ListAsync("cid"), Has.Count.EqualTo(1));
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM playbook_audit"), Is.EqualTo(4));
    }

    [Test]
    public async Task DeleteAsync_WhenKnown_LeavesNothingOfThatUserAndTheConversation()
    {
        await AppendAsync("cid");
        await LearnAsync("cid", Lessons.Insert("kept"), Lessons.Insert("deleted"), Lessons.Delete("deleted"));
        await LearnAsync("other", Lessons.Insert("key"));

        Assert.That(await Store.Playbooks.DeleteAsync("cid", Token), Is.True);

        Assert.That(await Store.Playbooks.DeleteAsync("cid", Token), Is.False);
        foreach (var table in (string[])["playbook_entries", "playbook_feedback", "playbook_audit"])
            Assert.That(Scalar<int>($"SELECT COUNT(*) FROM {table}"), Is.EqualTo(1), $"{table}: the other user's");
        Assert.That((await Store.Conversations.FindAsync("cid", Token))!.Messages, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task DeleteAsync_WhenOnlyTheAuditIsLeft_RemovesThatToo()
    {
        await LearnAsync("cid");

        Assert.That(await Store.Playbooks.DeleteAsync("cid", Token), Is.True);
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM playbook_feedback"), Is.Zero);
    }

    private Task<PlaybookLesson> LearnAsync(string cid, params Insight[] insights) =>
        Store.Playbooks.LearnAsync(cid, Lessons.Applying(insights), Token);

    private Task<IReadOnlyList<PlaybookEntry>> ListAsync(string cid) => Store.Playbooks.ListAsync(cid, null, Token);
}
