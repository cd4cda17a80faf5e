using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation.Comparison;

/// <summary>What two runs are compared by.</summary>
/// <param name="Accuracy">The percentage of all answers that were right, 0 to 100.</param>
/// <param name="ScaledScore">(raw / 100)^exponent × 100 of the points that are certain, 0 to 100.</param>
/// <param name="Median">Of the latencies; null where nothing was answered.</param>
/// <param name="P95">Of the latencies; null where nothing was answered.</param>
/// <param name="TokensPerRight">Tokens of all answers for each right one; null where there is none, or the miner does not tell.</param>
/// <param name="CostPerRight">As <paramref name="TokensPerRight"/>, in the currency of the miner's prices.</param>
/// <param name="Weight">Against the field that the run was given; null without one.</param>
public sealed record RunFigures(
    double Accuracy,
    int Right,
    int Count,
    double RawScore,
    double ScaledScore,
    double EdgesPerMinute,
    TimeSpan? Median,
    TimeSpan? P95,
    double? TokensPerRight,
    double? CostPerRight,
    PredictedWeight? Weight)
{
    public static RunFigures Of(EvaluationReport report)
    {
        var summary = report.Summary;
        return new RunFigures(
            summary.Accuracy,
            summary.Right,
            report.Answers.Count,
            summary.RawScore,
            PerformanceScore.Scale(summary.RawScore, report.Setup.Scoring.Exponent),
            summary.EdgesPerMinute,
            summary.Latencies?.Median,
            summary.Latencies?.P95,
            PerRight(report, report.Answers.Sum(answer => (double?)answer.Tokens ?? 0)),
            PerRight(report, report.Answers.Sum(answer => answer.Cost ?? 0)),
            summary.Weight);
    }

    private static double? PerRight(EvaluationReport report, double sum) =>
        sum > 0 && report.Summary.Right > 0 ? sum / report.Summary.Right : null;
}
