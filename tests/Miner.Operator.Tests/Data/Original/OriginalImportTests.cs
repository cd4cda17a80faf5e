using Dapper;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Operator.Tests.Data.Original;

[TestFixture, Category("NeedsPackages")]
internal sealed class OriginalImportTests : OriginalImportFixture
{
    [Test]
    public async Task Run_OfARealDatabase_CountsEveryRowOnce()
    {
        var report = await ImportAsync();

        var leftOut = report.LeftOut.ToDictionary(remark => remark.Reason, remark => remark.Count);
        Assert.That(leftOut, Is.EquivalentTo(new Dictionary<string, long>
        {
            ["messages beyond the newest that a conversation keeps"] = 50,
            ["messages without the other half of their pair"] = 3,
            ["messages past their days"] = 4,
            ["messages of another role than user and assistant"] = 1,
            ["conversations left without a message"] = 2,
            ["playbook entries beyond the newest 50 of a conversation"] = 10,
            ["playbook entries that are deleted"] = 2,
            ["playbook entries of a key that has a newer one"] = 4,
            ["lines of the audit past their days"] = 1,
        }));
        Assert.That(report.Messages + Sum("messages"), Is.EqualTo(Source("messages")));
        Assert.That(report.Conversations + Sum("conversations"), Is.EqualTo(Source("conversations")));
        Assert.That(report.PlaybookEntries + Sum("playbook"), Is.EqualTo(Source("playbook_entries")));
        Assert.That(Stored("SELECT COUNT(*) FROM messages").Single(), Is.EqualTo($"{report.Messages}"));
        Assert.That(Stored("SELECT COUNT(*) FROM playbook_audit").Single(), Is.EqualTo($"{report.AuditLines}"));

        long Sum(string of) => leftOut.Where(remark => remark.Key.StartsWith(of, StringComparison.Ordinal)).Sum(remark => remark.Value);
    }

    [Test]
    public async Task Run_OfMessages_KeepsTheNewestPairsInTheirOrder()
    {
        await ImportAsync();

        Assert.That(Messages("plain"), Is.EqualTo(new[] { "question 1", "answer 1", "question 2", "answer 2" }));
        Assert.That(
            Messages("long").Where(text => text.StartsWith("question", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "question 5", "question 4", "question 3", "question 2", "question 1" }));
        Assert.That(Messages("interleaved"), Is.EqualTo(new[] { "first?", "first!", "second?", "second!" }));
        Assert.That(Messages("half"), Is.EqualTo(new[] { "question kept", "answer kept", "question last", "answer last" }));
        Assert.That(Messages("both"), Is.EqualTo(new[] { "question new", "answer new" }));
        Assert.That(Messages("old").Concat(Messages("empty")), Is.Empty);
        Assert.That(Messages("texts").Select(text => text.Length), Is.EqualTo(new[] { 3, 50_000 }));
        Assert.That(Messages("texts").First(), Is.EqualTo("a\uFFFDb"));
    }

    [Test]
    public async Task Run_OfAConversation_KeepsItsBeginningAndItsLastActivity()
    {
        await ImportAsync();

        var created = Now.AddDays(-20).ToUnixTimeMilliseconds() * 1_000;
        var last = Now.AddHours(-2).ToUnixTimeMilliseconds() * 1_000;
        Assert.That(
            Stored("SELECT created_at, last_activity FROM conversations WHERE cid = 'plain'"), Is.EqualTo(new[] { $"{created}|{last}" }));
    }

    [Test]
    public async Task Run_OfAPlaybook_KeepsOneEntryForEachKeyAndTheOthersInTheAudit()
    {
        await ImportAsync();

        Assert.That(
            Stored("SELECT key, value, insight_type, version, is_active, tags FROM playbook_entries WHERE cid = 'plain' ORDER BY key"),
            Is.EqualTo(new[]
            {
                "odd|kept as context|context|1|1|[]",
                """units|metric|fact|1|1|["si","metric"]""",
                "response_style|short answers 5|preference|3|1|[]",
            }.Order(StringComparer.Ordinal)));
        Assert.That(
            Stored("""
                SELECT outcome, value FROM playbook_audit JOIN playbook_feedback ON feedback_id = playbook_feedback.id
                WHERE cid = 'plain' AND model_text = '' ORDER BY value
                """),
            Is.EqualTo(new[]
            {
                "deleted|French", "inserted|short answers 1", "inserted|short answers 2", "inserted|short answers 3",
                "inserted|short answers 4",
            }));
        Assert.That(
            Stored("SELECT COUNT(*), MIN(value), MAX(is_active) FROM playbook_entries WHERE cid = 'full'"),
            Is.EqualTo(new[] { "50|value 10|1" }));
    }

    [Test]
    public async Task Run_OfTheAudit_GathersTheLinesOfAFeedbackAndNamesTheEntry()
    {
        await ImportAsync();

        Assert.That(
            Stored("""
                SELECT feedback, model_text, outcome, entry_id IS NOT NULL, playbook_audit.key, rejected_reason
                FROM playbook_audit JOIN playbook_feedback ON feedback_id = playbook_feedback.id
                WHERE model_text <> '' ORDER BY playbook_audit.id
                """),
            Is.EqualTo(new[]
            {
                "be short|[model]|inserted|1|units|null",
                "be short|[model]|updated|0|response_style|null",
                "hm|no idea|rejected|0|null|no JSON",
            }));
        Assert.That(Stored("SELECT COUNT(*) FROM playbook_feedback WHERE feedback = 'be short'").Single(), Is.EqualTo("1"));
    }

    [Test]
    public async Task Run_Twice_IsAsOnce()
    {
        var first = await ImportAsync();
        var once = Everything();

        var second = await ImportAsync();

        Assert.That(Everything(), Is.EqualTo(once));
        Assert.That((second.Conversations, second.Messages, second.PlaybookEntries, second.AuditLines), Is.EqualTo((0L, 0L, 0L, 0L)));
        Assert.That(second.ThereAlready, Is.EqualTo(first.Messages + first.PlaybookEntries + first.AuditLines));
    }

    [Test]
    public async Task Run_AfterTheMinerWentOn_LeavesWhatIsNewerThere()
    {
        await ImportAsync();
        using (var miner = Connect("data/miner_api.db"))
        {
            miner.Execute("""
                UPDATE playbook_entries SET value = 'one word', version = 4 WHERE key = 'response_style';
                UPDATE playbook_entries SET is_active = 0, updated_at = updated_at + 1 WHERE key = 'units';
                DELETE FROM messages WHERE cid = 'plain' AND content LIKE '% 1';
                """);
        }

        var again = await ImportAsync();

        Assert.That(
            Stored("SELECT value FROM playbook_entries WHERE cid = 'plain' AND is_active = 1 ORDER BY value"),
            Is.EqualTo(new[] { "kept as context", "one word" }));
        Assert.That(again.PlaybookEntries, Is.Zero);
        Assert.That(Messages("plain"), Is.EqualTo(new[] { "question 1", "answer 1", "question 2", "answer 2" }), "by time");
        var once = Everything();
        await ImportAsync();
        Assert.That(Everything(), Is.EqualTo(once));
    }

    [Test]
    public async Task Run_WithADryRun_TellsTheSameAndMakesNothing()
    {
        var before = Files().ToList();

        var told = await ImportAsync(dryRun: true);

        Assert.That(Files(), Is.EqualTo(before));
        Assert.That(Directory.Exists(InFolder("data")), Is.False);
        var done = await ImportAsync();
        Assert.That(told with { IsRehearsal = false, LeftOut = [], Changed = [] }, Is.EqualTo(done with { LeftOut = [], Changed = [] }));
        Assert.That(told.LeftOut, Is.EqualTo(done.LeftOut));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Run_Always_WritesNothingToTheSourceOrBesideIt(bool withLog)
    {
        File.Delete(Original);
        await Miner.Testing.Original.OriginalMiner.MakeDatabaseAsync(Original, Now, withLog);
        string[] files = withLog ? ["original.db", "original.db-wal"] : ["original.db"];
        foreach (var file in files) File.SetLastWriteTimeUtc(InFolder(file), new DateTime(2029, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var before = files.Select(file => File.ReadAllBytes(InFolder(file))).ToList();

        await ImportAsync();

        Assert.That(Files().Where(file => file.StartsWith("original", StringComparison.Ordinal)), Is.EqualTo(files));
        Assert.That(files.Select(file => File.ReadAllBytes(InFolder(file))), Is.EqualTo(before));
        Assert.That(files.Select(file => File.GetLastWriteTimeUtc(InFolder(file)).Year), Is.All.EqualTo(2029));
        Assert.That(Messages("logged"), Is.EqualTo(withLog ? ["question in the log", "answer in the log"] : Array.Empty<string>()));
    }

    [Test]
    public async Task Run_WithAnotherPolicy_KeepsAsMuchAsThatSays()
    {
        await ImportAsync(history: History with { MaxMessages = 3, MaxAge = TimeSpan.FromDays(30) });

        Assert.That(Messages("plain"), Is.EqualTo(new[] { "answer 1", "question 2", "answer 2" }));
        Assert.That(Messages("old"), Is.EqualTo(new[] { "question old", "answer old" }));
    }

    [Test]
    public void Run_IntoItself_SaysHowToTakeItOver()
    {
        Directory.CreateDirectory(InFolder("data"));
        File.Move(Original, Database);
        File.CreateSymbolicLink(Original, Database);

        Assert.That(
            () => ImportAsync(),
            Throws.TypeOf<StorageException>().With.InnerException.TypeOf<OriginalDatabaseException>());
    }

    [Test]
    public async Task Run_WhileAMinerServesTheTarget_IsRefused()
    {
        await ImportAsync();
        using var miner = Connect("data/miner_api.db");
        miner.Execute("SELECT 1 FROM sqlite_schema");

        Assert.That(() => ImportAsync(), Throws.TypeOf<StorageException>().With.Message.Contains("stop the miner"));
    }

    private long Source(string table)
    {
        using var connection = Connect("original.db");
        return connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}");
    }
}
