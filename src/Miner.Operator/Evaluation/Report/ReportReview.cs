using Miner.Mathematics.Answers;
using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation.Report;

/// <summary>Looks through a report that somebody else has written before it is shown and computed with.</summary>
internal static class ReportReview
{
    private const int MostCategories = 1_000;
    private const double MostEdges = 1e9;
    private const double MostCost = 1e9;

    /// <summary>Of the texts that are looked through for causes, in UTF-16 units: a second and less of a processor.</summary>
    private const int MostExplained = 250_000;

    /// <summary>The report, with a cause for every wrong answer: those of before name none. Its points are weighed as it says.</summary>
    /// <exception cref="OperatorException">It says what no report says.</exception>
    public static EvaluationReport Accept(EvaluationReport report)
    {
        Require(report.Answers.Count > 0, "it holds no answers");
        Require(report.Answers.Count <= ProblemGenerator.MaxCount, $"it holds more than {ProblemGenerator.MaxCount:N0} answers");
        Require(report.Categories.Count <= MostCategories, $"it holds more than {MostCategories:N0} categories");
        Review(report.Setup, report.Answers.Count);
        foreach (var (index, category) in report.Categories.Index()) Review(category, $"categories[{index}]");
        foreach (var (index, answer) in report.Answers.Index()) Review(answer, $"answers[{index}]");
        Require(
            report.Answers.Select(answer => answer.Number).Distinct().Count() == report.Answers.Count,
            "several of its answers have one number");
        Review(report.Summary, report.Answers);
        var unread = MostExplained;
        return report with
        {
            Answers =
            [
                .. report.Answers.Select(answer => Explain(answer, ref unread) with { Card = answer.Card.WeighedBy(report.Setup.Scoring) }),
            ],
        };
    }

    private static void Review(EvaluationSetup setup, int answers) =>
        Require(setup.Planned >= answers && setup.Planned <= ProblemGenerator.MaxCount, "setup.planned is less than there are answers");

    private static void Review(EvaluationSummary summary, IReadOnlyList<ScoredAnswer> answers)
    {
        var right = answers.Count(answer => answer.IsRight);
        var failed = answers.Count(answer => answer.Failure is not null);
        Require(
            summary.Right == right && summary.Failed == failed && summary.Wrong == answers.Count - right - failed,
            "its summary counts other answers than it holds");
        RequireScore(summary.RawScore, "summary.raw_score");
        RequireScore(summary.HighestRawScore, "summary.highest_raw_score");
        Require(summary.EdgesPerMinute is >= 0 and <= MostEdges, "summary.edges_per_minute is out of range");
        Require(
            summary is { Limited: >= 0, Unjudged: >= 0, ByAnotherModel: >= 0 } && summary.Models.All(model => model is { Answers: >= 0 }),
            "a count of its summary is below 0");
        foreach (var weight in new[] { summary.Weight, summary.HighestWeight }.OfType<PredictedWeight>())
        {
            RequireScore(weight.Scaled, "a scaled score");
            RequireScore(weight.ThroughputPercentage, "a throughput");
            Require(
                weight is { PerformanceShare: >= 0 and <= 1, Weight: >= 0 and <= 1, Share: >= 0 and <= 1, Rank: >= 1 },
                "a predicted weight is out of range");
        }
    }

    private static void Review(CategoryScore? category, string place)
    {
        Require(category is { Right: >= 0 } && category.Count >= category.Right, $"{place} is no category");
        RequireScore(category!.Score, $"{place}.score");
        RequireScore(category.Attainable, $"{place}.attainable");
    }

    private static void Review(ScoredAnswer? answer, string place)
    {
        Require(answer is { Number: >= 1 }, $"{place} is no answer");
        Require(answer!.Tokens is null or >= 0 && answer.Samples is null or >= 0, $"a count of {place} is below 0");
        Require(answer.Cost is null or (>= 0 and <= MostCost), $"{place}.cost is out of range");
        Require(!answer.IsRight || answer.Failure is null, $"{place} is right and failed");
    }

    /// <param name="unread">How much text may still be looked through.</param>
    private static ScoredAnswer Explain(ScoredAnswer answer, ref int unread)
    {
        if (answer.IsRight) return answer with { Cause = null };
        if (answer.Cause is not null) return answer;
        if (answer is not { Failure: null, Reply: { } reply }) return answer with { Cause = WrongAnswerCause.Failed };

        var length = (long)reply.Length + answer.Question.Length + answer.Expected.Length;
        if (length > unread) return answer with { Cause = AnswerGrade.CauseOf(answer.Given is not null, answer.IsCut) };
        unread -= (int)length;
        var given = FinalAnswer.Extract(reply, answer.Question);
        return answer with { Cause = AnswerGrade.CauseOf(given, FinalAnswer.Extract(answer.Expected), reply, answer.IsCut) };
    }

    private static void RequireScore(double score, string place) => Require(score is >= 0 and <= 100, $"{place} is not within 0 to 100");

    private static void Require(bool holds, string fault)
    {
        if (!holds) throw new OperatorException($"This is not a report of the verb evaluate: {fault}.");
    }
}
