using Dapper;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Ports;
using Miner.Operator.Data;

namespace Miner.Operator.Tests.Data;

[TestFixture]
internal sealed class DatabaseRestoreTests : DataFixture
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private string Kept => $"{Database}.replaced-20300102T030405Z";

    [Test]
    public void Restore_OverADatabaseWithALog_KeepsAllOfItInOneFile()
    {
        MakeDatabase("backup.db", 0, "saved");
        MakeDatabase("data/miner_api.db", 0, "in the file");
        LeaveALog("data/miner_api.db", "in the log");

        var restored = Restore("backup.db");

        Assert.That(restored.Replaced, Is.EqualTo(Kept));
        Assert.That(Cids("data/miner_api.db"), Is.EqualTo(new[] { "saved" }));
        Assert.That(Cids(Path.GetRelativePath(InFolder(""), Kept)), Is.EqualTo(new[] { "in the file", "in the log" }));
        Assert.That(Files().Where(file => file.Contains("-wal", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Restore_Twice_KeepsBoth()
    {
        MakeDatabase("backup.db", 0, "saved");
        MakeDatabase("data/miner_api.db", 0, "first");

        Restore("backup.db");
        var second = Restore("backup.db");

        Assert.That(second.Replaced, Is.EqualTo($"{Kept}-2"));
        Assert.That(File.Exists(Kept), Is.True);
    }

    [Test]
    public void Restore_WhereThereIsNoDatabase_PutsItThereAndNoForeignLogOnIt()
    {
        MakeDatabase("backup.db", 0, "saved");
        MakeDatabase("data/miner_api.db", 0, "gone");
        LeaveALog("data/miner_api.db", "in a log alone");
        File.Delete(Database);

        var restored = Restore("backup.db");

        Assert.That(restored.Replaced, Is.Null);
        Assert.That(Cids("data/miner_api.db"), Is.EqualTo(new[] { "saved" }));
        Assert.That(File.Exists($"{Kept}-wal"), Is.True);
    }

    [Test]
    public void Restore_OfABackupWithALogOfItsOwn_TakesWhatIsInTheLogAndLeavesBothAlone()
    {
        MakeDatabase("backup.db", 0, "in the file");
        LeaveALog("backup.db", "in the log");
        var before = Bytes("backup.db", "backup.db-wal");

        Restore("backup.db");

        Assert.That(Cids("data/miner_api.db"), Is.EqualTo(new[] { "in the file", "in the log" }));
        Assert.That(Bytes("backup.db", "backup.db-wal"), Is.EqualTo(before));
    }

    [Test]
    public void Restore_OfAnOlderVersion_IsTakenAsItIs()
    {
        MakeDatabase("backup.db", 1, "saved");

        Assert.That(Restore("backup.db").Contents.SchemaVersion, Is.EqualTo(1));
    }

    [Test]
    public void Restore_WhileAMinerHasTheFileOpen_IsRefused()
    {
        MakeDatabase("backup.db", 0, "saved");
        MakeDatabase("data/miner_api.db", 0, "served");
        using var miner = Connect("data/miner_api.db");
        miner.Execute("SELECT 1 FROM sqlite_schema");

        Assert.That(() => Restore("backup.db"), Throws.TypeOf<StorageException>().With.Message.Contains("stop the miner"));
        Assert.That(Cids("data/miner_api.db"), Is.EqualTo(new[] { "served" }));
        Assert.That(Files().Where(file => file.Contains("replaced", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Restore_OverADamagedDatabase_WantsToBeForcedAndKeepsIt()
    {
        MakeDatabase("backup.db", 0, "saved");
        Directory.CreateDirectory(InFolder("data"));
        File.WriteAllText(Database, new string('x', 10_000));
        File.WriteAllText($"{Database}-wal", "a log");

        Assert.That(() => Restore("backup.db"), Throws.TypeOf<OperatorException>().With.Message.Contains("--force"));
        Assert.That(File.ReadAllText(Database), Has.Length.EqualTo(10_000));

        Restore("backup.db", force: true);
        Assert.That(Cids("data/miner_api.db"), Is.EqualTo(new[] { "saved" }));
        Assert.That(File.ReadAllText(Kept), Has.Length.EqualTo(10_000));
        Assert.That(File.ReadAllText($"{Kept}-wal"), Is.EqualTo("a log"));
    }

    [TestCase("PRAGMA user_version = 99", "schema version 99")]
    [TestCase("PRAGMA user_version = 0", "no database of this program")]
    [TestCase("PRAGMA user_version = -1", "no database of this program")]
    [TestCase("DROP TABLE playbook_audit", "no database of this program")]
    [TestCase("DROP TABLE messages; CREATE VIEW messages AS SELECT * FROM conversations", "no database of this program")]
    [TestCase("CREATE TRIGGER x AFTER INSERT ON messages BEGIN DELETE FROM messages; END", "no database of this program")]
    public void Restore_OfWhatIsNoBackup_RefusesAndChangesNothing(string change, string reason)
    {
        MakeDatabase("backup.db", 0, "saved");
        using (var connection = Connect("backup.db")) connection.Execute(change);
        MakeDatabase("data/miner_api.db", 0, "served");

        Assert.That(() => Restore("backup.db"), Throws.TypeOf<OperatorException>().With.Message.Contains(reason));
        Assert.That(Cids("data/miner_api.db"), Is.EqualTo(new[] { "served" }));
    }

    [TestCase("missing.db", "There is no file")]
    [TestCase("data", "is a folder")]
    [TestCase("/dev/zero", "is a device")]
    [TestCase("text.db", "is no SQLite database")]
    [TestCase("empty.db", "is no SQLite database")]
    [TestCase("header.db", "damaged")]
    [TestCase("data/miner_api.db", "the miner's database itself")]
    public void Restore_OfAFileThatIsNone_SaysWhy(string name, string reason)
    {
        MakeDatabase("data/miner_api.db", 0, "served");
        File.WriteAllText(InFolder("text.db"), new string('x', 10_000));
        File.WriteAllText(InFolder("empty.db"), "");
        File.WriteAllText(InFolder("header.db"), "SQLite format 3\0" + new string('x', 10_000));

        Assert.That(() => Restore(name), Throws.TypeOf<OperatorException>().With.Message.Contains(reason));
        Assert.That(Cids("data/miner_api.db"), Is.EqualTo(new[] { "served" }));
    }

    private RestoredDatabase Restore(string name, bool force = false) =>
        new DatabaseRestore(Clock).Restore(Storage, InFolder(name), force);

    private IEnumerable<byte[]> Bytes(params string[] names) => [.. names.Select(name => File.ReadAllBytes(InFolder(name)))];

    /// <summary>Leaves a database as a process does that is killed.</summary>
    private void LeaveALog(string name, string cid)
    {
        using (var connection = Connect(name))
        {
            AddPair(connection, cid);
            foreach (var suffix in new[] { "", "-wal" }) File.Copy(InFolder(name) + suffix, InFolder("left") + suffix);
        }

        foreach (var suffix in new[] { "", "-wal" }) File.Move(InFolder("left") + suffix, InFolder(name) + suffix, overwrite: true);
    }
}
