using System.Text;
using Miner.Operator.Evaluation.Scoring;
using static Miner.Operator.Evaluation.Report.HtmlText;

namespace Miner.Operator.Evaluation.Report;

/// <summary>The numbers at the head of the report.</summary>
internal static class SummaryFigures
{
    public static string Write(EvaluationReport report)
    {
        var summary = report.Summary;
        var exponent = report.Setup.Scoring.Exponent;
        var figures = new List<(string Name, string Value, string Note)>
        {
            (
                "Raw score",
                Number(summary.RawScore, 1),
                summary.Unjudged > 0 ? $"to {Number(summary.HighestRawScore, 1)}, see above" : "of 100"),
            ("Accuracy", $"{Number(summary.Accuracy, 1)} %", $"{summary.Right} right, {summary.Wrong} wrong, {summary.Failed} failed"),
            (
                "Edges per minute",
                Number(summary.EdgesPerMinute, 1),
                $"{Count(report.Answers.Count, "answer")} in {Duration(summary.Elapsed)}"),
            (
                "Scaled score",
                Number(PerformanceScore.Scale(summary.RawScore, exponent), 2),
                FormattableString.Invariant($"(raw / 100)^{exponent} × 100")),
        };
        if (summary.Models.Count > 0) figures.Add(("Models", Number(summary.Models.Count, 0), AnswersByModel.List(summary.Models)));
        if (summary.Latencies is { } latencies)
        {
            figures.Add((
                    "Latency, median",
                    Duration(latencies.Median),
                    $"90 %: {Duration(latencies.P90)}, 95 %: {Duration(latencies.P95)}, 99 %: {Duration(latencies.P99)}, "
                        + $"slowest {Duration(latencies.Slowest)}"
                ));
        }

        if (summary is { Weight: { } weight, HighestWeight: { } highest })
        {
            figures.Add((
                    "Predicted weight",
                    Number(weight.Weight, 4),
                    $"{(highest.Weight > weight.Weight ? $"to {Number(highest.Weight, 4)}; " : "")}rank {weight.Rank}, "
                        + $"{Number(weight.Share * 100, 2)} % of all weights; "
                        + $"{Number(weight.PerformanceShare, 4)} of all scaled scores, "
                        + $"{Number(weight.ThroughputPercentage, 1)} % of the highest throughput"
                ));
        }

        var list = new StringBuilder("<dl class=\"figures\">\n");
        foreach (var (name, value, note) in figures)
            list.Append($"<div><dt>{name}</dt><dd>{value}<small>{Escape(note)}</small></dd></div>\n");
        return list.Append("</dl>\n").ToString();
    }
}
