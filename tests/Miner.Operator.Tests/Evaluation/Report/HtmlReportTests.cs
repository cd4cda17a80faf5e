using System.Text.RegularExpressions;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Report;

/// <summary>What somebody reads on the page.</summary>
[TestFixture]
internal sealed class HtmlReportTests
{
    [Test]
    public void Write_WithoutAJudge_SaysWhatTheScoreLacks()
    {
        var page = Write(Summary with { Unjudged = 2, HighestRawScore = 100 }, Answer(1), Answer(2));

        Assert.That(page, Does.Contain("judge: none, accuracy only").And.Contain("(raw / 100)^5").And.Not.Contain("other constants"));
        Assert.That(page, Does.Contain("Of 2 answers not all criteria were judged.").And.Contain("lies between 70.0 and 100.0."));
        Assert.That(Row(page, "Relevance"), Is.EqualTo("Relevance 0.075 not judged 0"));
    }

    [Test]
    public void Write_OfCriteria_ShowsTheMeanOfThoseThatWereJudged()
    {
        var page = Write(Summary, Answer(1, (Criterion.Clarity, 40)), Answer(2, (Criterion.Clarity, 90)), Answer(3));

        Assert.That(Row(page, "Clarity"), Is.EqualTo("Clarity 0.050 65.0 2"));
        Assert.That(Row(page, "Accuracy"), Is.EqualTo("Accuracy 0.700 100.0 3"));
        Assert.That(Row(page, "Instruction following"), Does.Contain("not judged"));
    }

    [Test]
    public void Write_OfAnswersWithoutFault_HasNoWorst() =>
        Assert.That(Write(Summary, Answer(1)), Does.Contain("<p>None: no answer lost a point.</p>"));

    [Test]
    public void Write_OfAReportFromAnotherTimeZone_SaysWhenItWasInUtc()
    {
        var report = Reports.Of(Answer(1));
        var startedAt = new DateTimeOffset(2026, 3, 1, 1, 30, 0, TimeSpan.FromHours(2));

        var page = HtmlReport.Write(report with { Setup = report.Setup with { StartedAt = startedAt } });

        Assert.That(page, Does.Contain(">2026-02-28 23:30 UTC"));
    }

    [Test]
    public void Write_OfManyBadAnswers_ShowsTheTenWorst()
    {
        var page = Write(Summary, [.. Enumerable.Range(1, 25).Select(number => Wrong(number))]);

        Assert.That(Regex.Count(page, "no answer found"), Is.EqualTo(10));
    }

    [Test]
    public void Write_OfWrongAnswers_SaysWhatTheyAreWrongFor()
    {
        var page = Write(
            Summary,
            Wrong(1) with { Cause = WrongAnswerCause.NoFinalAnswer },
            Wrong(2) with { Cause = WrongAnswerCause.Cut },
            Wrong(3) with { Cause = WrongAnswerCause.Cut });

        Assert.That(page, Does.Contain("<p>Not right: cut 2, no final answer 1.</p>"));
        Assert.That(Regex.Count(page, "<br><span class=\"dim\">cut</span></td>"), Is.EqualTo(2));
    }

    [Test]
    public void Write_OfALongQuestion_CutsIt()
    {
        var page = Write(Summary, Wrong(1) with { Question = new string('a', 5_000) });

        Assert.That(Regex.Match(page, "a{300,}").Length, Is.EqualTo(400));
    }

    [Test]
    public void Write_OfModels_NamesThem()
    {
        var page = Write(
            Summary with { Models = [new AnswersByModel("gpt-4o-mini", 28), new AnswersByModel("<i>", 2)], ByAnotherModel = 2 }, Answer(1));

        Assert.That(page, Does.Contain("<dt>Models</dt><dd>2<small>gpt-4o-mini 28, &lt;i&gt; 2</small>"));
        Assert.That(page, Does.Contain("gave 2 of 1 answer,").And.Not.Contain("<i>"));
    }

    [TestCase(0, "0.00")]
    [TestCase(70, "16.81")]
    [TestCase(100, "100.00")]
    public void Write_OfARawScore_ScalesItAsTheSubnetDoes(double raw, string scaled) => Assert.That(
        Write(Summary with { RawScore = raw }, Answer(1)), Does.Contain($"<dt>Scaled score</dt><dd>{scaled}<small>(raw / 100)^5 "));

    [Test]
    public void Write_OfLatencies_ShowsThePercentiles()
    {
        var latencies = new Latencies(
            Median: TimeSpan.FromMilliseconds(800),
            P90: TimeSpan.FromSeconds(2),
            P95: TimeSpan.FromSeconds(3),
            P99: TimeSpan.FromSeconds(9),
            Slowest: TimeSpan.FromSeconds(59));

        Assert.That(
            Write(Summary with { Latencies = latencies }, Answer(1)),
            Does.Contain("<dd>800 ms<small>90 %: 2.0 s, 95 %: 3.0 s, 99 %: 9.0 s, slowest 59.0 s"));
    }

    private static EvaluationSummary Summary => new(
        IsComplete: true, Right: 1, Wrong: 0, Failed: 0, RawScore: 70, HighestRawScore: 70, Unjudged: 0, Latencies: null,
        TimeSpan.FromSeconds(9), EdgesPerMinute: 7, Limited: 0, TimeSpan.Zero, Weight: null, HighestWeight: null);

    private static string Write(EvaluationSummary summary, params IReadOnlyList<ScoredAnswer> answers) => HtmlReport.Write(
        new EvaluationReport(
            new EvaluationSetup("http://127.0.0.1:8001/", "openai m", "generated, seed 1", null, DateTimeOffset.UnixEpoch, answers.Count),
            summary,
            [new CategoryScore("all", 1, 1, 70)],
            answers));

    /// <summary>The cells of the table's row that begins with <paramref name="name"/>.</summary>
    private static string Row(string page, string name) =>
        Regex.Replace(Regex.Match(page, $"<tr><td>{name}</td>.*?</tr>").Value, "(<[^>]*>)+", " ").Trim();

    private static ScoredAnswer Answer(int number, params (Criterion Criterion, double Points)[] more) => new(
        number, "all", "6*7?", "42", "42", IsRight: true, Failure: null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(number),
        ScoreCard.Of(more.Append((Criterion.Accuracy, 100)).ToDictionary(pair => pair.Item1, pair => pair.Item2)));

    private static ScoredAnswer Wrong(int number) => Answer(number) with
    {
        Given = null,
        IsRight = false,
        Card = ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = 0 }),
    };
}
