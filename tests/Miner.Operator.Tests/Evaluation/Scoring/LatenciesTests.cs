using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Scoring;

internal sealed class LatenciesTests
{
    /// <summary>Of 1 to 200 ms, the nearest ranks are the 100th, 180th, 190th and 198th.</summary>
    [Test]
    public void Of_TwoHundredTimes_TakesTheNearestRanks()
    {
        var latencies = Latencies.Of(Enumerable.Range(1, 200).Reverse().Select(time => TimeSpan.FromMilliseconds(time)))!;

        Assert.That(
            new[] { latencies.Median, latencies.P90, latencies.P95, latencies.P99, latencies.Slowest }.Select(time =>
                time.TotalMilliseconds),
            Is.EqualTo(new double[] { 100, 180, 190, 198, 200 }));
    }

    [Test]
    public void Of_OneTime_IsThatTimeThroughout()
    {
        var second = TimeSpan.FromSeconds(1);

        Assert.That(Latencies.Of([second]), Is.EqualTo(new Latencies(second, second, second, second, second)));
    }

    [Test]
    public void Of_NoTime_IsNull() => Assert.That(Latencies.Of([]), Is.Null);
}
