using Miner.Infrastructure.Telemetry;

namespace Miner.Infrastructure.Tests.Telemetry;

internal sealed class LatencyHistogramTests
{
    [Test]
    public void Percentile_OfNothing_IsNull() => Assert.That(new LatencyHistogram().Percentile(0.5), Is.Null);

    [TestCase(1)]
    [TestCase(1.5)]
    [TestCase(27)]
    [TestCase(813)]
    [TestCase(59_999)]
    public void Percentile_OfOneDuration_IsWithinFivePercentOfIt(double milliseconds)
    {
        var histogram = new LatencyHistogram();
        histogram.Add(milliseconds);

        Assert.That(histogram.Percentile(0.01), Is.EqualTo(milliseconds).Within(5).Percent);
        Assert.That(histogram.Percentile(1), Is.EqualTo(milliseconds).Within(5).Percent);
    }

    [TestCase(0.5, 500)]
    [TestCase(0.9, 900)]
    [TestCase(0.95, 950)]
    [TestCase(0.99, 990)]
    public void Percentile_OfOneToAThousand_IsItsRank(double share, double milliseconds)
    {
        var histogram = new LatencyHistogram();
        foreach (var duration in Enumerable.Range(1, 1_000)) histogram.Add(duration);

        Assert.That(histogram.Percentile(share), Is.EqualTo(milliseconds).Within(5).Percent);
    }

    [TestCase(0, 1)]
    [TestCase(-5, 1)]
    [TestCase(1e9, 60_000)]
    public void Percentile_OfDurationsOutOfRange_IsTheNearestBin(double milliseconds, double shown)
    {
        var histogram = new LatencyHistogram();
        histogram.Add(milliseconds);

        Assert.That(histogram.Percentile(0.5), Is.EqualTo(shown).Within(5).Percent);
    }

    [Test]
    public void Add_OfAnotherHistogram_JoinsThem()
    {
        var (fast, slow) = (new LatencyHistogram(), new LatencyHistogram());
        for (var i = 0; i < 9; i++) fast.Add(10);
        slow.Add(1_000);

        fast.Add(slow);

        Assert.That(fast.Percentile(0.9), Is.EqualTo(10).Within(5).Percent);
        Assert.That(fast.Percentile(0.95), Is.EqualTo(1_000).Within(5).Percent);
    }
}
