using System.Globalization;
using System.Text;
using Miner.Operator.Evaluation.Scoring;
using static Miner.Operator.Evaluation.Report.HtmlText;

namespace Miner.Operator.Evaluation.Report;

/// <summary>The report for people: one page without scripts, that loads nothing and follows the browser's theme.</summary>
public static class HtmlReport
{
    private const int Worst = 10;
    private const int MaxShown = 400;

    private const string Style = """
        :root {
          color-scheme: light dark;
          --text: #1d2733; --dim: #5b6876; --back: #ffffff; --card: #f3f5f8; --line: #d5dbe3; --bar: #2f6fdb; --bad: #b3261e;
        }
        @media (prefers-color-scheme: dark) {
          :root { --text: #e4e9ef; --dim: #9aa7b5; --back: #12161c; --card: #1b2129; --line: #333d49; --bar: #6ea3ff; --bad: #ff8a80; }
        }
        body {
          margin: 0 auto; max-width: 60rem; padding: 1.5rem;
          background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif;
        }
        h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        p { margin: .3rem 0; } .dim { color: var(--dim); } .bad { color: var(--bad); }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: .75rem; margin: 1.25rem 0; padding: 0; }
        .figures div { background: var(--card); border-radius: .5rem; padding: .75rem 1rem; }
        .figures dt { color: var(--dim); font-size: .85rem; } .figures dd { margin: 0; font-size: 1.35rem; font-weight: 600; }
        .figures small { display: block; color: var(--dim); font-size: .8rem; font-weight: 400; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
        td:not(.number) { min-width: 6.5rem; overflow-wrap: anywhere; } th { color: var(--dim); font-weight: 600; }
        .number { text-align: right; white-space: nowrap; }
        svg { width: 100%; min-width: 30rem; height: auto; font-size: 12px; } svg text { fill: var(--dim); }
        .bar { fill: var(--bar); } .track { fill: var(--card); } .line { fill: none; stroke: var(--bar); stroke-width: 2; }
        .axis, .grid { stroke: var(--line); }
        .formula.display, math.tml-display { display: block; overflow-x: auto; } math .tml-left { text-align: -webkit-left; }
        math .tml-right { text-align: -webkit-right; }
        """;

    public static string Write(EvaluationReport report)
    {
        var body = Body(report);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'{FormulaHtml.Policy(body)}">
            <title>Evaluation of {Escape(report.Setup.Miner)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            {body}</main>
            {FormulaHtml.ScriptsFor(body)}</body>
            </html>

            """;
    }

    private static string Body(EvaluationReport report)
    {
        var page = new StringBuilder();
        AppendHeading(page, report);
        page.Append(SummaryFigures.Write(report));
        AppendCharts(page, report);
        AppendCriteria(page, report.Setup.Scoring, report.Answers);
        AppendWorst(page, report);
        return page.ToString();
    }

    private static void AppendHeading(StringBuilder page, EvaluationReport report)
    {
        var (setup, summary) = (report.Setup, report.Summary);
        page.Append("<h1>Evaluation</h1>\n")
            .Append($"<p>{Escape(setup.Miner)}{(setup.Model is { } model ? $", model {Escape(model)}" : "")}</p>\n")
            .Append(
                $"<p class=\"dim\">{setup.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC · "
                    + $"problems: {Escape(setup.Problems)} · "
            )
            .Append($"judge: {Escape(setup.Judge ?? "none, accuracy only")}</p>\n");
        if (!summary.IsComplete)
            page.Append($"<p class=\"bad\">Ended early: {report.Answers.Count} of {Count(setup.Planned, "problem")} asked.</p>\n");
        if (!setup.Scoring.IsDefault)
            page.Append($"<p class=\"bad\">Scored with other constants than the subnet's: {Escape(setup.Scoring.ToString())}.</p>\n");
        if (summary.OtherModels is { } others) page.Append($"<p class=\"bad\">{Escape(others)}</p>\n");
        if (summary.Unjudged > 0)
            page.Append(
                $"<p>Of {Count(summary.Unjudged, "answer")} not all criteria were judged. "
                    + $"What was not judged counts as 0, so the raw score lies between {Number(summary.RawScore, 1)} and "
                    + $"{Number(summary.HighestRawScore, 1)}.</p>\n"
            );
        if (summary.Limited > 0)
            page.Append(
                $"<p>The miner's limit (429) was waited out {Count(summary.Limited, "time")}, {Duration(summary.Waited)} in all; "
                    + $"such requests are not scored, but the time counts.</p>\n"
            );
    }

    private static void AppendCharts(StringBuilder page, EvaluationReport report)
    {
        var latencies = report.Answers.Where(answer => answer.Failure is null).Select(answer => answer.Latency).ToList();
        AppendChart(page, "Score by category", ScoreCharts.Categories(report.Categories));
        if (latencies.Count > 0) AppendChart(page, "Latency", ScoreCharts.LatencyHistogram(latencies));
        AppendChart(page, "Raw score over time", ScoreCharts.ScoreOverTime(report.Answers));
    }

    private static void AppendChart(StringBuilder page, string title, string chart) =>
        page.Append($"<h2>{title}</h2>\n<div class=\"scroll\">{chart}</div>\n");

    private static void AppendCriteria(StringBuilder page, ScoringOptions scoring, IReadOnlyList<ScoredAnswer> answers)
    {
        page.Append(
            "<h2>Criteria</h2>\n<div class=\"scroll\"><table><tr><th>Criterion</th><th class=\"number\">Weight</th>"
                + "<th class=\"number\">Mean</th><th class=\"number\">Judged</th></tr>\n"
        );
        foreach (var (criterion, weight) in scoring.CriterionWeights)
        {
            var points = answers.Select(answer => answer.Card[criterion]).OfType<double>().ToList();
            page.Append($"<tr><td>{criterion.Title()}</td><td class=\"number\">{Number(weight, 3)}</td>")
                .Append(
                    $"<td class=\"number\">{(points.Count == 0 ? "not judged" : Number(points.Average(), 1))}</td>"
                        + $"<td class=\"number\">{points.Count}</td></tr>\n"
                );
        }

        page.Append("</table></div>\n");
    }

    private static void AppendWorst(StringBuilder page, EvaluationReport report)
    {
        var worst = report.Worst(Worst);
        page.Append("<h2>Worst answers</h2>\n");
        if (report.Causes is { Count: > 0 } causes)
            page.Append($"<p>Not right: {string.Join(", ", causes.Select(cause => $"{cause.Key.Title()} {cause.Value}"))}.</p>\n");
        if (worst.Count == 0)
        {
            page.Append("<p>None: no answer lost a point.</p>\n");
            return;
        }

        page.Append(
            "<div class=\"scroll\"><table><tr><th class=\"number\">No.</th><th>Question</th><th>Expected</th><th>Given</th>"
                + "<th class=\"number\">Score</th><th class=\"number\">Latency</th></tr>\n"
        );
        foreach (var answer in worst)
        {
            var given = answer.Failure is { } failure
                ? $"<span class=\"bad\">{Escape(failure)}</span>"
                : FormulaHtml.WriteAnswer(answer.Given ?? "no answer found", MaxShown);
            page.Append(
                    $"<tr><td class=\"number\">{answer.Number}</td><td>{FormulaHtml.Write(answer.Question, MaxShown)}<br>"
                        + $"<span class=\"dim\">{Escape(answer.Category)}</span></td>"
                )
                .Append($"<td>{FormulaHtml.WriteAnswer(answer.Expected, MaxShown)}</td>")
                .Append($"<td>{given}{(answer.Cause is { } cause ? $"<br><span class=\"dim\">{cause.Title()}</span>" : "")}</td>")
                .Append(
                    $"<td class=\"number\">{Number(answer.Card.Total, 1)}</td><td class=\"number\">{Duration(answer.Latency)}</td></tr>\n");
        }

        page.Append("</table></div>\n");
    }
}
