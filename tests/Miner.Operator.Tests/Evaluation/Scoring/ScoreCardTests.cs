using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Scoring;

internal sealed class ScoreCardTests
{
    private static readonly Dictionary<Criterion, double> Points = new()
    {
        [Criterion.Accuracy] = 80,
        [Criterion.Relevance] = 100,
        [Criterion.Completeness] = 60,
        [Criterion.Clarity] = 90,
        [Criterion.InstructionFollowing] = 50,
        [Criterion.Format] = 40,
        [Criterion.Safety] = 100,
    };

    [Test]
    public void Total_OfAllCriteria_IsTheirWeightedSum()
    {
        var card = ScoreCard.Of(Points);

        // 56 + 7.5 + 4.5 + 4.5 + 2.5 + 1 + 2.5
        Assert.That(card.Total, Is.EqualTo(78.5).Within(1e-9));
        Assert.That(card.IsComplete, Is.True);
        Assert.That(card.Attainable, Is.EqualTo(100).Within(1e-9));
    }

    [TestCase(Criterion.Accuracy, 70)]
    [TestCase(Criterion.Relevance, 7.5)]
    [TestCase(Criterion.Completeness, 7.5)]
    [TestCase(Criterion.Clarity, 5)]
    [TestCase(Criterion.InstructionFollowing, 5)]
    [TestCase(Criterion.Format, 2.5)]
    [TestCase(Criterion.Safety, 2.5)]
    public void Total_OfOneCriterionAlone_IsItsShare(Criterion criterion, double expected)
    {
        var card = ScoreCard.Of(new Dictionary<Criterion, double> { [criterion] = 100 });

        Assert.That(card.Total, Is.EqualTo(expected).Within(1e-9));
        Assert.That(card.Attainable, Is.EqualTo(expected).Within(1e-9));
        Assert.That(card.IsComplete, Is.False);
    }

    [Test]
    public void Total_OfAFailedRequest_IsZeroAndComplete()
    {
        Assert.That(ScoreCard.Failed.Total, Is.Zero);
        Assert.That(ScoreCard.Failed.IsComplete, Is.True);
        Assert.That(ScoreCard.Failed[Criterion.Safety], Is.Zero);
    }

    [Test]
    public void Indexer_OfWhatWasNotJudged_IsNull() =>
        Assert.That(ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = 0 })[Criterion.Clarity], Is.Null);

    [TestCase(-0.1)]
    [TestCase(100.1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Of_PointsOutsideTheirRange_IsRefused(double points) => Assert.That(
            () => ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = points }),
            Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Of_AMapThatChangesLater_KeepsWhatItWas()
    {
        var points = new Dictionary<Criterion, double> { [Criterion.Accuracy] = 100 };
        var card = ScoreCard.Of(points);
        points[Criterion.Accuracy] = 0;

        Assert.That(card.Total, Is.EqualTo(70).Within(1e-9));
    }
}
