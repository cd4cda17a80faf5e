using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Scoring;

internal sealed class FieldTests
{
    // 30 edges in a minute and a half; 7 in ten seconds.
    [TestCase(30, 90, 20)]
    [TestCase(7, 10, 42)]
    [TestCase(0, 60, 0)]
    [TestCase(5, 0, 0)]
    public void EdgesPerMinute_AreSuccessesOverMinutes(int successful, int seconds, double expected) =>
        Assert.That(EdgesPerMinute.Of(successful, TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected).Within(1e-9));

    [TestCase(12, 48, 25)]
    [TestCase(48, 48, 100)]
    [TestCase(0, 48, 0)]
    [TestCase(0, 0, 0)]
    public void Normalise_OfEdgesPerMinute_IsThePercentageOfTheHighest(double own, double highest, double expected) =>
        Assert.That(EdgesPerMinute.Normalise(own, highest), Is.EqualTo(expected).Within(1e-9));

    /// <summary>
    /// Scaled 59.049, 32.768 and 3.125, together 94.942. Own share 32.768 / 94.942 = 0.345137, own throughput 30 of 40 = 75 %.
    /// Weights: own (0.345137 + 0.75) / 2 = 0.547569, fast (0.621948 + 1) / 2 = 0.810974, slow (0.032915 + 0.25) / 2 = 0.141457.
    /// </summary>
    [Test]
    public void Weigh_IsHalfTheFractionOfTheSumAndHalfTheFractionOfTheHighest()
    {
        var field = new Field([new FieldMiner("fast", 90, 40), new FieldMiner("slow", 50, 10)], ScoringOptions.Default);

        var weight = field.Weigh(new FieldMiner("own", 80, 30));

        Assert.Multiple(() =>
        {
            Assert.That(weight.Scaled, Is.EqualTo(32.768).Within(1e-9));
            Assert.That(weight.PerformanceShare, Is.EqualTo(0.345137).Within(1e-6), "a fraction of a sum");
            Assert.That(weight.ThroughputPercentage, Is.EqualTo(75).Within(1e-9), "a percentage of the highest");
            Assert.That(weight.Weight, Is.EqualTo(0.547569).Within(1e-6), "a fraction: the percentage was divided by 100 first");
            Assert.That(weight.Share, Is.EqualTo(0.547569 / 1.5).Within(1e-6));
            Assert.That(weight.Rank, Is.EqualTo(2));
        });
    }

    /// <summary>Four equals: each has a quarter of the sum, but each is as fast as the fastest.</summary>
    [Test]
    public void Weigh_AmongEquals_KeepsBothHalvesFractionsOfDifferentThings()
    {
        var equal = new FieldMiner("equal", 80, 20);
        var weight = new Field([equal, equal, equal], ScoringOptions.Default).Weigh(equal);

        Assert.Multiple(() =>
        {
            Assert.That(weight.PerformanceShare, Is.EqualTo(0.25).Within(1e-9));
            Assert.That(weight.ThroughputPercentage, Is.EqualTo(100).Within(1e-9));
            Assert.That(weight.Weight, Is.EqualTo(0.625).Within(1e-9));
            Assert.That(weight.Share, Is.EqualTo(0.25).Within(1e-9));
            Assert.That(weight.Rank, Is.EqualTo(1));
        });
    }

    [Test]
    public void Weigh_OfMoreThanOneMiner_GivesSharesThatSumToOne()
    {
        FieldMiner[] all = [new("a", 91, 3), new("b", 60, 44), new("c", 77, 20)];

        var shares = all.Select(own => new Field([.. all.Except([own])], ScoringOptions.Default).Weigh(own).Share);

        Assert.That(shares.Sum(), Is.EqualTo(1).Within(1e-9));
    }

    [Test]
    public void Weigh_OfTheOnlyMiner_IsEverything() =>
        Assert.That(
            new Field([], ScoringOptions.Default).Weigh(new FieldMiner("own", 40, 2)),
            Is.EqualTo(new PredictedWeight(PerformanceScore.Scale(40, 5), 1, 100, 1, 1, 1)));

    [Test]
    public void Weigh_WhenNobodyDidAnything_IsNothing() =>
        Assert.That(
            new Field([new FieldMiner("other", 0, 0)], ScoringOptions.Default).Weigh(new FieldMiner("own", 0, 0)),
            Is.EqualTo(new PredictedWeight(0, 0, 0, 0, 0, 1)));
}
