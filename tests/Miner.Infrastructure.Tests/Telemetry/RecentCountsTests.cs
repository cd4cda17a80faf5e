using Miner.Infrastructure.Telemetry;

namespace Miner.Infrastructure.Tests.Telemetry;

/// <summary>Counts of the last hour, as time goes round the rings that keep them.</summary>
internal sealed class RecentCountsTests
{
    [TestCase(0, 60)]
    [TestCase(3_599, 60)]
    [TestCase(1_000_000, 60)]
    [TestCase(1_000_000, 3_600)]
    public void Sum_AtAnySecond_CountsTheSpanAndNoSecondMore(long last, int span)
    {
        var counts = new RecentCounts();
        for (var second = Math.Max(0, last - 5_000); second <= last; second++) counts.Add(second);

        Assert.That(counts.Sum(last, span), Is.EqualTo(Math.Min(span, last + 1)));
    }

    [TestCase(59, 1)]
    [TestCase(60, 0)]
    [TestCase(3_600, 0)]
    [TestCase(360_000, 0)]
    public void Sum_AfterAPause_HasForgottenWhatIsOlderThanItsSpan(long later, int expected)
    {
        var counts = new RecentCounts();
        counts.Add(100);

        Assert.That(counts.Sum(100 + later, 60), Is.EqualTo(expected));
    }

    [Test]
    public void Sum_OfASecondThatComesLate_CountsIt()
    {
        var counts = new RecentCounts();
        counts.Add(100);
        counts.Add(99);

        Assert.That(counts.Sum(100, 2), Is.EqualTo(2));
    }

    [TestCase(59, 1)]
    [TestCase(60, 0)]
    [TestCase(61, 0)]
    [TestCase(600, 0)]
    public void Component_AfterMinutes_HasForgottenWhatIsOlderThanAnHour(long later, int expected)
    {
        var counts = new ComponentCounts();
        counts.Add(7, reason: null, milliseconds: 10);
        counts.Add(7, "timed_out", milliseconds: 60_000);

        var read = counts.Read("complete", 7 + later);

        Assert.That((read.Successes, read.Failures), Is.EqualTo((1, 1)), "since the start");
        Assert.That(read.LatencyMs.P50.HasValue, Is.EqualTo(expected == 1));
        Assert.That((counts.At(7).Successes, counts.At(7).Failures), Is.EqualTo((expected, expected)));
    }
}
