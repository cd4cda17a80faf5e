using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Report;

[TestFixture]
internal sealed class EvaluationReportTests
{
    [Test]
    public void Worst_OfAnswers_BeginsWithTheMostPointsLostAndTheSlowestOfEquals()
    {
        var report = Report(
            Answer(1, accuracy: 100, seconds: 9),
            Answer(2, accuracy: 0, seconds: 1),
            Answer(3, accuracy: 50, seconds: 9),
            Answer(4, accuracy: 0, seconds: 2));

        Assert.That(report.Worst(10).Select(answer => answer.Number), Is.EqualTo(new[] { 4, 2, 3 }));
        Assert.That(report.Worst(1).Select(answer => answer.Number), Is.EqualTo(new[] { 4 }));
    }

    [TestCase(0, 0, 0, 0)]
    [TestCase(1, 0, 0, 100)]
    [TestCase(1, 1, 2, 25)]
    public void Accuracy_OfAllAnswers_CountsFailedOnesToo(int right, int wrong, int failed, double percentage) =>
        Assert.That(Summary(right, wrong, failed).Accuracy, Is.EqualTo(percentage));

    [Test]
    public void Html_WithAField_ShowsTheWeightFromWhatIsCertainToWhatMayBe()
    {
        var page = HtmlReport.Write(Report(Answer(1, 100, 1)) with
        {
            Summary = Summary(1, 0, 0) with { Weight = Weight(0.25), HighestWeight = Weight(0.5) },
        });

        Assert.That(
            page,
            Does.Contain("<dd>0.2500<small>to 0.5000; rank 3, 12.50 % of all weights; 0.1000 of all scaled scores, 90.0 % of"));
    }

    [Test]
    public void Html_WithAFieldAndAllJudged_ShowsOneWeight()
    {
        var page = HtmlReport.Write(Report(Answer(1, 100, 1)) with
        {
            Summary = Summary(1, 0, 0) with { Weight = Weight(0.25), HighestWeight = Weight(0.25) },
        });

        Assert.That(page, Does.Contain("<dd>0.2500<small>rank 3, "));
    }

    [Test]
    public void Html_WhenALimitWasWaitedOut_SaysHowOftenAndForHowLong()
    {
        var page = HtmlReport.Write(Report(Answer(1, 100, 1)) with
        {
            Summary = Summary(1, 0, 0) with { Limited = 3, Waited = TimeSpan.FromSeconds(125) },
        });

        Assert.That(page, Does.Contain("was waited out 3 times, 2:05 min in all"));
    }

    [TestCase(0.42, "0.42 ms")]
    [TestCase(9.999, "10.00 ms")]
    [TestCase(38, "38 ms")]
    [TestCase(4_210, "4.2 s")]
    [TestCase(119_900, "119.9 s")]
    [TestCase(125_000, "2:05 min")]
    public void Duration_OfAnyLength_HasAUnitThatFits(double milliseconds, string text) =>
        Assert.That(HtmlText.Duration(TimeSpan.FromMilliseconds(milliseconds)), Is.EqualTo(text));

    private static EvaluationReport Report(params ScoredAnswer[] answers) => new(
        new EvaluationSetup("http://127.0.0.1:8001/", null, "generated, seed 1", null, DateTimeOffset.UnixEpoch, answers.Length),
        Summary(answers.Length, 0, 0),
        [new CategoryScore("all", answers.Length, answers.Length, 70)],
        answers);

    private static EvaluationSummary Summary(int right, int wrong, int failed) => new(
        IsComplete: true,
        right,
        wrong,
        failed,
        RawScore: 70,
        HighestRawScore: 100,
        Unjudged: 0,
        Latencies: null,
        TimeSpan.FromSeconds(9),
        EdgesPerMinute: 7,
        Limited: 0,
        TimeSpan.Zero,
        Weight: null,
        HighestWeight: null);

    private static PredictedWeight Weight(double weight) =>
        new(Scaled: 16.8, PerformanceShare: 0.1, ThroughputPercentage: 90, weight, Share: 0.125, Rank: 3);

    private static ScoredAnswer Answer(int number, double accuracy, int seconds) => new(
        number,
        "all",
        "6*7?",
        "42",
        "42",
        accuracy > 0,
        Failure: null,
        TimeSpan.FromSeconds(seconds),
        TimeSpan.FromSeconds(number),
        ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = accuracy }));
}
