using Miner.Mathematics.Answers;
using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation;

/// <summary>Makes the report of what was measured.</summary>
internal static class ReportBuilder
{
    private const string Own = "this miner";

    public static EvaluationReport Build(
        EvaluationSetup setup,
        ConfiguredModel configured,
        QuestionRound round,
        IReadOnlyList<ReceivedAnswer> answers,
        bool isComplete,
        IReadOnlyList<FieldMiner>? field)
    {
        var successful = answers.Count(answer => answer.Failure is null);
        var rate = EdgesPerMinute.Of(successful, round.Elapsed);
        var raw = Raw(answers, card => card.Total);
        var highest = Raw(answers, card => card.Total + 100 - card.Attainable);
        var right = answers.Count(answer => answer.Grade.IsRight);
        var summary = new EvaluationSummary(
            isComplete,
            right,
            successful - right,
            answers.Count - successful,
            raw,
            highest,
            answers.Count(answer => !answer.Card.IsComplete),
            Latencies.Of(answers.Where(answer => answer.Failure is null).Select(answer => answer.Latency)),
            round.Elapsed,
            rate,
            round.Limited,
            round.Waited,
            Weigh(raw),
            Weigh(highest))
        {
            Models = AnswersByModel.Count(answers.Where(answer => answer.Failure is null).Select(answer => answer.Model)),
            ByAnotherModel = answers.Count(answer => configured.IsAnother(answer.Model)),
        };
        return new EvaluationReport(setup, summary, Categories(answers), [.. answers.Select(Scored)]);

        PredictedWeight? Weigh(double score) =>
            field is null ? null : new Field(field, setup.Scoring).Weigh(new FieldMiner(Own, score, rate));
    }

    private static double Raw(IReadOnlyList<ReceivedAnswer> answers, Func<ScoreCard, double> total)
    {
        var score = new RollingScore();
        foreach (var answer in answers) score.Add(total(answer.Card));
        return score.Raw;
    }

    private static List<CategoryScore> Categories(IReadOnlyList<ReceivedAnswer> answers) =>
    [
        .. answers.GroupBy(answer => answer.Problem.Category)
            .OrderBy(group => group.Min(answer => answer.Index))
            .Select(group => new CategoryScore(
                group.Key, group.Count(answer => answer.Grade.IsRight), group.Count(), group.Average(answer => answer.Card.Total))
            {
                Attainable = Math.Round(group.Average(answer => answer.Card.Attainable), 6),
            }),
    ];

    /// <summary>A reference solution may be long; what it comes to is not.</summary>
    private static string Expected(Problem problem) => FinalAnswer.Extract(problem.Answer)?.Text ?? problem.Answer;

    private static ScoredAnswer Scored(ReceivedAnswer answer) => new(
            answer.Index + 1,
            answer.Problem.Category,
            answer.Problem.Question,
            Expected(answer.Problem),
            answer.Grade.Given,
            answer.Grade.IsRight,
            answer.Failure,
            answer.Latency,
            answer.FinishedAt,
            answer.Card)
    {
        Model = answer.Model,
        Reply = answer.Text,
        Tokens = answer.Tokens,
        Samples = answer.Samples,
        Cost = answer.Cost,
        IsCut = answer.IsCut,
        Cause = answer.Grade.Cause,
        TraceId = answer.TraceId,
    };
}
