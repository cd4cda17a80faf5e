using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Tests.Upstreams;

internal sealed class RecentRateTests
{
    [TestCase(0, 1)]
    [TestCase(899, 1)]
    [TestCase(1_000, 0)]
    [TestCase(1_001, 0)]
    [TestCase(10_000, 0)]
    [TestCase(86_400_000, 0)]
    public void PerSecond_SomeTimeAfterOne_CountsTheLastSecond(int milliseconds, int expected)
    {
        var rate = new RecentRate();
        rate.Count(TimeSpan.Zero);

        Assert.That(rate.PerSecond(TimeSpan.FromMilliseconds(milliseconds)), Is.EqualTo(expected));
    }

    [TestCase(10)]
    [TestCase(70)]
    [TestCase(100)]
    public void PerSecond_OfASteadyRate_IsThatRate(int perSecond)
    {
        var rate = new RecentRate();
        var now = TimeSpan.Zero;
        for (var i = 0; i < 5 * perSecond; i++, now += TimeSpan.FromSeconds(1) / perSecond) rate.Count(now);

        Assert.That(rate.PerSecond(now), Is.EqualTo(perSecond).Within(perSecond / 10));
    }
}
