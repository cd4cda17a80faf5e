using Miner.Infrastructure.Persistence;

namespace Miner.Infrastructure.Tests.Persistence;

internal sealed class DatabaseUrlTests
{
    [TestCase("sqlite:///./data/miner_api.db", "./data/miner_api.db")]
    [TestCase("sqlite:///data/x.db", "data/x.db")]
    [TestCase("sqlite:////var/lib/miner/x.db", "/var/lib/miner/x.db")]
    [TestCase("sqlite:///C:/miner/x.db", "C:/miner/x.db")]
    [TestCase("  SQLite:///x.db\n", "x.db")]
    [TestCase("sqlite+aiosqlite:///x.db", "x.db")]
    [TestCase("sqlite:///a%20b%3Fc%2525.db", "a b?c%25.db")]
    [TestCase("sqlite:///100%.db", "100%.db")]
    [TestCase("sqlite:///x.db?timeout=30&check_same_thread=false", "x.db")]
    [TestCase("sqlite:///x://y.db", "x://y.db")]
    public void TryParse_WhenSqlite_GivesThePath(string url, string path)
    {
        Assert.That(DatabaseUrl.TryParse(url, out var options, out var error), Is.True);
        Assert.That(options!.SqlitePath, Is.EqualTo(path));
        Assert.That(error, Is.Null);
    }

    [TestCase("sqlite://", "in memory")]
    [TestCase("sqlite:///", "in memory")]
    [TestCase("sqlite:///?mode=memory", "in memory")]
    [TestCase("sqlite://:memory:", "in memory")]
    [TestCase("sqlite:///:memory:", "in memory")]
    [TestCase("sqlite:///%3Amemory%3A", "in memory")]
    [TestCase("sqlite:///file:x?mode=memory&uri=true", "file:")]
    [TestCase("sqlite://data/x.db", "three slashes")]
    [TestCase("sqlite:///data/", "folder")]
    [TestCase("sqlite:///x%00.db", "NUL")]
    [TestCase("mysql://user:s3cret@host/db", "Only SQLite and PostgreSQL")]
    [TestCase("://s3cret", "Only SQLite")]
    [TestCase("s3cret", "must look like")]
    [TestCase("sqlite:x.db", "must look like")]
    [TestCase("", "must look like")]
    public void TryParse_WhenRefused_SaysWhyWithoutRepeatingIt(string url, string reason)
    {
        Assert.That(DatabaseUrl.TryParse(url, out var options, out var error), Is.False);
        Assert.That(options, Is.Null);
        Assert.That(error, Does.Contain(reason).And.Not.Contain("s3cret"));
    }
}
