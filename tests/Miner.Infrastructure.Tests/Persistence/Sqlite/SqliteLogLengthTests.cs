using Dapper;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

internal sealed class SqliteLogLengthTests : SqliteFixture
{
    private const int Megabyte = 1024 * 1024;

    [Test]
    public async Task Log_AfterASlowReader_ShrinksAgain()
    {
        using (var reader = Connect())
        {
            reader.Execute("BEGIN; SELECT COUNT(*) FROM messages");
            for (var i = 0; i < 16; i++) await AppendAsync("cid", new string('x', Megabyte));
            Assert.That(LogLength(), Is.GreaterThan(12 * Megabyte));
        }

        // The first folds the log into the file, the second begins it anew.
        for (var i = 0; i < 2; i++) await AppendAsync("cid");

        Assert.That(LogLength(), Is.LessThanOrEqualTo(8 * Megabyte));
    }

    private long LogLength() => new FileInfo(File + "-wal").Length;
}
