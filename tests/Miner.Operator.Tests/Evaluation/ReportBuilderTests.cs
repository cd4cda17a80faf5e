using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;
using static Miner.Operator.Tests.Evaluation.EvaluationFixture;

namespace Miner.Operator.Tests.Evaluation;

/// <summary>What the figures of a report are made of.</summary>
[TestFixture]
internal sealed class ReportBuilderTests
{
    [Test]
    public async Task Build_OfCategories_KeepsTheOrderOfTheProblems()
    {
        using var fixture = new EvaluationFixture(
            Problem("1", category: "second letters"), Problem("2", category: "alpha"), Problem("3", category: "second letters"))
        {
            Answer = (question, _) => question == "1" ? Task.FromResult<MinerReply>(new MinerReply.Failed("HTTP 500")) : Reply("42"),
        };

        var report = await fixture.EvaluateAsync();

        Assert.That(report.Categories, Is.EqualTo(new[]
        {
            new CategoryScore("second letters", Right: 1, Count: 2, Score: 35) { Attainable = 85 },
            new CategoryScore("alpha", 1, 1, 70) { Attainable = 70 },
        }));
    }

    [Test]
    public async Task Build_OfMoreThanAWindow_ScoresTheNewest()
    {
        // The first 100 of 356 are wrong, and are forgotten.
        using var fixture = new EvaluationFixture([.. Enumerable.Range(1, 356).Select(number => Problem($"{number}"))])
        {
            Answer = (question, _) => Reply(int.Parse(question, System.Globalization.CultureInfo.InvariantCulture) <= 100 ? "41" : "42"),
        };

        var report = await fixture.EvaluateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(report.Summary.RawScore, Is.EqualTo(70).Within(1e-9));
            Assert.That(report.Summary.HighestRawScore, Is.EqualTo(100).Within(1e-9));
            Assert.That((report.Summary.Right, report.Summary.Wrong), Is.EqualTo((256, 100)));
        });
    }

    [Test]
    public async Task Build_OfLatencies_LeavesFailedRequestsOut()
    {
        using var fixture = new EvaluationFixture(Problem("1"), Problem("2"), Problem("3"));
        fixture.Answer = (question, _) =>
        {
            fixture.Time.Advance(TimeSpan.FromSeconds(int.Parse(question, System.Globalization.CultureInfo.InvariantCulture)));
            return question == "3" ? Task.FromResult<MinerReply>(new MinerReply.Failed("HTTP 504")) : Reply("42");
        };

        var report = await fixture.EvaluateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(report.Summary.Latencies!.Slowest, Is.EqualTo(TimeSpan.FromSeconds(2)));
            Assert.That(report.Summary.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(6)));
            Assert.That(report.Summary.EdgesPerMinute, Is.EqualTo(20).Within(1e-9), "two in a tenth of a minute");
            Assert.That(
                report.Answers.Select(answer => answer.FinishedAt),
                Is.EqualTo(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6) }));
        });
    }

    [Test]
    public async Task Build_WithOtherConstants_ScoresByThemAndSaysSo()
    {
        using var fixture = new EvaluationFixture(Problem("1"), Problem("2", "7"))
        {
            Scoring = new ScoringOptions { Exponent = 1, ThroughputWeight = 0, CriterionWeights = Criteria.ReadWeights("accuracy=1") },
            Others = [new FieldMiner("other", 50, 30)],
        };

        var report = await fixture.EvaluateAsync();

        Assert.Multiple(() =>
        {
            Assert.That((report.Summary.RawScore, report.Summary.Unjudged), Is.EqualTo((50.0, 0)), "one is right, and nothing else counts");
            Assert.That(report.Summary.Weight!.Weight, Is.EqualTo(0.5).Within(1e-9));
            Assert.That(fixture.Written, Does.Contain("\"throughput_weight\": 0,").And.Contain("\"safety\": 0\n"));
            Assert.That(
                File.ReadAllText(fixture.ReportFile),
                Does.Contain("(raw / 100)^1 ")
                    .And.Contain("Scored with other constants than the subnet's: exponent 1, throughput 0, accuracy=1."));
        });
    }

    [Test]
    public async Task Build_OfFailuresAlone_HasNoLatenciesAndNoScore()
    {
        using var fixture = new EvaluationFixture(Problem("1"))
        {
            Answer = (_, _) => Task.FromResult<MinerReply>(new MinerReply.Failed("no connection")),
            Others = [new FieldMiner("other", 90, 30)],
        };

        var report = await fixture.EvaluateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(report.Summary.Latencies, Is.Null);
            Assert.That(report.Summary.Accuracy, Is.Zero);
            Assert.That(report.Summary.EdgesPerMinute, Is.Zero);
            Assert.That(report.Summary.Weight, Is.EqualTo(new PredictedWeight(0, 0, 0, 0, 0, Rank: 2)));
            Assert.That(report.Summary.HighestWeight, Is.EqualTo(report.Summary.Weight), "a failed request has no criteria left open");
        });
    }

    [Test]
    public async Task Build_OfAnAnswerWithoutAFinalOne_SaysThatNoneWasFound()
    {
        using var fixture = new EvaluationFixture(Problem("Who wrote it?", "Goethe"), Problem("6*7?"))
        {
            Answer = (question, _) => Reply(question == "6*7?" ? "" : "The answer is Schiller."),
        };

        var report = await fixture.EvaluateAsync();

        Assert.That(report.Answers.Select(answer => answer.Given), Is.EqualTo(new[] { "Schiller", null }));
        Assert.That(report.Answers.Select(answer => answer.Expected), Is.EqualTo(new[] { "Goethe", "42" }));
        Assert.That(report.Answers.Select(answer => answer.Number), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Build_Always_NamesWhatWasMeasured()
    {
        using var fixture = new EvaluationFixture(Problem("1"));

        var setup = (await fixture.EvaluateAsync()).Setup;

        Assert.Multiple(() =>
        {
            Assert.That(setup.Miner, Is.EqualTo("http://127.0.0.1:8001/"));
            Assert.That(setup.Model, Is.EqualTo("openai gpt-4o-mini"));
            Assert.That(setup.Problems, Does.EndWith("problems.jsonl"));
            Assert.That(setup.StartedAt, Is.EqualTo(fixture.Time.GetUtcNow()));
            Assert.That(setup.Planned, Is.EqualTo(1));
        });
    }
}
