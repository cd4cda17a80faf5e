using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Report;

/// <summary>Reports of a few answers, whose summaries fit.</summary>
internal static class Reports
{
    public static EvaluationReport Of(params ScoredAnswer[] answers)
    {
        var right = answers.Count(answer => answer.IsRight);
        var failed = answers.Count(answer => answer.Failure is not null);
        return new EvaluationReport(
            new EvaluationSetup("http://m/", "openai gpt", "generated, seed 1", null, DateTimeOffset.UnixEpoch, answers.Length),
            new EvaluationSummary(
                IsComplete: true,
                right,
                answers.Length - right - failed,
                failed,
                RawScore: 70,
                HighestRawScore: 100,
                Unjudged: answers.Length,
                new Latencies(Seconds(1), Seconds(2), Seconds(3), Seconds(4), Seconds(5)),
                Elapsed: Seconds(90),
                EdgesPerMinute: 4.5,
                Limited: 0,
                Waited: TimeSpan.Zero,
                Weight: null,
                HighestWeight: null),
            [new CategoryScore("all", right, answers.Length, Score: 35) { Attainable = 70 }],
            answers);
    }

    public static ScoredAnswer Right(int number) => new(
        number, "all", $"What is {number} + 40?", $"{number + 40}", $"{number + 40}", IsRight: true, Failure: null, Seconds(1),
        Seconds(number), Card(100))
    {
        Reply = $"It is {number + 40}.",
    };

    public static ScoredAnswer Wrong(int number) => Right(number) with
    {
        Given = "41",
        IsRight = false,
        Card = Card(0),
        Reply = "It is 41.",
        Cause = WrongAnswerCause.ComputedWrong,
    };

    private static ScoreCard Card(double accuracy) => ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = accuracy });

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
