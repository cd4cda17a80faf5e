using Miner.Application.Ports;
using Miner.Application.Status;
using Moq;

namespace Miner.Application.Tests.Ports;

/// <summary>What is added up over calls and over replicas, each part on its own.</summary>
[TestFixture]
internal sealed class SumTests
{
    private static readonly LatencyPercentiles Unknown = new(null, null, null, null);

    [Test]
    public void Usage_OfTwoCalls_IsTheirSumUnderTheNameOfTheLater() => Assert.That(
        new ModelUsage("early", 1, 20, TimeSpan.FromSeconds(3), 4) { Cost = 0.5 }
            + new ModelUsage("late", 100, 2_000, TimeSpan.FromSeconds(300), 400) { Cost = 0.25 },
        Is.EqualTo(new ModelUsage("late", 101, 2_020, TimeSpan.FromSeconds(303), 404) { Cost = 0.75 }));

    [Test]
    public void Usage_WithNone_IsItself()
    {
        var usage = new ModelUsage("m", 1, 20, TimeSpan.FromSeconds(3), 4) { Cost = 0.5 };

        Assert.That(ModelUsage.None + usage, Is.EqualTo(usage));
        Assert.That((ModelUsage.None.Model, ModelUsage.None.Tokens, ModelUsage.None.Samples), Is.EqualTo(("none", 0L, 0)));
    }

    [TestCase(0, 0, 0)]
    [TestCase(1_000_000, 0, 0.15)]
    [TestCase(0, 1_000_000, 0.6)]
    [TestCase(2_000, 500, 0.0006)]
    public void Of_SomeTokens_IsWhatBothKindsCost(long prompt, long completion, double cost) => Assert.That(
        new TokenPrice(0.15, 0.6).Of(new ModelUsage("m", prompt, completion, TimeSpan.Zero, 1)), Is.EqualTo(cost).Within(1e-12));

    [Test]
    public void Storage_OfTwoReplicas_IsSoundOnlyWhereBothAre([Values(0, 1)] int pending, [Values] bool fails, [Values] bool othersFail)
    {
        var sum = new StorageStatus(pending, 2, fails) + new StorageStatus(0, 30, othersFail);

        Assert.That(sum, Is.EqualTo(new StorageStatus(pending, 32, fails || othersFail)));
        Assert.That(sum.IsSound, Is.EqualTo(pending == 0 && !fails && !othersFail));
    }

    [Test]
    public void Totals_OfReplicas_AddUpEachPart()
    {
        var sum = Totals(1) + Totals(10) + ReplicaTotals.None;

        Assert.That(sum, Is.EqualTo(new ReplicaTotals(
            11, 22, 33, new RecentEdgesPerMinute(0.11, 0.22, 0.33), 44, 55, new SecurityStatistics(66, 77, 88, 99, 110, 121, 132),
            new StorageStatus(143, 154, ReadsFail: false))));

        static ReplicaTotals Totals(int unit) => new(
            unit, 2 * unit, 3 * unit, new RecentEdgesPerMinute(0.01 * unit, 0.02 * unit, 0.03 * unit), 4 * unit, 5 * unit,
            new SecurityStatistics(6 * unit, 7 * unit, 8 * unit, 9 * unit, 10 * unit, 11 * unit, 12 * unit),
            new StorageStatus(13 * unit, 14 * unit, ReadsFail: false));
    }

    /// <summary>Sums of rates are rounded: 0.1 + 0.2 is no number that anybody wants to read.</summary>
    [TestCase(0.1, 0.2, 0.3)]
    [TestCase(1.005, 0.001, 1.01)]
    [TestCase(0.001, 0.003, 0)]
    public void Rates_OfTwoReplicas_AreRounded(double one, double other, double sum)
    {
        var rates = (Rates(one) + Rates(other)).Epm;

        Assert.That((rates.OneMinute, rates.FifteenMinutes, rates.SixtyMinutes), Is.EqualTo((sum, sum, sum)));

        static ReplicaTotals Rates(double rate) => ReplicaTotals.None with { Epm = new RecentEdgesPerMinute(rate, rate, rate) };
    }

    [Test]
    public async Task Stats_OfAMiner_AddWhatOtherReplicasTold()
    {
        ComponentStatistics[] components =
        [
            new("complete", 5, new Dictionary<string, long> { ["failed"] = 2, ["timed_out"] = 1 }, Unknown),
            new("refine", 7, new Dictionary<string, long>(), Unknown),
        ];
        var own = new MinerStatistics(
            default, TimeSpan.FromHours(1), components, new RecentEdgesPerMinute(1, 2, 3), Unknown, Tokens: 70, Cost: 0.5, Samples: 9,
            new VoteStatistics(1, 1), [], new SecurityStatistics(1, 2, 3, 4, 5, 6, 7), StorageBytes: 8, new StorageStatus(1, 2, true), []);
        var others = ReplicaTotals.None with { Count = 2, Successes = 100, Failures = 200, Tokens = 300, Samples = 400 };

        var stats = await new GetStatsHandler(
                Mock.Of<IMinerStatistics>(statistics => statistics.Read() == own),
                Mock.Of<IReplicas>(replicas => replicas.Others == others))
            .Handle(new GetStatsQuery(), CancellationToken.None);

        Assert.That(stats with { Replicas = ReplicaTotals.None }, Is.EqualTo(own));
        Assert.That((own.Successes, own.Failures), Is.EqualTo((12L, 3L)));
        Assert.That(stats.Replicas, Is.EqualTo(new ReplicaTotals(
            3, 112, 203, new RecentEdgesPerMinute(1, 2, 3), 370, 409, new SecurityStatistics(1, 2, 3, 4, 5, 6, 7),
            new StorageStatus(1, 2, true))));
    }
}
