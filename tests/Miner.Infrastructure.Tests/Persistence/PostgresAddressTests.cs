using Miner.Infrastructure.Persistence;
using Npgsql;

namespace Miner.Infrastructure.Tests.Persistence;

internal sealed class PostgresAddressTests
{
    [TestCase("postgresql://user:s3cret@host:5433/db", "postgresql://host:5433/db")]
    [TestCase("postgres://user:s3cret@host/db", "postgresql://host/db")]
    [TestCase("postgresql+asyncpg://user:s3cret@host/db", "postgresql://host/db")]
    [TestCase(" PostgreSQL+psycopg2://user:s3cret@host/db\n", "postgresql://host/db")]
    [TestCase("postgresql://user:s3cret@a:1,b:2/db", "postgresql://a:1,b:2/db")]
    [TestCase("postgresql://user:s3cret@a,[::1]:2/db?port=7", "postgresql://a:7,[::1]:2/db")]
    [TestCase("postgresql://user:s3cret@/db?host=%2Fvar%2Frun%2Fpostgresql&port=5433", "postgresql:///var/run/postgresql:5433/db")]
    [TestCase("postgresql:///db", "postgresql://localhost/db")]
    [TestCase("postgresql://?host=a&host=b:9&dbname=db&user=u&password=s3cret", "postgresql://a:5432,b:9/db")]
    public void ToString_OfAnAddress_NamesHostsAndDatabaseAlone(string url, string text)
    {
        var options = Parse(url);

        Assert.That(options.Postgres!.ToString(), Is.EqualTo(text));
        Assert.That(options.ToString(), Does.Contain(text).And.Not.Contain("s3cret").And.Not.Contain("user"));
    }

    [TestCase("postgresql://us%40er:p%40%3A%2F%3F%23%25@host/my%20db", "us@er", "p@:/?#%", "my db")]
    [TestCase("postgresql://user:pa/ss@word@host/db", "user", "pa/ss@word", "db")]
    [TestCase("postgresql://user:100%@host/db", "user", "100%", "db")]
    [TestCase("postgresql://user@host/db", "user", null, "db")]
    [TestCase("postgresql://host/db", null, null, "db")]
    public void TryParse_WhenPartsAreEscaped_ResolvesThem(string url, string? user, string? password, string database)
    {
        var connection = Parse(url).Postgres!.Connection;

        Assert.That((connection.Username, connection.Password, connection.Database), Is.EqualTo((user, password, database)));
    }

    [TestCase("sslmode=require", SslMode.Require)]
    [TestCase("sslmode=verify-full&sslrootcert=/etc/ca.pem", SslMode.VerifyFull)]
    [TestCase("ssl=true", SslMode.Require)]
    [TestCase("ssl=verify-ca&prepared_statement_cache_size=0&async_fallback=True", SslMode.VerifyCA)]
    [TestCase("sslmode=disable&application_name=a+b&connect_timeout=7&options=-csearch_path%3Dminer", SslMode.Disable)]
    public void TryParse_WhenItHasOptions_SetsThem(string query, SslMode mode) =>
        Assert.That(Parse($"postgresql://host/db?{query}").Postgres!.Connection.SslMode, Is.EqualTo(mode));

    [Test]
    public void TryParse_WhenItHasOptions_KeepsTheirValues()
    {
        var connection = Parse(
            "postgresql://h/d?sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pem&application_name=a+b&connect_timeout=7&options=-c%20x%3D1")
            .Postgres!.Connection;

        Assert.That(
            (connection.RootCertificate, connection.SslCertificate, connection.SslKey, connection.ApplicationName, connection.Timeout,
                connection.Options),
            Is.EqualTo(("/ca.pem", "/c.pem", "/k.pem", "a b", 7, "-c x=1")));
    }

    [TestCase("", null)]
    [TestCase("?prepared_statement_cache_size=0", 0)]
    [TestCase("?prepared_statement_cache_size=500", 500)]
    public void TryParse_WhenItSaysHowManyStatementsMayBePrepared_KeepsThat(string options, int? number) =>
        Assert.That(Parse($"postgresql://host/db{options}").Postgres!.PreparedStatements, Is.EqualTo(number));

    [TestCase("a:5432,b:5433/name?target_session_attrs=read-write", TargetSessionAttributes.ReadWrite)]
    [TestCase("a:5432,b:5433/name?target_session_attrs=primary", TargetSessionAttributes.Primary)]
    [TestCase("a:5432,b:5433/name?target_session_attrs=any", TargetSessionAttributes.Any)]
    [TestCase("a:5432,b:5433/name", TargetSessionAttributes.Primary)]
    public void TryParse_OfSeveralHosts_KeepsWhichIsWanted(string rest, TargetSessionAttributes target)
    {
        var address = Parse($"postgresql://user:pw@{rest}").Postgres!;

        Assert.That((address.Connection.Host, address.Connection.Database, address.Target), Is.EqualTo(("a:5432,b:5433", "name", target)));
    }

    [TestCase("postgresql://user:s3cret@host:port/db", "port")]
    [TestCase("postgresql://user:s3cret@host:0/db", "port")]
    [TestCase("postgresql://user:s3?cret@host/db", "port")]
    [TestCase("postgresql://user:s3cret@host", "no database")]
    [TestCase("postgresql://user:s3cret@host/", "no database")]
    [TestCase("postgresql://user:s3cret@a,/db", "no host")]
    [TestCase("postgresql://user:s3cret@host/db?sslmode=s3cret", "option")]
    [TestCase("postgresql://user:s3cret@host/db?sslcrl=s3cret", "option")]
    [TestCase("postgresql://user:s3cret@host/db?target_session_attrs=standby", "option")]
    [TestCase("postgresql://user:s3cret@host/db?connect_timeout=-1", "option")]
    [TestCase("postgresql://user:s3cret@host/db?prepared_statement_cache_size=-1", "option")]
    [TestCase("postgresql://user:s3cret%00@host/db", "NUL")]
    public void TryParse_WhenRefused_SaysWhyWithoutRepeatingIt(string url, string reason)
    {
        Assert.That(DatabaseUrl.TryParse(url, out var options, out var error), Is.False);
        Assert.That(options, Is.Null);
        Assert.That(error, Does.Contain(reason).And.Not.Contain("s3cret").And.Not.Contain("s3?"));
    }

    private static StorageOptions Parse(string url)
    {
        Assert.That(DatabaseUrl.TryParse(url, out var options, out var error), Is.True, error);
        return options!;
    }
}
