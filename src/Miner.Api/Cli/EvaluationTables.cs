using System.Globalization;
using Miner.Domain.Text;
using Miner.Operator;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;
using Spectre.Console;

namespace Miner.Api.Cli;

/// <summary>Prints what an evaluation measured.</summary>
internal static class EvaluationTables
{
    private const int Worst = 10;
    private const int MaxCell = 120;
    private const int RedirectedWidth = 160;

    /// <param name="path">Where the report was written, or null where it was not.</param>
    public static void Print(EvaluationReport report, string? path)
    {
        if (Console.IsOutputRedirected) Console.Write(Plain(report));
        else Write(AnsiConsole.Create(new AnsiConsoleSettings()), report);
        if (path is not null) Console.WriteLine($"Report: {path} and {Path.ChangeExtension(path, ".json")}");
    }

    /// <summary>For files and programs: of one width everywhere, without colours, and without the blanks that fill a line up.</summary>
    public static string Plain(EvaluationReport report)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = RedirectedWidth;
        Write(console, report);
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static void Write(IAnsiConsole console, EvaluationReport report)
    {
        console.Write(Categories(report.Categories));
        console.Write(Figures(report));
        if (report.Worst(Worst) is { Count: > 0 } worst) console.Write(Answers(worst));
    }

    private static Table Categories(IReadOnlyList<CategoryScore> categories)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Category", "Right", "Score");
        foreach (var category in categories)
            table.AddRow(Cell(category.Category), Cell($"{category.Right} of {category.Count}"), Cell(Score(category)));
        return table;
    }

    private static string Score(CategoryScore category) =>
        category.Attainable < 100 ? $"{Number(category.Score, 1)} of {Number(category.Attainable, 0)} judged" : Number(category.Score, 1);

    private static Table Figures(EvaluationReport report)
    {
        var summary = report.Summary;
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "");
        void Add(string name, string value) => table.AddRow(new Text(name), new Text(value));

        if (!summary.IsComplete) Add("Ended early", $"{report.Answers.Count} of {report.Setup.Planned} problems asked");
        Add("Accuracy", $"{Number(summary.Accuracy, 1)} %: {summary.Right} right, {summary.Wrong} wrong, {summary.Failed} failed");
        if (summary.Models.Count > 0) Add("Answers by model", AnswersByModel.List(summary.Models));
        Add("Raw score", RawScore(report));
        if (!report.Setup.Scoring.IsDefault) Add("Scored with", $"other constants than the subnet's: {report.Setup.Scoring}");
        if (summary.Latencies is { } latency)
        {
            Add(
                "Latency",
                $"median {Seconds(latency.Median)}, 90 % {Seconds(latency.P90)}, 95 % {Seconds(latency.P95)}, 99 % {Seconds(latency.P99)}, "
                    + $"slowest {Seconds(latency.Slowest)}"
            );
        }

        Add("Edges per minute", $"{Number(summary.EdgesPerMinute, 1)} in {Seconds(summary.Elapsed)}");
        if (summary.Limited > 0)
        {
            var met = summary.Limited == 1 ? "once" : $"{summary.Limited} times";
            Add("Limit (429)", $"met {met} and waited out, {Seconds(summary.Waited)} in all; not scored");
        }

        if (summary is { Weight: { } weight, HighestWeight: { } highest })
            Add("Predicted weight", Predicted(report.Setup.Scoring, weight, highest));
        return table;
    }

    private static string RawScore(EvaluationReport report)
    {
        var summary = report.Summary;
        if (summary.Unjudged == 0) return $"{Number(summary.RawScore, 1)} of 100";

        var weights = report.Setup.Scoring.CriterionWeights;
        var unjudged = weights.Where(weight => weight.Key != Criterion.Accuracy && weight.Value > 0).ToList();
        return $"{Number(summary.RawScore, 1)} to {Number(summary.HighestRawScore, 1)}: "
            + $"{string.Join(", ", unjudged.Select(weight => weight.Key.Title().ToLowerInvariant()))}, "
            + $"{Number(100 * unjudged.Sum(weight => weight.Value), 0)} points together, "
            + $"were not judged for {summary.Unjudged} of {summary.Right + summary.Wrong + summary.Failed} answers";
    }

    private static string Predicted(ScoringOptions scoring, PredictedWeight weight, PredictedWeight highest) =>
        $"{Number(weight.Weight, 4)}{(highest.Weight > weight.Weight ? $" to {Number(highest.Weight, 4)}" : "")}, rank {weight.Rank}: "
        + $"{Number(100 * (1 - scoring.ThroughputWeight), 0)} % of {Number(weight.PerformanceShare, 4)} of all scaled scores, "
        + $"{Number(100 * scoring.ThroughputWeight, 0)} % of {Number(weight.ThroughputPercentage, 1)} % of the highest throughput";

    private static Table Answers(IReadOnlyList<ScoredAnswer> worst)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .Title("Worst answers")
            .AddColumns("No.", "Question", "Expected", "Given", "Score", "Latency");
        foreach (var answer in worst)
        {
            table.AddRow(
                Cell($"{answer.Number}"),
                Cell(answer.Question),
                Cell(answer.Expected),
                Cell(answer.Failure ?? answer.Given ?? "no answer found"),
                Cell(Number(answer.Card.Total, 1)), Cell(Seconds(answer.Latency)));
        }

        return table;
    }

    private static Text Cell(string text)
    {
        var visible = TerminalText.Line(text);
        return new Text(visible.Length <= MaxCell ? visible : CodePoints.Cut(visible, MaxCell) + "…");
    }

    private static string Number(double value, int places) => value.ToString($"F{places}", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => $"{Number(time.TotalSeconds, time < TimeSpan.FromSeconds(10) ? 3 : 1)} s";
}
