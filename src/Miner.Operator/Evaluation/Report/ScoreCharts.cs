using System.Text;
using Miner.Operator.Evaluation.Scoring;
using static Miner.Operator.Evaluation.Report.HtmlText;

namespace Miner.Operator.Evaluation.Report;

/// <summary>The report's charts as SVG; colours come from the page's style, so that they follow its theme.</summary>
internal static class ScoreCharts
{
    private const int Width = 720;
    private const int Left = 44;
    private const int Right = Width - 12;
    private const int Top = 12;
    private const int Bottom = 208;
    private const int Height = 240;

    private const int BarHeight = 26;
    private const int LabelWidth = 190;
    private const int FigureWidth = 150;
    private const int BarWidth = Right - LabelWidth - FigureWidth;
    private const int Buckets = 24;
    private const int MaxPoints = 400;

    public static string Categories(IReadOnlyList<CategoryScore> categories)
    {
        var height = (categories.Count * BarHeight) + 8;
        var svg = Begin(height, "Score by category");
        foreach (var (index, category) in categories.Index())
        {
            var y = 4 + (index * BarHeight);
            // Of what was judged: an answer that is all right fills its bar though nobody judged the rest.
            var width = category.Attainable > 0 ? BarWidth * Math.Min(1, category.Score / category.Attainable) : 0;
            var judged = category.Attainable < 100 ? $" of {Number(category.Attainable, 0)}" : "";
            svg.Append($"""<text x="{LabelWidth - 8}" y="{y + 16}" text-anchor="end">{Escape(Short(category.Category))}</text>""")
                .Append($"""<rect class="track" x="{LabelWidth}" y="{y + 3}" width="{BarWidth}" height="{BarHeight - 8}" rx="3"/>""")
                .Append($"""<rect class="bar" x="{LabelWidth}" y="{y + 3}" width="{Number(width, 1)}" height="{BarHeight - 8}" rx="3"/>""")
                .Append(
                    $"""<text x="{LabelWidth + BarWidth + 8}" y="{y + 16}">{Number(category.Score, 1)}{judged} · """
                        + $"""{category.Right} of {category.Count} right</text>"""
                );
        }

        return svg.Append("</svg>").ToString();
    }

    public static string LatencyHistogram(IReadOnlyList<TimeSpan> latencies)
    {
        var svg = Begin(Height, "Latency histogram");
        var longest = latencies.Max();
        var counts = new int[Buckets];
        foreach (var latency in latencies) counts[Math.Min(Buckets - 1, (int)(Buckets * latency.Ticks / Math.Max(1, longest.Ticks)))]++;

        var step = (double)(Right - Left) / Buckets;
        foreach (var (index, count) in counts.Index())
        {
            var height = (double)(Bottom - Top) * count / counts.Max();
            var range = $"{Duration(longest * index / Buckets)} to {Duration(longest * (index + 1) / Buckets)}";
            svg.Append(
                $"""<rect class="bar" x="{Number(Left + (index * step) + 1, 1)}" y="{Number(Bottom - height, 1)}" """
                    + $"""width="{Number(step - 2, 1)}" height="{Number(height, 1)}"><title>{range}: {count}</title></rect>"""
            );
        }

        AppendAxes(svg, "0", $"{counts.Max()}", "0 ms", Duration(longest));
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The raw score as it was after each answer.</summary>
    public static string ScoreOverTime(IReadOnlyList<ScoredAnswer> answers)
    {
        var svg = Begin(Height, "Raw score over time");
        var last = answers.Max(answer => answer.FinishedAt);
        var every = Math.Max(1, answers.Count / MaxPoints);
        var score = new RollingScore();
        var points = new List<string>();
        foreach (var (index, answer) in answers.Index())
        {
            score.Add(answer.Card.Total);
            if (index % every != 0 && index != answers.Count - 1) continue;
            var x = Left + ((Right - Left) * (last > TimeSpan.Zero ? answer.FinishedAt / last : 1));
            points.Add($"{Number(x, 1)},{Number(Bottom - ((Bottom - Top) * score.Raw / 100), 1)}");
        }

        foreach (var line in new[] { 25, 50, 75 })
        {
            var y = Number(Bottom - ((Bottom - Top) * line / 100.0), 1);
            svg.Append(
                $"""<line class="grid" x1="{Left}" x2="{Right}" y1="{y}" y2="{y}"/>"""
                    + $"""<text x="{Left - 6}" y="{y}" dy="4" text-anchor="end">{line}</text>"""
            );
        }

        svg.Append($"""<polyline class="line" points="{string.Join(' ', points)}"/>""");
        AppendAxes(svg, "0", "100", "0 s", Duration(last));
        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder Begin(int height, string title) => new StringBuilder()
        .Append($"""<svg viewBox="0 0 {Width} {height}" role="img" aria-label="{Escape(title)}">""");

    private static void AppendAxes(StringBuilder svg, string lowest, string highest, string first, string last) =>
        svg.Append(
                $"""<line class="axis" x1="{Left}" x2="{Right}" y1="{Bottom}" y2="{Bottom}"/>"""
                    + $"""<line class="axis" x1="{Left}" x2="{Left}" y1="{Top}" y2="{Bottom}"/>"""
            )
            .Append(
                $"""<text x="{Left - 6}" y="{Bottom}" text-anchor="end">{lowest}</text>"""
                    + $"""<text x="{Left - 6}" y="{Top + 8}" text-anchor="end">{highest}</text>"""
            )
            .Append(
                $"""<text x="{Left}" y="{Bottom + 20}">{first}</text><text x="{Right}" y="{Bottom + 20}" text-anchor="end">{last}</text>"""
            );

    private static string Short(string category) => category.Length <= 28 ? category : Domain.Text.CodePoints.Cut(category, 27) + "…";
}
