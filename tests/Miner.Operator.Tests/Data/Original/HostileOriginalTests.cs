using Miner.Testing;

namespace Miner.Operator.Tests.Data.Original;

/// <summary>Originals that nobody made in good faith, or that a disk has damaged.</summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class HostileOriginalTests : OriginalImportFixture
{
    [TestCase("DROP TABLE playbook_operations", "has no table playbook_operations")]
    [TestCase("ALTER TABLE messages DROP COLUMN content", "table messages has no column content")]
    [TestCase("DROP TABLE messages; CREATE VIEW messages AS SELECT * FROM conversations", "has no table messages")]
    [TestCase("ALTER TABLE messages RENAME TO m; CREATE TABLE messages AS SELECT * FROM m", "the id of its table messages is no key")]
    [TestCase("PRAGMA user_version = 3", "no database of the original")]
    public void Run_OfOtherTables_RefusesAndMakesNothing(string change, string reason)
    {
        Change(change);

        Assert.That(() => ImportAsync(), Throws.TypeOf<OperatorException>().With.Message.Contains(reason));
        Assert.That(Directory.Exists(InFolder("data")), Is.False);
    }

    [TestCase("", "is no SQLite database")]
    [TestCase("SQLite format 3\0", "damaged")]
    [TestCase("no database at all, but a text that is somewhat longer than the hundred bytes of a header, and then some more", "no SQLite")]
    public void Run_OfNoDatabase_SaysSo(string content, string reason)
    {
        File.WriteAllText(Original, content.PadRight(content.Length == 0 ? 0 : 9_000, 'x'));

        Assert.That(() => ImportAsync(), Throws.TypeOf<OperatorException>().With.Message.Contains(reason));
        Assert.That(Directory.Exists(InFolder("data")), Is.False);
    }

    [Test]
    public void Run_OfADamagedDatabase_SaysSoAndMakesNothing()
    {
        using (var file = new FileStream(Original, FileMode.Open))
        {
            file.Seek(5 * 4_096, SeekOrigin.Begin);
            file.Write(Enumerable.Repeat((byte)0xA5, 10 * 4_096).ToArray());
        }

        Assert.That(() => ImportAsync(), Throws.TypeOf<OperatorException>().With.Message.Contains("damaged"));
        Assert.That(Directory.Exists(InFolder("data")), Is.False);
    }

    [TestCase("UPDATE messages SET timestamp = 'yesterday'", "messages without a readable time in the past")]
    [TestCase("UPDATE messages SET timestamp = 1893553445", "messages without a readable time in the past")]
    [TestCase("UPDATE messages SET timestamp = '9999-12-31 23:59:59.999999'", "messages without a readable time in the past")]
    [TestCase("UPDATE messages SET timestamp = '0001-01-01 00:00:00.000000'", "messages past their days")]
    [TestCase("UPDATE messages SET content = x'00FF'", "messages that are no text, or longer than 16 MiB")]
    [TestCase("UPDATE messages SET content = '  '", "messages of a pair with a blank half")]
    [TestCase(
        "UPDATE messages SET content = replace(hex(zeroblob(9000000)), '0', 'x') WHERE id = 1",
        "messages that are no text, or longer than 16 MiB")]
    [TestCase("UPDATE messages SET role = 7", "messages of another role than user and assistant")]
    [TestCase("PRAGMA foreign_keys = OFF; UPDATE messages SET conversation_id = 'x'", "messages of no conversation")]
    [TestCase("UPDATE conversations SET cid = '.' WHERE id = 1", "messages of a conversation whose id this program does not take")]
    [TestCase("UPDATE conversations SET cid = x'41' WHERE id = 1", "messages of a conversation whose id this program does not take")]
    [TestCase("UPDATE conversations SET cid = char(0) WHERE id = 1", "messages of a conversation whose id this program does not take")]
    [TestCase(
        "UPDATE conversations SET cid = hex(zeroblob(51)) WHERE id = 1",
        "messages of a conversation whose id this program does not take")]
    [TestCase("UPDATE playbook_entries SET key = ' '", "playbook entries without a key")]
    [TestCase("UPDATE playbook_entries SET key = printf('%.201c', 'k')", "playbook entries with a key that is too long")]
    [TestCase("UPDATE playbook_entries SET value = ''", "playbook entries without a value")]
    [TestCase("UPDATE playbook_entries SET created_at = 1, updated_at = 2.5", "playbook entries without a readable time in the past")]
    [TestCase("UPDATE playbook_operations SET timestamp = 'now'", "lines of the audit without a readable time in the past")]
    public async Task Run_OfRowsThatAreNone_LeavesThemOutAndSaysWhy(string change, string reason)
    {
        Change(change);

        var report = await ImportAsync();

        Assert.That(report.LeftOut.Select(remark => remark.Reason), Does.Contain(reason));
    }

    [TestCase("UPDATE conversations SET created_at = 'x'", "plain")]
    [TestCase("UPDATE messages SET timestamp = replace(timestamp, ' ', 'T') || 'Z'", "plain")]
    [TestCase("UPDATE messages SET timestamp = substr(timestamp, 1, 19)", "plain")]
    [TestCase("UPDATE playbook_entries SET tags = '[[[[\"', extra_data = 'x'", "plain")]
    [TestCase("""UPDATE playbook_entries SET tags = '["\ud800", 1, null, "ok"]', extra_data = '[]'""", "plain")]
    [TestCase("UPDATE playbook_entries SET confidence_score = 9e999, version = 9223372036854775807", "plain")]
    [TestCase("UPDATE playbook_entries SET confidence_score = 'high', version = 'two', operation = x'00'", "plain")]
    [TestCase("UPDATE playbook_operations SET extracted_data = '{\"key\": \"\\ud800\", \"key\": 3}', source_feedback = NULL", "plain")]
    public async Task Run_OfOddValues_TakesTheRowsOver(string change, string cid)
    {
        Change(change);

        var report = await ImportAsync();

        Assert.That(Messages(cid), Has.Exactly(4).Items);
        Assert.That((report.PlaybookEntries, report.AuditLines), Is.EqualTo((53L, 18L)));
        Assert.That(
            Stored("SELECT COUNT(*) FROM playbook_entries WHERE confidence_score BETWEEN 0 AND 1 AND version < 2000000000"),
            Is.EqualTo(new[] { "53" }));
        Assert.That(await ImportAsync(), Has.Property("ThereAlready").EqualTo(report.Messages + 53 + 18));
    }

    [Test]
    public async Task Run_OfManyRowsOfOneConversationAndKey_TakesTimeInProportion()
    {
        Change("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
            INSERT INTO messages (conversation_id, role, content, timestamp)
            SELECT 1, CASE WHEN i % 3 = 0 THEN 'assistant' ELSE 'user' END, 'text', '2030-01-02 03:00:00' FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
            INSERT INTO playbook_entries (
                cid, insight_type, key, value, operation, confidence_score, created_at, updated_at, version, is_active)
            SELECT 'c' || (i % 100), 'fact', 'k' || (i % 7), 'v' || i, 'insert', 1, '2020-01-01', '2020-01-01 00:00:00', 1, 1 FROM n;
            """);

        CpuTime.EnsureLess(TimeSpan.FromSeconds(30), () => ImportAsync().GetAwaiter().GetResult());

        Assert.That(Messages("plain"), Has.Exactly(10).Items);
        Assert.That(Stored("SELECT COUNT(*) FROM playbook_entries WHERE cid = 'c1'").Single(), Is.EqualTo("7"));
    }
}
