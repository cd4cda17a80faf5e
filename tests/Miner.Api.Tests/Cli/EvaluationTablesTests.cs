using Miner.Api.Cli;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Api.Tests.Cli;

[TestFixture]
internal sealed class EvaluationTablesTests
{
    [Test]
    public void Plain_OfAReport_HasEveryFigureAndNoBlankAtTheEndOfALine()
    {
        var lines = EvaluationTables.Plain(Report()).Split('\n');

        Assert.That(lines, Has.Some.Contains("all").And.Some.Contains("Accuracy").And.Some.Contains("What is 1 + 1?"));
        Assert.That(lines.Where(line => line.EndsWith(' ')), Is.Empty);
    }

    private static EvaluationReport Report()
    {
        var card = ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = 0 });
        var second = TimeSpan.FromSeconds(1);
        var answer = new ScoredAnswer(1, "all", "What is 1 + 1?", "2", "3", IsRight: false, Failure: null, second, second, card);
        var summary = new EvaluationSummary(
            IsComplete: true, Right: 0, Wrong: 1, Failed: 0, RawScore: 0, HighestRawScore: 30, Unjudged: 1, Latencies: null,
            Elapsed: second, EdgesPerMinute: 60, Limited: 0, Waited: TimeSpan.Zero, Weight: null, HighestWeight: null);
        return new EvaluationReport(
            new EvaluationSetup("http://m/", "openai gpt", "generated, seed 1", null, DateTimeOffset.UnixEpoch, 1),
            summary,
            [new CategoryScore("all", Right: 0, Count: 1, Score: 0)],
            [answer]);
    }
}
