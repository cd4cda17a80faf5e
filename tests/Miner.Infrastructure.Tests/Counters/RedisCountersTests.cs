using System.Diagnostics;
using Miner.Application.Ports;
using Miner.Infrastructure.Counters;
using Miner.Testing;
using StackExchange.Redis;

namespace Miner.Infrastructure.Tests.Counters;

/// <summary>What two replicas count together.</summary>
internal sealed class RedisCountersTests : RedisFixture
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public async Task Count_OfTwoReplicasAtOnce_AllowsTheLimitOnce()
    {
        var (one, two) = (await CountersAsync(), await CountersAsync());

        var windows = await Task.WhenAll(Enumerable.Range(0, 60)
            .Select(i => (i % 2 == 0 ? one : two).CountAsync("limit:a", 20, Minute, Token).AsTask()));

        Assert.That(windows.Count(window => window!.Allowed), Is.EqualTo(20));
        Assert.That(windows.Min(window => window!.Remaining), Is.Zero);
        Assert.That(windows.Select(window => window!.Reset), Has.All.InRange(TimeSpan.FromSeconds(30), Minute));
    }

    [Test]
    public async Task Count_OfAnotherName_IsApart()
    {
        var counters = await CountersAsync();

        Assert.That((await counters.CountAsync("limit:b", 1, Minute, Token))!.Allowed, Is.True);
        Assert.That((await counters.CountAsync("limit:b", 1, Minute, Token))!.Allowed, Is.False);
        Assert.That((await counters.CountAsync("limit:c", 1, Minute, Token))!.Allowed, Is.True);
    }

    [Test]
    public async Task AddFailure_ByTwoReplicas_BlocksAfterWhatIsAllowedTogether()
    {
        var (one, two) = (await CountersAsync(), await CountersAsync());
        for (var i = 0; i < 10; i++)
            Assert.That((await (i % 2 == 0 ? one : two).AddFailureAsync("wrong:a", 10, Minute, Token))!.Blocked, Is.Null);

        foreach (var counters in new[] { one, two })
        {
            Assert.That(
                (await counters.AddFailureAsync("wrong:a", 10, Minute, Token))!.Blocked,
                Is.InRange(TimeSpan.FromSeconds(30), Minute));
            Assert.That((await counters.AddFailureAsync("wrong:b", 10, Minute, Token))!.Blocked, Is.Null);
        }
    }

    [Test]
    public async Task Keys_OfAllCounts_ExpireByThemselves()
    {
        var counters = await CountersAsync();
        await counters.CountAsync("expiring", 1, Minute, Token);
        for (var i = 0; i < 2; i++) await counters.AddFailureAsync("expiring", 2, Minute, Token);
        await counters.AddFailureAsync("expiring too", 2, Minute, Token);

        await using var shell = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Server.Port},password={RedisServer.Password}");
        var database = shell.GetDatabase();
        var keys = shell.GetServers().Single().Keys(pattern: "*expiring*").ToList();

        Assert.That(keys, Has.Count.EqualTo(3), "the window, the block, and the failures of the other");
        foreach (var key in keys)
            Assert.That(await database.KeyTimeToLiveAsync(key), Is.InRange(TimeSpan.FromSeconds(30), Minute), key.ToString());
    }

    [Test]
    public async Task Count_WhileRedisHangs_LosesOneShortWaitAndThenNone()
    {
        var link = await LinkAsync();
        var counters = new RedisCounters(link);
        await Server.HangAsync();
        try
        {
            Assert.That(await counters.CountAsync("hanging", 1, Minute, Token), Is.Null);
            Assert.That(counters.Sharing, Is.EqualTo(CounterSharing.Away));
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 10_000; i++) Assert.That(await counters.CountAsync("hanging", 1, Minute, Token), Is.Null);
            Assert.That(watch.Elapsed, Is.LessThan(20 * RedisLink.Patience), "not one of them waited");
        }
        finally
        {
            await Server.ResumeAsync();
        }

        await PingUntilAsync(() => link.IsUp);
        Assert.That((await counters.CountAsync("resumed", 1, Minute, Token))!.Allowed, Is.True);
    }

    [Test]
    public async Task Link_WhenRedisIsStoppedAndStarted_IsBackByItself()
    {
        var link = await LinkAsync();
        Assert.That(link.IsUp, Is.True);
        await Server.StopAsync();
        await PingUntilAsync(() => !link.IsUp);

        await Server.StartAgainAsync();

        await PingUntilAsync(() => link.IsUp);
        Assert.That(
            Log.Lines.Select(line => line.EventId).Where(id => id != 3042), Is.EqualTo(new[] { 3040, 3041, 3040 }), "each turn once");
        Assert.That(Log.Lines.Select(line => line.Text), Has.None.Contains(RedisServer.Password));
    }

    [Test]
    public async Task Link_WhenRedisComesLater_TellsItIsAwayAndThenComesUp()
    {
        await Server.StopAsync();
        var link = await LinkAsync();
        Assert.That((link.IsUp, Log.Lines.Single().EventId), Is.EqualTo((false, 3041)));

        await Server.StartAgainAsync();

        await PingUntilAsync(() => link.IsUp);
    }
}
