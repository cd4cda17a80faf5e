using System.Diagnostics;
using Miner.Infrastructure.Counters;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Counters;

/// <summary>A Redis that is there, and of no use: nobody waits for it, the log says what is wrong, and it is back by itself.</summary>
internal sealed class RedisFaultTests : RedisFixture
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private IEnumerable<string> Reasons => Log.Lines.Where(line => line.EventId is 3041 or 3042).Select(line => line.Text);

    [Test]
    public async Task Link_WithAWrongPassword_IsDownAndSaysWhyWithoutIt()
    {
        var password = Uri.EscapeDataString(RedisServer.Password);
        var link = await LinkAsync(Server.Url.Replace(password, "wrong-secret", StringComparison.Ordinal));

        Assert.That(link.IsUp, Is.False);
        Assert.That(Reasons, Has.Some.Contains("AuthenticationFailure"));
        Assert.That(Log.Lines.Select(line => line.Text), Has.None.Contains("wrong-secret").And.None.Contains(RedisServer.Password));
    }

    [Test]
    public async Task Link_WithoutAPasswordThatIsWanted_IsDownAndSaysWhy()
    {
        var link = await LinkAsync($"redis://127.0.0.1:{Server.Port}");

        Assert.That(link.IsUp, Is.False);
        Assert.That(Reasons, Has.Some.Contains("AuthenticationFailure"));
    }

    [Test]
    public async Task Link_ToOneThatBecomesAReplica_IsDownUntilItTakesChangesAgain()
    {
        await using var primary = await RedisServer.StartAsync();
        var link = await LinkAsync();
        var counters = new RedisCounters(link);
        await Server.FollowAsync(primary);
        try
        {
            Assert.That(await counters.CountAsync("read-only", 1, Minute, Token), Is.Null);
            Assert.That(link.IsUp, Is.False);
            await PingUntilAsync(() => Reasons.Any(reason => reason.Contains("READONLY", StringComparison.Ordinal)));
        }
        finally
        {
            await Server.PromoteAsync();
        }

        await PingUntilAsync(() => link.IsUp);
        Assert.That((await counters.CountAsync("read-only", 1, Minute, Token))!.Allowed, Is.True);
    }

    [Test]
    public async Task Count_WhileEachAnswerTakesLong_LosesOneShortWaitAndThenNone()
    {
        await using var slow = CuttingProxy.To(Server.Port);
        var link = await LinkAsync(Server.Url.Replace($":{Server.Port}", $":{slow.Port}", StringComparison.Ordinal));
        var counters = new RedisCounters(link);
        Assert.That((await counters.CountAsync("slow", 100, Minute, Token))!.Allowed, Is.True);

        slow.Latency = 2 * RedisLink.Patience;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 1_000; i++)
        {
            Assert.That(await counters.CountAsync("slow", 100, Minute, Token), Is.Null);
            if (i % 100 == 0) Pings.Advance(RedisLink.PingInterval);
        }

        Assert.That(watch.Elapsed, Is.LessThan(20 * RedisLink.Patience), "one of them waited");
        slow.Latency = TimeSpan.Zero;
        await PingUntilAsync(() => link.IsUp);
        Assert.That((await counters.CountAsync("slow", 100, Minute, Token))!.Remaining, Is.InRange(97, 98));
    }
}
