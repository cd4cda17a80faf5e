using Miner.Application.Ports;
using Miner.Infrastructure.Counters;
using Moq;

namespace Miner.Infrastructure.Tests.Counters;

/// <summary>What replicas tell each other of how they have done.</summary>
internal sealed class RedisReplicasTests : RedisFixture
{
    [Test]
    public async Task Others_OfThreeReplicas_AreTheSumOfTheOtherTwo()
    {
        var replicas = new List<RedisReplicas>();
        for (var successes = 1; successes <= 3; successes++)
        {
            var link = await LinkAsync();
            var statistics = Mock.Of<IMinerStatistics>(all => all.Read() == Statistics(successes));
            replicas.Add(new RedisReplicas(link, new RedisCounters(link), statistics, Pings));
        }

        for (var round = 0; round < 2; round++)
            foreach (var replica in replicas) await replica.ExchangeAsync(Token);

        Assert.That(replicas.Select(replica => replica.Others.Count), Has.All.EqualTo(2));
        Assert.That(replicas.Select(replica => replica.Others.Tokens), Is.EqualTo(new[] { 50, 40, 30 }));
        Assert.That(replicas[0].Others.Epm.OneMinute, Is.EqualTo(0.5));
        Assert.That(replicas[0].Others.Security.KeysWrong, Is.EqualTo(2));
        foreach (var replica in replicas) replica.Dispose();
    }

    private static MinerStatistics Statistics(int number) => new(
        default,
        default,
        [],
        new RecentEdgesPerMinute(0.25, 0, 0),
        new LatencyPercentiles(null, null, null, null),
        Tokens: 10 * number,
        Cost: null,
        Samples: 0,
        new VoteStatistics(0, 0),
        [],
        new SecurityStatistics(0, 1, 0, 0, 0, 0, 0),
        StorageBytes: null,
        new StorageStatus(0, 0, false),
        []);
}
