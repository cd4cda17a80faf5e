using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Postgres;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

/// <summary>Anybody may have conversations counted, as often as they like.</summary>
[Category("NeedsPackages")]
internal sealed class PostgresConversationCountTests : PostgresFixture
{
    private const int Many = PostgresConversationCount.MaxExact + 1;

    [Test]
    public async Task CountAsync_OfFew_IsExactEachTime()
    {
        Add(Many - 2);
        Assert.That(await CountAsync(), Is.EqualTo(Many - 2));

        Add(1);

        Assert.That(await CountAsync(), Is.EqualTo(Many - 1));
    }

    [Test]
    public async Task CountAsync_OfMany_WalksThroughThemOnceInAWhile()
    {
        Add(Many);
        Assert.That(await CountAsync(), Is.EqualTo(Many));
        Add(5);
        Assert.That(await CountAsync(), Is.EqualTo(Many), "as counted before");

        Time.Advance(PostgresConversationCount.ShortestHold);

        Assert.That(await CountAsync(), Is.EqualTo(Many + 5));
        Execute("DELETE FROM conversations WHERE cid <> '1'");
        Time.Advance(PostgresConversationCount.ShortestHold);
        Assert.That(await CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task CountAsync_OfManyWhileTheServerIsAway_Fails()
    {
        Add(Many);
        await CountAsync();

        await Server.StopAsync();

        Assert.That(CountAsync, Throws.InstanceOf<StorageException>());
        await Server.StartAgainAsync();
        Assert.That(await CountAsync(), Is.EqualTo(Many));
    }

    [Test]
    public async Task CountAsync_ByACrowd_UsesOneConnection()
    {
        Add(Many);

        var counts = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Task.Run(CountAsync, Token)));

        Assert.That(counts, Has.All.EqualTo(Many));
        Assert.That(
            Scalar<int>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"),
            Is.EqualTo(1));
    }

    [Test]
    public async Task CountAsync_GivenUpByOne_IsToldToTheOthers()
    {
        Add(Many);
        var givenUp = Store.Conversations.CountAsync(new CancellationToken(canceled: true));
        var other = CountAsync();

        Assert.That(() => givenUp, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await other, Is.EqualTo(Many));
    }

    private Task<int> CountAsync() => Store.Conversations.CountAsync(Token);

    /// <summary>Past the store, as another miner would.</summary>
    private void Add(int count) => Execute($"""
        INSERT INTO conversations
        SELECT (SELECT count(*) FROM conversations) + number, now, now
        FROM generate_series(1, {count}) AS number, (VALUES ({Time.GetUtcNow().ToUnixTimeMilliseconds()}000)) AS time (now)
        """);
}
