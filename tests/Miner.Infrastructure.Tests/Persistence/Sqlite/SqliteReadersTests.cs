using Dapper;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

internal sealed class SqliteReadersTests : SqliteFixture
{
    private const string CountConversations = "SELECT COUNT(*) FROM conversations";

    private SqliteDatabase Database => Store.Get<SqliteDatabase>();

    [Test]
    public async Task ReadAsync_OneAfterTheOther_KeepsOneSession()
    {
        var first = await Database.ReadAsync(session => session, Token);

        Assert.That(await Database.ReadAsync(session => session, Token), Is.SameAs(first));
    }

    [Test]
    public async Task ReadAsync_InsideAnother_HasASessionOfItsOwn()
    {
        await AppendAsync("cid");

        var counts = await Database.ReadAsync(
            outer => Database.ReadAsync(inner => (outer != inner, Count(outer), Count(inner)), Token).GetAwaiter().GetResult(), Token);

        Assert.That(counts, Is.EqualTo((true, 1L, 1L)));
    }

    [Test]
    public async Task ReadAsync_AfterOneThatThrew_SeesWhatWasWrittenSince()
    {
        Assert.That(
            () => Database.ReadAsync<int>(session => Count(session) == 0 ? throw new ArithmeticException() : 0, Token),
            Throws.InstanceOf<ArithmeticException>());
        await AppendAsync("cid");

        Assert.That(await Database.ReadAsync(Count, Token), Is.EqualTo(1));
    }

    [Test]
    public async Task ReadAsync_WhileOthersWrite_SeesOneState()
    {
        await AppendAsync("before");

        var counts = await Database.ReadAsync(
            session =>
            {
                var first = Count(session);
                Execute("INSERT INTO conversations VALUES ('meanwhile', 0, 0)");
                return (first, Count(session));
            },
            Token);

        Assert.That(counts, Is.EqualTo((1L, 1L)));
        Assert.That(await Database.ReadAsync(Count, Token), Is.EqualTo(2));
    }

    [Test]
    public async Task CloseReaders_WhileOneIsUnderWay_LetsItEndAndKeepsItNot()
    {
        SqliteSession? closed = null;
        var state = await Database.ReadAsync(
            session =>
            {
                Database.CloseReaders();
                closed = session;
                return Count(session);
            },
            Token);

        Assert.That(state, Is.Zero);
        Assert.That(closed!.State, Is.EqualTo(System.Data.ConnectionState.Closed));
        Assert.That(await Database.ReadAsync(session => session, Token), Is.Not.SameAs(closed));
    }

    [Test]
    public async Task ReadAsync_WhenSqliteFails_KeepsNoSessionFromBefore()
    {
        var before = await Database.ReadAsync(session => session, Token);
        Assert.That(
            () => Database.ReadAsync(session => session.Execute("SELECT * FROM nothing"), Token), Throws.InstanceOf<StorageException>());

        Assert.That(before.State, Is.EqualTo(System.Data.ConnectionState.Closed));
    }

    private static long Count(SqliteSession session) => session.Statement(CountConversations).Query(row => row.Integer(0)).Single();
}
