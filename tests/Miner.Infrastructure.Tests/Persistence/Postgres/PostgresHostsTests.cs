using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Postgres;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

/// <summary>An address that names several servers, of which one at most can be written to.</summary>
[Category("NeedsPackages")]
internal sealed class PostgresHostsTests : PostgresFixture
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    /// <summary>Nobody is at the first.</summary>
    private string Hosts => Url.Replace("127.0.0.1:", $"127.0.0.1:{UnusedPort.Find()},127.0.0.1:", StringComparison.Ordinal);

    [Test]
    public async Task EveryMethod_WhenTheFirstIsDead_AsksTheOther()
    {
        var store = At(Hosts, Long);

        await store.Conversations.AppendAsync("cid", Exchange("question"), Token);

        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(1));
    }

    [Test]
    public async Task AppendAsync_WhenTheOtherIsRestarted_WaitsForIt()
    {
        var store = At(Hosts, Long);
        await store.Conversations.AppendAsync("cid", Exchange("before"), Token);
        await Server.StopAsync();
        var appending = store.Conversations.AppendAsync("cid", Exchange("meanwhile"), Token);

        await Server.StartAgainAsync();

        await appending;
    }

    [Test]
    public async Task Start_WhileAllAreAway_GoesOnWithoutThem()
    {
        var store = At(Hosts, Short);
        await Server.StopAsync();

        await store.Starting<PostgresMigrator>().MigrateAsync(Token);

        Assert.That(store.Conversations.IsWritable, Is.False);
        await Server.StartAgainAsync();
        await UntilStoredAsync(store);
    }

    [Test]
    public async Task Start_WhenOneRefusesThePasswordAndOneIsAway_SaysSo()
    {
        var store = At(Hosts.Replace(Uri.EscapeDataString(PostgresServer.Password), "wrong-secret", StringComparison.Ordinal), Short);

        var failure = Assert.CatchAsync<StorageException>(() => store.Starting<PostgresMigrator>().MigrateAsync(Token));

        Assert.That(failure!.Message, Does.Contain("refuses this user or password"));
        Assert.That(failure.ToString(), Does.Not.Contain("wrong-secret"));
    }
}
