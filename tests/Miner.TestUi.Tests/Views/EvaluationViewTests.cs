using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Comparison;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;
using Miner.TestUi.Evaluation;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

/// <summary>What the page says of evaluations: how far one is, which there are, and what two have in common.</summary>
[TestFixture]
internal sealed class EvaluationViewTests
{
    /// <summary>Of 100 questions that both were asked; the verdict is that of the interval, not of the difference.</summary>
    [TestCase(50, 90, "+40.0 points of accuracy", "better.")]
    [TestCase(90, 50, "−40.0 points of accuracy", "worse.")]
    [TestCase(50, 51, "+1.0 points of accuracy", "this may be chance.")]
    [TestCase(50, 50, "0.0 points of accuracy", "this may be chance.")]
    public async Task Comparison_OfTwoRuns_SaysWhetherTheDifferenceMayBeChance(int before, int after, string points, string verdict)
    {
        var text = await CompareAsync(Report(before, 100), Report(after, 100));

        Assert.That(text, Does.Contain($"Evaluation 2 against 1 {points}, with 95 % confidence").And.Contain($": {verdict} Of the 100"));
    }

    [Test]
    public async Task Comparison_OfFlippedQuestions_ListsThemWithTheirAnswersAndSaysHowManyAreLeftOut()
    {
        var html = await Rendered.HtmlAsync<EvaluationComparisonView>(Compared(Report(150, 150), Report(0, 150)));

        Assert.That(Rendered.Text(html), Does.Contain("Right before, wrong now: 150").And.Contain("The reports have 50 more."));
        Assert.That(Rendered.Text(html), Does.Contain("Wrong before, right now: 0"));
        var answers = Enumerable.Range(1, 100);
        Assert.That(
            Rendered.Values(html, "data-load"), Is.EqualTo(answers.Select(number => $"/views/evaluate/answer?run=1&answer={number}")));
        Assert.That(
            Rendered.Values(html, "data-load-beside"),
            Is.EqualTo(answers.Select(number => $"/views/evaluate/answer?run=2&answer={number}")));
    }

    [Test]
    public async Task Comparison_WithoutAnAnswer_SaysThatThereIsNothingToCompare()
    {
        var text = await CompareAsync(Report(0, 0), Report(1, 1));

        Assert.That(text, Does.Contain("There is nothing to compare: one of them has no answer.").And.Contain("Latency, median – –"));
    }

    [Test]
    public async Task Comparison_OfOtherQuestions_SaysThatTheyAreIndependent()
    {
        var other = Report(1, 2);
        other = other with { Answers = [.. other.Answers.Select(answer => answer with { Question = "another?" })] };

        Assert.That(await CompareAsync(Report(1, 2), other), Does.Contain("They were asked different questions"));
    }

    [TestCase(1, false)]
    [TestCase(2, true)]
    public async Task Comparison_OfRunsWithOtherConstants_WarnsOfTheirScores(int factor, bool warns)
    {
        var other = Report(1, 2);
        var scoring = other.Setup.Scoring with { Exponent = other.Setup.Scoring.Exponent * factor };
        other = other with { Setup = other.Setup with { Scoring = scoring } };

        Assert.That(
            (await CompareAsync(Report(1, 2), other)).Contains("computed with other constants", StringComparison.Ordinal),
            Is.EqualTo(warns));
    }

    [Test]
    public async Task Progress_OfOneThatRuns_SaysHowFarItIs()
    {
        var run = Running() with
        {
            Progress = new EvaluationProgress(default, Done: 7, Total: 20, RawScore: 12.34, TimeSpan.FromSeconds(2.1)),
        };

        var html = await ProgressAsync(run);

        Assert.That(Rendered.Text(html), Is.EqualTo(
            "Evaluation 3: 7 of 20 asked 7 of 20 30.00 s, score so far 12.3 of 70; over the miner's limit, waiting 3 s"));
        Assert.That((Rendered.Values(html, "data-done").Single(), Rendered.Values(html, "data-count").Single()), Is.EqualTo(("7", "20")));
    }

    [Test]
    public async Task Progress_BeforeTheFirstAnswer_SaysThatNoneIsDone() =>
        Assert.That(Rendered.Text(await ProgressAsync(Running())), Is.EqualTo("Evaluation 3: 0 of 20 asked 0 of 20 30.00 s"));

    [Test]
    public async Task Progress_OfNone_IsNothing() => Assert.That(await ProgressAsync(run: null), Is.Empty);

    [TestCase(true, "Evaluation 3: 1 of 2 right.")]
    [TestCase(false, "Evaluation 3: 1 of 2 right, ended early.")]
    public async Task Progress_OfOneThatHasEnded_SaysHow(bool isComplete, string expected)
    {
        var report = Report(1, 2);
        report = report with { Summary = report.Summary with { IsComplete = isComplete } };

        Assert.That(Rendered.Text(await ProgressAsync(Running() with { Report = report })), Is.EqualTo(expected));
    }

    [Test]
    public async Task Progress_OfOneThatFailed_SaysWhy() => Assert.That(
        Rendered.Text(await ProgressAsync(Running() with { Fault = "No miner answers." })), Is.EqualTo("Evaluation 3: No miner answers."));

    [Test]
    public async Task List_OfRuns_TicksTheTwoNewestThatCanBeCompared()
    {
        EvaluationRun[] runs =
        [
            Run(5) with { Fault = "No miner answers." }, Run(4) with { Report = Report(1, 2) }, Run(3),
            Run(2) with { Report = Report(2, 2) }, Run(1) with { Report = Report(0, 2) },
        ];

        var html = await Rendered.HtmlAsync<EvaluationListView>(("Runs", runs));

        var boxes = html.Split("<input").Where(box => box.Contains("checkbox", StringComparison.Ordinal)).ToList();
        Assert.That(boxes.SelectMany(box => Rendered.Values(box, "value")), Is.EqualTo(new[] { "4", "2", "1" }));
        Assert.That(boxes.Select(box => box.Contains(" checked", StringComparison.Ordinal)), Is.EqualTo(new[] { true, true, false }));
        Assert.That(
            Rendered.Text(html),
            Does.Contain("No miner answers.").And.Contain("1 of 2").And.Contain("running, 0 of 20 asked")
                .And.Contain("Compare the two that are ticked"));
        Assert.That(html.Split("/views/evaluate/remove"), Has.Length.EqualTo(5), "what runs cannot be removed");
    }

    [Test]
    public async Task List_WithOneReport_OffersNoComparison()
    {
        var html = await Rendered.HtmlAsync<EvaluationListView>(("Runs", new[] { Run(1) with { Report = Report(1, 2) } }));

        Assert.That(html, Does.Not.Contain("checkbox").And.Not.Contain("Compare the two"));
    }

    private static Task<string> ProgressAsync(EvaluationRun? run) =>
        Rendered.HtmlAsync<EvaluationProgressView>(("Run", run), ("Now", Rendered.Now));

    private static Task<string> CompareAsync(EvaluationReport first, EvaluationReport second) =>
        Rendered.TextAsync<EvaluationComparisonView>(Compared(first, second));

    private static (string, object?)[] Compared(EvaluationReport first, EvaluationReport second) =>
    [
        ("First", Run(1) with { Report = first }), ("Second", Run(2) with { Report = second }),
        ("Comparison", RunComparison.Of(first, second)),
    ];

    private static EvaluationRun Running() => Run(3);

    private static EvaluationRun Run(int number) => new(number, "20 questions, seed 1", Rendered.Now.AddSeconds(-30), Count: 20);

    /// <summary>The first <paramref name="right"/> of as many questions are answered right.</summary>
    private static EvaluationReport Report(int right, int count)
    {
        var card = ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = 100 });
        var answers = Enumerable.Range(1, count).Select(number => new ScoredAnswer(
            number, "all", $"{number}*7?", "42", Given: null, number <= right, Failure: null, TimeSpan.Zero, TimeSpan.Zero, card)).ToList();
        var summary = new EvaluationSummary(
            IsComplete: true, right, count - right, Failed: 0, RawScore: 70, HighestRawScore: 100, Unjudged: 0, Latencies: null,
            TimeSpan.Zero, EdgesPerMinute: 0, Limited: 0, TimeSpan.Zero, Weight: null, HighestWeight: null);
        var setup = new EvaluationSetup("http://m/", "m", "generated, seed 1", Judge: null, DateTimeOffset.UnixEpoch, Planned: count);
        return new EvaluationReport(setup, summary, [], answers);
    }
}
