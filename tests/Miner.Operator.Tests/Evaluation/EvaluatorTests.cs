using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;
using static Miner.Operator.Tests.Evaluation.EvaluationFixture;

namespace Miner.Operator.Tests.Evaluation;

internal sealed class EvaluatorTests
{
    [Test]
    public async Task Evaluate_WithoutAJudge_ScoresAccuracyAndSaysWhatIsOpen()
    {
        using var fixture = new EvaluationFixture(Problem("6*7?"), Problem("6*8?", "48", "other"));

        var report = await fixture.EvaluateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(report.Summary.RawScore, Is.EqualTo(35).Within(1e-9), "70 and 0");
            Assert.That(report.Summary.HighestRawScore, Is.EqualTo(65).Within(1e-9), "100 and 30");
            Assert.That(report.Summary.Unjudged, Is.EqualTo(2));
            Assert.That(report.Summary.Accuracy, Is.EqualTo(50).Within(1e-9));
            Assert.That(report.Setup.Judge, Is.Null);
            Assert.That(report.Categories, Is.EqualTo(new[]
            {
                new CategoryScore("all", 1, 1, 70) { Attainable = 70 }, new CategoryScore("other", 0, 1, 0) { Attainable = 70 },
            }));
            Assert.That(report.Answers.Select(answer => answer.Given), Is.All.EqualTo("42"));
            Assert.That(fixture.Written, Is.EqualTo(JsonReport.Write(report)));
        });
    }

    [Test]
    public async Task Evaluate_OfAReferenceSolution_ShowsWhatItComesTo()
    {
        using var fixture = new EvaluationFixture(Problem("How many?", "He has 6 bags of 7.\n6 * 7 = <<6*7=42>>42\n#### 42"));

        var report = await fixture.EvaluateAsync();

        Assert.That(report.Answers[0].Expected, Is.EqualTo("42"));
        Assert.That(report.Answers[0].IsRight, Is.True);
    }

    [Test]
    public async Task Evaluate_WhenARequestFails_ScoresItZero()
    {
        using var fixture = new EvaluationFixture(Problem("6*7?"), Problem("7*6?"))
        {
            Answer = (question, _) => question == "6*7?" ? Task.FromResult<MinerReply>(new MinerReply.Failed("HTTP 502")) : Reply("42"),
        };

        var report = await fixture.EvaluateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(report.Summary.Failed, Is.EqualTo(1));
            Assert.That(report.Answers[0].Failure, Is.EqualTo("HTTP 502"));
            Assert.That(report.Answers[0].Card.Total, Is.Zero);
            Assert.That(report.Summary.HighestRawScore, Is.EqualTo(50).Within(1e-9), "a failed request is 0 in everything");
            Assert.That(report.Worst(10).Select(answer => answer.Number), Is.EqualTo(new[] { 1 }));
        });
    }

    [TestCase(60, true)]
    [TestCase(61, false)]
    public async Task Evaluate_WhenAnAnswerTakesLong_ScoresItUpToTheDeadline(int seconds, bool counts)
    {
        using var fixture = new EvaluationFixture(Problem("6*7?"));
        fixture.Answer = (_, _) =>
        {
            fixture.Time.Advance(TimeSpan.FromSeconds(seconds));
            return Reply("42");
        };

        var report = await fixture.EvaluateAsync();

        Assert.That(report.Summary.Right, Is.EqualTo(counts ? 1 : 0));
        Assert.That(report.Answers[0].Failure, counts ? Is.Null : Is.EqualTo("late: 61 s"));
        Assert.That(report.Answers[0].Cause, counts ? Is.Null : Is.EqualTo(WrongAnswerCause.TimedOut));
        Assert.That(report.Answers[0].Latency, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public async Task Evaluate_WhenTheMinerIsOverItsLimit_WaitsItOutAndDoesNotScoreIt()
    {
        var asked = 0;
        using var fixture = new EvaluationFixture(Problem("6*7?"));
        fixture.Answer = (_, _) =>
            ++asked == 1 ? Task.FromResult<MinerReply>(new MinerReply.Limited(TimeSpan.FromSeconds(30))) : Reply("42");

        var evaluating = fixture.EvaluateAsync();
        await fixture.Time.TimerAsync();
        fixture.Time.Advance(TimeSpan.FromSeconds(29));
        var askedEarly = asked;
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        var report = await evaluating;

        Assert.Multiple(() =>
        {
            Assert.That((askedEarly, asked), Is.EqualTo((1, 2)));
            Assert.That(fixture.Progress[0].WaitingFor, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(report.Answers, Has.Count.EqualTo(1));
            Assert.That(report.Answers[0].Latency, Is.EqualTo(TimeSpan.Zero), "the wait is not the answer's");
            Assert.That(
                (report.Summary.Right, report.Summary.Limited, report.Summary.Waited),
                Is.EqualTo((1, 1, TimeSpan.FromSeconds(30))));
            Assert.That(report.Summary.EdgesPerMinute, Is.EqualTo(2).Within(1e-9), "but its half minute counts");
        });
    }

    [Test]
    public async Task Evaluate_WhenItIsEndedWhileItWaits_CountsWhatWasWaited()
    {
        using var end = new CancellationTokenSource();
        var asked = 0;
        using var fixture = new EvaluationFixture(Problem("6*7?"), Problem("7*6?"));
        fixture.Answer = (_, _) =>
            ++asked == 1 ? Reply("42") : Task.FromResult<MinerReply>(new MinerReply.Limited(TimeSpan.FromSeconds(60)));

        var evaluating = fixture.EvaluateAsync(cancellationToken: end.Token);
        await fixture.Time.TimerAsync();
        fixture.Time.Advance(TimeSpan.FromSeconds(2));
        await end.CancelAsync();

        Assert.That((await evaluating).Summary.Waited, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void Evaluate_WhenTheReportCannotBeWritten_GivesBackWhatWasMeasured()
    {
        using var fixture = new EvaluationFixture(Problem("6*7?"));
        fixture.Answer = (_, _) =>
        {
            Directory.CreateDirectory(fixture.ReportFile);
            return Reply("42");
        };

        var failure = Assert.ThrowsAsync<EvaluationException>(() => fixture.EvaluateAsync());

        Assert.That(failure!.Message, Does.EndWith("report.html: that is a folder."));
        Assert.That(failure.Measured!.Summary.Right, Is.EqualTo(1));
    }

    [Test]
    public async Task Evaluate_WhenTheMinerWantsToWaitForever_ScoresTheRequestZero()
    {
        using var fixture = new EvaluationFixture(Problem("6*7?"))
        {
            Answer = (_, _) => Task.FromResult<MinerReply>(new MinerReply.Limited(TimeSpan.FromDays(30))),
        };

        var report = await fixture.EvaluateAsync();

        Assert.That(report.Answers[0].Failure, Does.Contain("429"));
        Assert.That(report.Answers[0].Cause, Is.EqualTo(WrongAnswerCause.Refused));
    }

    [Test]
    public async Task Evaluate_WhenItIsEndedOnTheWay_ReportsWhatWasMeasured()
    {
        using var end = new CancellationTokenSource();
        using var fixture = new EvaluationFixture(Problem("1"), Problem("2"), Problem("3"), Problem("4"));
        fixture.Answer = async (question, token) =>
        {
            if (question == "3") await end.CancelAsync();
            token.ThrowIfCancellationRequested();
            return await Reply("42");
        };

        var report = await fixture.EvaluateAsync(cancellationToken: end.Token);

        Assert.That(report.Answers.Select(answer => answer.Question), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(report.Summary.IsComplete, Is.False);
        Assert.That(report.Setup.Planned, Is.EqualTo(4));
        Assert.That(fixture.Written, Is.EqualTo(JsonReport.Write(report)));
    }

    [Test]
    public void Evaluate_WhenItIsEndedBeforeTheFirstAnswer_WritesNothing()
    {
        using var end = new CancellationTokenSource();
        using var fixture = new EvaluationFixture(Problem("1"));
        fixture.Answer = async (_, token) =>
        {
            await end.CancelAsync();
            token.ThrowIfCancellationRequested();
            return await Reply("42");
        };

        Assert.That(() => fixture.EvaluateAsync(cancellationToken: end.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(fixture.Written, Is.Null);
    }

    [Test]
    public void Evaluate_WhenTheMinerRefusesTheKey_AsksNothing()
    {
        using var fixture = new EvaluationFixture(Problem("1"))
        {
            Answer = (_, _) => throw new InvalidOperationException("Nothing was to be asked."),
        };
        fixture.MinerRefuses = true;

        Assert.That(() => fixture.EvaluateAsync(), Throws.TypeOf<OperatorException>());
        Assert.That(fixture.Written, Is.Null);
    }

    [Test]
    public void Evaluate_WhenTheReportCouldNotBeWritten_AsksNothing()
    {
        using var fixture = new EvaluationFixture(Problem("1"))
        {
            ReportName = "missing/report.html",
            Answer = (_, _) => throw new InvalidOperationException("Nothing was to be asked."),
        };

        Assert.That(() => fixture.EvaluateAsync(), Throws.TypeOf<OperatorException>().With.Message.Contain("there is no folder"));
    }

    [Test]
    public void Evaluate_WhenAFileIsWrong_AsksNothing()
    {
        using var fixture = new EvaluationFixture(Problem("1"))
        {
            Others = [new FieldMiner("other", 101, 30)],
            Answer = (_, _) => throw new InvalidOperationException("Nothing was to be asked."),
        };

        Assert.That(
            () => fixture.EvaluateAsync(), Throws.TypeOf<OperatorException>().With.Message.Contain("miners.csv, line 2: 'raw_score'"));
    }

    [Test]
    public async Task Evaluate_OfMoreThanOneAtOnce_NeverAsksMore()
    {
        var (now, most) = (0, 0);
        using var fixture = new EvaluationFixture([.. Enumerable.Range(1, 40).Select(number => Problem($"{number}"))]);
        fixture.Answer = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
            return await Reply("42");
        };

        var report = await fixture.EvaluateAsync(concurrency: 3);

        Assert.That(most, Is.LessThanOrEqualTo(3));
        Assert.That(report.Summary.Right, Is.EqualTo(40));
        Assert.That(fixture.Progress.Select(progress => progress.Done), Is.EqualTo(Enumerable.Range(1, 40)));
    }

    /// <summary>Raw 70 against 90: scaled 16.807 of 75.856, and 60 edges in the minute against 30.</summary>
    [Test]
    public async Task Evaluate_WithAField_PredictsTheWeight()
    {
        using var fixture = new EvaluationFixture(Problem("6*7?")) { Others = [new FieldMiner("other", 90, 30)] };
        fixture.Answer = (_, _) =>
        {
            fixture.Time.Advance(TimeSpan.FromSeconds(1));
            return Reply("42");
        };

        var report = await fixture.EvaluateAsync();

        Assert.That(report.Summary.EdgesPerMinute, Is.EqualTo(60).Within(1e-9));
        Assert.That(report.Summary.Weight!.Weight, Is.EqualTo((0.221565 + 1) / 2).Within(1e-6));
        Assert.That(report.Summary.HighestWeight!.Weight, Is.GreaterThan(report.Summary.Weight.Weight));
    }
}
