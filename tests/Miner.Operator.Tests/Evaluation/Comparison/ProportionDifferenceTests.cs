using Miner.Operator.Evaluation.Comparison;

namespace Miner.Operator.Tests.Evaluation.Comparison;

/// <summary>The intervals, against those that their author published.</summary>
[TestFixture]
internal sealed class ProportionDifferenceTests
{
    /// <summary>Newcombe, Statistics in Medicine 17 (1998) 2635-2650, table III, method 10; cells e, f, g, h of the paper.</summary>
    [TestCase(36, 12, 2, 0, 0.0569, 0.3404)]
    [TestCase(20, 12, 2, 16, 0.0562, 0.3292)]
    [TestCase(18, 12, 2, 18, 0.0562, 0.3290)]
    [TestCase(36, 14, 0, 0, 0.1528, 0.4167)]
    [TestCase(35, 14, 0, 1, 0.1461, 0.4175)]
    [TestCase(18, 14, 0, 18, 0.1441, 0.3963)]
    [TestCase(2, 97, 1, 0, 0.8721, 0.9854)]
    [TestCase(1, 97, 1, 1, 0.8736, 0.9850)]
    [TestCase(0, 30, 0, 0, 0.8395, 1.0000)]
    [TestCase(54, 0, 0, 0, -0.0664, 0.0664)]
    [TestCase(30, 0, 0, 24, -0.0358, 0.0358)]
    public void Paired_OfThePublishedTables_HasThePublishedLimits(
        int both, int secondOnly, int firstOnly, int neither, double lower, double upper)
    {
        var difference = ProportionDifference.Paired(both, firstOnly, secondOnly, neither);

        Assert.Multiple(() =>
        {
            var count = (double)both + secondOnly + firstOnly + neither;
            Assert.That(difference.Value, Is.EqualTo((secondOnly - firstOnly) / count).Within(1e-12));
            Assert.That(difference.Lower, Is.EqualTo(lower).Within(0.0001));
            Assert.That(difference.Upper, Is.EqualTo(upper).Within(0.0001));
        });
    }

    /// <summary>Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10.</summary>
    [TestCase(48, 80, 56, 70, 0.0524, 0.3339)]
    [TestCase(3, 10, 9, 10, 0.1705, 0.8090)]
    [TestCase(2, 7, 6, 7, 0.0582, 0.8062)]
    [TestCase(0, 29, 5, 56, -0.0381, 0.1926)]
    [TestCase(0, 20, 0, 10, -0.1611, 0.2775)]
    [TestCase(0, 10, 0, 10, -0.2775, 0.2775)]
    [TestCase(0, 20, 10, 10, 0.6791, 1.0000)]
    [TestCase(0, 10, 10, 10, 0.6075, 1.0000)]
    public void Independent_OfThePublishedTables_HasThePublishedLimits(
        int firstRight, int first, int secondRight, int second, double lower, double upper)
    {
        var difference = ProportionDifference.Independent(firstRight, first, secondRight, second);

        Assert.That(difference.Lower, Is.EqualTo(lower).Within(0.0001));
        Assert.That(difference.Upper, Is.EqualTo(upper).Within(0.0001));
    }

    [TestCase(3, 2, 5, 7)]
    [TestCase(0, 0, 1, 0)]
    [TestCase(40, 9, 1, 3)]
    public void Paired_TheOtherWayRound_IsTheSameWithTheSignChanged(int both, int firstOnly, int secondOnly, int neither)
    {
        var one = ProportionDifference.Paired(both, firstOnly, secondOnly, neither);
        var other = ProportionDifference.Paired(both, secondOnly, firstOnly, neither);

        Assert.That((other.Value, other.Lower, other.Upper), Is.EqualTo((-one.Value, -one.Upper, -one.Lower)));
    }

    [TestCase(36, 12, 2, 0, true)]
    [TestCase(36, 2, 12, 0, true)]
    [TestCase(36, 4, 5, 5, false)]
    public void IsSignificant_WhenTheIntervalHoldsNoZero_IsTrue(
        int both, int firstOnly, int secondOnly, int neither, bool isSignificant) => Assert.That(
            ProportionDifference.Paired(both, firstOnly, secondOnly, neither).IsSignificant, Is.EqualTo(isSignificant));
}
