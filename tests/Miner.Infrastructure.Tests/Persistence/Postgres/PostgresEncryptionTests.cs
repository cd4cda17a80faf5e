using System.Net;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Postgres;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

/// <summary>What <c>sslmode</c> and <c>sslrootcert</c> ask for, on a server with a certificate of a test's own authority.</summary>
[Category("NeedsPackages")]
internal sealed class PostgresEncryptionTests
{
    private DirectoryInfo _folder = null!;
    private PostgresServer _server = null!;
    private string _database = "";

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _folder = Directory.CreateTempSubdirectory("miner-tests-");
        using var authority = new TestAuthority("ours");
        using var other = new TestAuthority("another");
        await File.WriteAllTextAsync(PathOf("ours.pem"), authority.Pem);
        await File.WriteAllTextAsync(PathOf("another.pem"), other.Pem);
        await File.WriteAllTextAsync(PathOf("empty.pem"), "");
        await File.WriteAllTextAsync(PathOf("damaged.pem"), authority.Pem.Replace("MII", "MMM", StringComparison.Ordinal));
        _server = await PostgresServer.StartEncryptedAsync(authority.Issue(IPAddress.Loopback));
        _database = _server.CreateDatabase();
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [TestCase("sslmode=require")]
    [TestCase("sslmode=verify-ca&sslrootcert=ours.pem")]
    [TestCase("sslmode=verify-full&sslrootcert=ours.pem")]
    [TestCase("ssl=verify-full&sslrootcert=ours.pem")]
    public async Task Connection_ThatIsToBeEncrypted_Is(string options)
    {
        using var store = Open(options);

        Assert.That(await store.Conversations.CountAsync(CancellationToken.None), Is.Zero);

        await using var shell = _server.Connect(_database);
        await using var command = shell.CreateCommand();
        command.CommandText = """
            SELECT bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'sample-miner'
            """;
        Assert.That(await command.ExecuteScalarAsync(), Is.True);
    }

    [TestCase("sslmode=verify-ca", "certificate")]
    [TestCase("sslmode=verify-full", "certificate")]
    [TestCase("sslmode=verify-ca&sslrootcert=another.pem", "certificate")]
    [TestCase("sslmode=verify-full&sslrootcert=another.pem", "certificate")]
    [TestCase("sslmode=verify-full&sslrootcert=nowhere.pem", "sslrootcert")]
    [TestCase("sslmode=verify-full&sslrootcert=empty.pem", "sslrootcert")]
    [TestCase("sslmode=verify-full&sslrootcert=damaged.pem", "sslrootcert")]
    [TestCase("sslmode=verify-full&sslrootcert=ours.pem&sslcert=nowhere.pem", "sslcert")]
    public void Start_WhenTheServerCannotBeTrusted_IsRefusedAndSaysWhy(string options, string reason) => Refuses(Open(options), reason);

    [Test]
    public async Task Start_WhenTheCertificateIsOfAnotherHost_IsRefusedByVerifyFullAlone()
    {
        using var authority = new TestAuthority("too");
        await File.WriteAllTextAsync(PathOf("too.pem"), authority.Pem);
        await using var server = await PostgresServer.StartEncryptedAsync(authority.Issue(IPAddress.Parse("192.0.2.1")));
        var database = server.CreateDatabase();

        using (var store = Open("sslmode=verify-ca&sslrootcert=too.pem", server.Url(database)))
            Assert.That(await store.Conversations.CountAsync(CancellationToken.None), Is.Zero);
        Refuses(Open("sslmode=verify-full&sslrootcert=too.pem", server.Url(database)), "certificate");
    }

    [Test]
    public void Start_WhenTheServerDoesNotEncrypt_IsRefusedAndSaysSo() =>
        Refuses(Open("sslmode=require", PostgresTestDatabase.Server.Url("postgres")), "does not encrypt");

    private static void Refuses(TestStore store, string reason)
    {
        using (store)
        {
            var failure = Assert.CatchAsync<StorageException>(
                () => store.Starting<PostgresMigrator>().MigrateAsync(CancellationToken.None));

            Assert.That(failure!.Message, Does.Contain(reason));
            Assert.That(failure.IsAway, Is.False);
            Assert.That(
                failure.ToString(), Does.Not.Contain(PostgresServer.Password)
                    .And.Not.Contain(Uri.EscapeDataString(PostgresServer.Password)));
        }
    }

    private TestStore Open(string options) => Open(options, _server.Url(_database));

    private TestStore Open(string options, string url)
    {
        var folder = Uri.EscapeDataString(_folder.FullName + Path.DirectorySeparatorChar);
        var query = options.Replace("cert=", $"cert={folder}", StringComparison.Ordinal);
        Assert.That(DatabaseUrl.TryParse($"{url}?{query}", out var parsed, out var error), Is.True, error);
        return new TestStore(parsed! with { BusyTimeout = TimeSpan.FromMilliseconds(100) }, DatabaseFixture.Policy, TimeProvider.System);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
