using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Scoring;

/// <summary>The constants of the scoring, when they are others than the subnet's.</summary>
[TestFixture]
internal sealed class ScoringOptionsTests
{
    private static readonly ScoringOptions AccuracyAlone = new() { CriterionWeights = Criteria.ReadWeights("accuracy=1") };

    [Test]
    public void Default_Always_IsWhatTheSubnetUses()
    {
        Assert.That(
            ScoringOptions.Default.ToString(),
            Is.EqualTo(
                "exponent 5, throughput 0.5, accuracy=0.7,relevance=0.075,completeness=0.075,clarity=0.05,instruction_following=0.05,"
                + "format=0.025,safety=0.025"));
        Assert.That(ScoringOptions.Default.IsDefault, Is.True);
        Assert.That(ScoringOptions.Default.CriterionWeights.Values.Sum(), Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void Default_WhenWrittenAndRead_IsTheSame() => Assert.That(
        new ScoringOptions { CriterionWeights = Criteria.ReadWeights(Criteria.Write(ScoringOptions.Default.CriterionWeights)) }.IsDefault);

    [Test]
    public void CriterionWeights_WhenSomeAreLeftOut_CountThoseForNothing()
    {
        var scoring = new ScoringOptions { CriterionWeights = Criteria.ReadWeights(" safety = 0.25, accuracy=.75") };

        Assert.That(scoring.IsDefault, Is.False);
        Assert.That(scoring.CriterionWeights.Keys, Is.EqualTo(Enum.GetValues<Criterion>()));
        Assert.That(scoring.CriterionWeights[Criterion.Clarity], Is.Zero);
        Assert.That(scoring.ToString(), Does.EndWith("accuracy=0.75,safety=0.25"));
    }

    [TestCase("accuracy=0.7", "The criteria's weights must sum to 1; these sum to 0.7.")]
    [TestCase("accuracy=0.9,safety=0.2", "The criteria's weights must sum to 1; these sum to 1.1.")]
    [TestCase("accuracy=1e400", "The weight of accuracy must be a number from 0 to 1.")]
    [TestCase("accuracy=-1", "The weight of accuracy must be a number from 0 to 1.")]
    [TestCase("accuracy=NaN", "The weight of accuracy must be a number from 0 to 1.")]
    [TestCase("accuracy", "The weight of accuracy must be a number from 0 to 1.")]
    [TestCase("accuracy=0.5,accuracy=0.5", "The weight of accuracy is given twice.")]
    [TestCase("Accuracy=1", "A criterion's weight is NAME=NUMBER, with a NAME of accuracy, relevance, completeness, clarity, ")]
    [TestCase("accuracy=1,", "A criterion's weight is NAME=NUMBER, with a NAME of accuracy, ")]
    [TestCase("", "A criterion's weight is NAME=NUMBER, with a NAME of accuracy, ")]
    public void ReadWeights_OfSomethingElse_SaysWhatIsWrong(string text, string expected) =>
        Assert.That(() => Criteria.ReadWeights(text), Throws.TypeOf<OperatorException>().With.Message.StartsWith(expected));

    [TestCase(-0.5, 1.5)]
    [TestCase(double.NaN, 1)]
    public void CriterionWeights_OutsideTheirRange_AreRefused(double safety, double accuracy)
    {
        var weights = new Dictionary<Criterion, double> { [Criterion.Accuracy] = accuracy, [Criterion.Safety] = safety };

        Assert.That(() => new ScoringOptions { CriterionWeights = weights }, Throws.TypeOf<OperatorException>());
    }

    [TestCase(0.9)]
    [TestCase(100.1)]
    [TestCase(double.NaN)]
    public void Exponent_OutsideItsRange_IsRefused(double exponent) =>
        Assert.That(() => new ScoringOptions { Exponent = exponent }, Throws.TypeOf<OperatorException>());

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void ThroughputWeight_OutsideItsRange_IsRefused(double weight) =>
        Assert.That(() => new ScoringOptions { ThroughputWeight = weight }, Throws.TypeOf<OperatorException>());

    [Test]
    public void Card_WhereAccuracyAloneCounts_IsCompleteWithoutAJudge()
    {
        var card = ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = 100 }, AccuracyAlone);

        Assert.That((card.Total, card.Attainable, card.IsComplete), Is.EqualTo((100.0, 100.0, true)));
    }

    [TestCase(0, 0.8)]
    [TestCase(0.25, 0.85)]
    [TestCase(1, 1)]
    public void Weigh_WithAnotherShareOfThroughput_GoesByIt(double throughput, double expected)
    {
        var field = new Field([new FieldMiner("other", 20, 5)], new ScoringOptions { Exponent = 1, ThroughputWeight = throughput });

        // Four fifths of the scores, and the highest throughput.
        Assert.That(field.Weigh(new FieldMiner("own", 80, 10)).Weight, Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void Weigh_WithAnotherExponent_ScalesAllByIt()
    {
        var field = new Field([new FieldMiner("other", 50, 5)], new ScoringOptions { Exponent = 2 });

        var weight = field.Weigh(new FieldMiner("own", 100, 10));

        Assert.That((weight.Scaled, weight.PerformanceShare), Is.EqualTo((100.0, 0.8)));
    }
}
