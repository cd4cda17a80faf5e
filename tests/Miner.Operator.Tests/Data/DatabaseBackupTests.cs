using Dapper;
using Miner.Operator.Data;

namespace Miner.Operator.Tests.Data;

[TestFixture]
internal sealed class DatabaseBackupTests : DataFixture
{
    [Test]
    public void Write_OfADatabaseThatIsWrittenTo_HoldsWhatIsCommittedAlone()
    {
        MakeDatabase("data/miner_api.db", 0, "a", "b");
        using var miner = Connect("data/miner_api.db");
        AddPair(miner, "in the log");
        using var open = miner.BeginTransaction();
        AddPair(miner, "not committed");

        var backup = DatabaseBackup.Write(Storage, InFolder("copy.db"));

        Assert.That(Cids("copy.db"), Is.EqualTo(new[] { "a", "b", "in the log" }));
        Assert.That((backup.Contents.Conversations, backup.Contents.Messages), Is.EqualTo((3L, 6L)));
        Assert.That(backup.File, Is.EqualTo(InFolder("copy.db")));
        Assert.That(backup.Bytes, Is.EqualTo(new FileInfo(backup.File).Length));
        Assert.That(Files().Where(file => !file.StartsWith("data/", StringComparison.Ordinal)), Is.EqualTo(new[] { "copy.db" }));
    }

    [Test]
    public void Write_WhenTheDatabaseIsDamaged_SaysSoAndLeavesNothing()
    {
        MakeDatabase("data/miner_api.db", 0, Enumerable.Range(0, 500).Select(number => $"conversation {number}"));
        Damage("data/miner_api.db");

        Assert.That(
            () => DatabaseBackup.Write(Storage, InFolder("copy.db")),
            Throws.TypeOf<OperatorException>().With.Message.Contains("cannot be").Or.Message.Contains("damaged"));
        Assert.That(Files().Where(file => !file.StartsWith("data/", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Write_WhereThereIsNoDatabase_SaysSoAndMakesNone()
    {
        Assert.That(
            () => DatabaseBackup.Write(Storage, InFolder("copy.db")),
            Throws.TypeOf<OperatorException>().With.Message.Contains("There is no database"));
        Assert.That(Files(), Is.Empty);
    }

    [TestCase("missing/copy.db", "cannot be written")]
    [TestCase("data", "is there already")]
    public void Write_WhereNothingCanBe_SaysWhy(string name, string reason)
    {
        MakeDatabase("data/miner_api.db", 0, "a");

        Assert.That(
            () => DatabaseBackup.Write(Storage, InFolder(name)),
            Throws.TypeOf<OperatorException>().With.Message.Contains(reason));
        Assert.That(Cids("data/miner_api.db"), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void Write_OfAnotherProgramsDatabase_Refuses()
    {
        Directory.CreateDirectory(InFolder("data"));
        using (var connection = Connect("data/miner_api.db")) connection.Execute("CREATE TABLE notes (text)");

        Assert.That(
            () => DatabaseBackup.Write(Storage, InFolder("copy.db")),
            Throws.TypeOf<OperatorException>().With.Message.Contains("no database of this program"));
        Assert.That(File.Exists(InFolder("copy.db")), Is.False);
    }

    private void Damage(string name)
    {
        using var file = new FileStream(InFolder(name), FileMode.Open);
        file.Seek(8 * 4096, SeekOrigin.Begin);
        file.Write(Enumerable.Repeat((byte)0xA5, (int)file.Length - (8 * 4096)).ToArray());
    }
}
