using Miner.Operator.Evaluation.Comparison;
using Miner.Operator.Tests.Evaluation.Report;
using static Miner.Operator.Tests.Evaluation.Report.Reports;

namespace Miner.Operator.Tests.Evaluation.Comparison;

[TestFixture]
internal sealed class RunComparisonTests
{
    [Test]
    public void Of_TheSameQuestions_PairsThemWhateverTheOrder()
    {
        var first = Reports.Of(Right(1), Right(2), Wrong(3), Wrong(4), Right(5));
        var second = Reports.Of(Right(5), Right(4), Wrong(3), Wrong(2), Right(1));

        var comparison = RunComparison.Of(first, second);

        Assert.Multiple(() =>
        {
            Assert.That(comparison.SameQuestions, Is.EqualTo(5));
            Assert.That(comparison.Lost.Select(flip => (flip.First.Number, flip.Second.IsRight)), Is.EqualTo(new[] { (2, false) }));
            Assert.That(comparison.Gained.Select(flip => (flip.First.Number, flip.Second.IsRight)), Is.EqualTo(new[] { (4, true) }));
            Assert.That(comparison.Accuracy, Is.EqualTo(ProportionDifference.Paired(2, 1, 1, 1)));
        });
    }

    [Test]
    public void Of_AShorterRunOfTheSameSeed_PairsWhatBothWereAsked()
    {
        var comparison = RunComparison.Of(Reports.Of(Right(1), Wrong(2)), Reports.Of(Right(1), Right(2), Wrong(3), Wrong(4)));

        Assert.That(comparison.SameQuestions, Is.EqualTo(2));
        Assert.That(comparison.Accuracy, Is.EqualTo(ProportionDifference.Paired(1, 0, 1, 0)));
        Assert.That(comparison.Second.Count, Is.EqualTo(4));
    }

    [Test]
    public void Of_OtherQuestions_ComparesThemAsIndependent()
    {
        var others = Reports.Of(Right(1) with { Question = "other 1" }, Right(2) with { Question = "other 2" });

        var comparison = RunComparison.Of(Reports.Of(Right(1), Wrong(2), Wrong(3)), others);

        Assert.That((comparison.SameQuestions, comparison.Lost.Count, comparison.Gained.Count), Is.EqualTo((0, 0, 0)));
        Assert.That(comparison.Accuracy, Is.EqualTo(ProportionDifference.Independent(1, 3, 2, 2)));
    }

    [Test]
    public void Of_OneQuestionWithAnotherRightAnswer_DoesNotPairIt() => Assert.That(
        RunComparison.Of(Reports.Of(Right(1)), Reports.Of(Right(1) with { Expected = "43" })).SameQuestions, Is.Zero);

    [Test]
    public void Of_ARunWithoutAnswers_HasNoDifference() =>
        Assert.That(RunComparison.Of(Reports.Of(), Reports.Of(Right(1))).Accuracy, Is.Null);

    [Test]
    public void Of_Tokens_DividesThoseOfAllAnswersByTheRightOnes()
    {
        var report = Reports.Of(Right(1) with { Tokens = 100, Cost = 0.01 }, Right(2), Wrong(3) with { Tokens = 50, Cost = 0.03 });

        var comparison = RunComparison.Of(report, Reports.Of(Wrong(1) with { Tokens = 70 }));

        Assert.That(comparison.First.TokensPerRight, Is.EqualTo(75));
        Assert.That(comparison.First.CostPerRight, Is.EqualTo(0.02).Within(1e-12));
        Assert.That(comparison.Second.TokensPerRight, Is.Null, "no right answer");
        Assert.That(RunComparison.Of(Reports.Of(Right(1)), report).First.TokensPerRight, Is.Null, "the miner does not tell");
    }

    [Test]
    public void Of_Figures_TakesThemFromTheSummaries()
    {
        var summary = Reports.Of(Right(1)).Summary with { RawScore = 90 };

        var comparison = RunComparison.Of(Reports.Of(Right(1)) with { Summary = summary }, Reports.Of(Wrong(1)));

        Assert.Multiple(() =>
        {
            Assert.That(comparison.First.ScaledScore, Is.EqualTo(59.049).Within(1e-9));
            Assert.That((comparison.First.Accuracy, comparison.Second.Accuracy), Is.EqualTo((100, 0)));
            Assert.That(comparison.First.P95, Is.EqualTo(TimeSpan.FromSeconds(3)));
            Assert.That(comparison.Second.Weight, Is.Null);
        });
    }
}
