using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Tests.Upstreams;

internal sealed class AnswerTimesTests
{
    [TestCase(19, null)]
    [TestCase(20, 11)]
    [TestCase(21, 11)]
    [TestCase(100, 51)]
    public void Median_OfSecondsFromOneOn_IsTheMiddleOnceThereAreEnough(int answers, int? seconds)
    {
        var times = new AnswerTimes();
        foreach (var second in Enumerable.Range(1, answers).Reverse()) times.Add(TimeSpan.FromSeconds(second));

        Assert.That(times.Median?.TotalSeconds, Is.EqualTo(seconds));
    }

    [Test]
    public void Median_OfAnUpstreamThatBecameSlow_IsOfItsLastHundredAnswers()
    {
        var times = new AnswerTimes();
        for (var i = 0; i < 1_000; i++) times.Add(TimeSpan.FromSeconds(1));
        Assert.That(times.Median, Is.EqualTo(TimeSpan.FromSeconds(1)));

        for (var i = 0; i < 49; i++) times.Add(TimeSpan.FromSeconds(9));
        Assert.That(times.Median, Is.EqualTo(TimeSpan.FromSeconds(1)), "49 of 100 are slow");
        for (var i = 0; i < 2; i++) times.Add(TimeSpan.FromSeconds(9));
        Assert.That(times.Median, Is.EqualTo(TimeSpan.FromSeconds(9)), "51 of 100 are slow");
    }
}
