using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

internal sealed class SqliteStatementTests : SqliteFixture
{
    private const string Insert = "INSERT INTO texts (text, number, real) VALUES (@Text, @Number, @Number)";
    private const string Select = "SELECT text, number, real, absent FROM texts WHERE text = @Text";

    private SqliteSession _session = null!;

    [SetUp]
    public void CreateTable()
    {
        _session = Store.Get<SqliteDatabase>().OpenForWriting();
        _session.Execute("CREATE TABLE texts (text TEXT NOT NULL UNIQUE, number INTEGER NOT NULL, real REAL, absent TEXT) STRICT");
    }

    [TearDown]
    public void Close() => _session.Dispose();

    [TestCase("")]
    [TestCase("plain")]
    [TestCase("nul \0 inside")]
    [TestCase("🦊 héllo 日本 \u202e")]
    public void Query_OfWhatWasBound_GivesItBack(string text)
    {
        _session.Statement(Insert).Bind("@Text", text).Bind("@Number", long.MaxValue).Execute();

        var rows = _session.Statement(Select).Bind("@Text", text)
            .Query(row => (row.Text(0), row.Integer(1), row.Real(2), row.TextOrNull(3)));

        Assert.That(rows, Is.EqualTo([(text, long.MaxValue, (double)long.MaxValue, (string?)null)]));
    }

    [Test]
    public void Execute_WhenRunAgain_HasForgottenWhatWasBoundBefore()
    {
        _session.Statement(Insert).Bind("@Text", "first").Bind("@Number", 1).Execute();

        Assert.That(
            () => _session.Statement(Insert).Bind("@Text", "second").Execute(),
            Throws.InstanceOf<SqliteException>().With.Message.Contains("NOT NULL"));
    }

    [Test]
    public void Execute_AfterAFailure_RunsAgain()
    {
        InsertOne("same");
        Assert.That(() => InsertOne("same"), Throws.InstanceOf<SqliteException>());

        Assert.That(InsertOne("other"), Is.EqualTo(1));
    }

    [Test]
    public void Query_WhenARowCannotBeRead_LeavesTheStatementUsable()
    {
        InsertOne("text");
        var select = _session.Statement(Select);
        Assert.That(() => select.Bind("@Text", "text").Query<int>(_ => throw new FormatException()), Throws.InstanceOf<FormatException>());

        Assert.That(select.Bind("@Text", "text").Query(row => row.Text(0)), Is.EqualTo(["text"]));
    }

    [Test]
    public void Execute_AfterTheSchemaChanged_RunsOnTheNewOne()
    {
        InsertOne("before");
        Execute("ALTER TABLE texts ADD COLUMN added TEXT NOT NULL DEFAULT 'x'");

        Assert.That(InsertOne("after"), Is.EqualTo(1));
        Assert.That(Scalar<string>("SELECT added FROM texts WHERE text = 'after'"), Is.EqualTo("x"));
    }

    [Test]
    public void Bind_OfAnUnknownParameter_Throws() =>
        Assert.That(() => _session.Statement(Insert).Bind("@Other", 1), Throws.ArgumentException);

    private int InsertOne(string text) => _session.Statement(Insert).Bind("@Text", text).Bind("@Number", 1).Execute();
}
