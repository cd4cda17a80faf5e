using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Operator.Files;

namespace Miner.Operator.Evaluation.Scoring;

/// <summary>
/// The other miners as CSV with a heading: <c>name</c>, <c>raw_score</c> (0 to 100) and <c>edges_per_minute</c> (from 0), in any order;
/// other columns are passed over. A cell may stand in quotes, with commas and doubled quotes in it (RFC 4180), but not with line breaks.
/// </summary>
internal static partial class FieldLines
{
    private const int MaxLineBytes = 10_000;
    private const int MaxMiners = 10_000;

    private static readonly string[] Columns = ["name", "raw_score", "edges_per_minute"];

    /// <exception cref="OperatorException">The file cannot be read; the message names the line.</exception>
    public static IReadOnlyList<FieldMiner> Read(string path)
    {
        int[]? places = null;
        var miners = new List<FieldMiner>();
        foreach (var (number, text) in BoundedLines.Read(path, MaxLineBytes))
        {
            var cells = Cells(text);
            if (places is null)
            {
                places =
                [
                    .. Columns.Select(column => Array.FindIndex(cells, cell => cell.Equals(column, StringComparison.OrdinalIgnoreCase))),
                ];
                if (places.Contains(-1))
                    throw BoundedLines.Fault(path, number, $"the heading must name the columns {string.Join(", ", Columns)}");
                continue;
            }

            if (cells.Length <= places.Max()) throw BoundedLines.Fault(path, number, "a column is missing");
            if (miners.Count == MaxMiners) throw BoundedLines.Fault(path, number, $"there are more than {MaxMiners:N0} miners");
            miners.Add(new FieldMiner(
                cells[places[0]],
                Number(cells[places[1]], 100) ?? throw BoundedLines.Fault(path, number, "'raw_score' must be a number from 0 to 100"),
                Number(cells[places[2]], 1e9) ?? throw BoundedLines.Fault(path, number, "'edges_per_minute' must be a number from 0")));
        }

        return places is null ? throw new OperatorException($"{path} holds no heading.") : miners;
    }

    private static string[] Cells(string line) =>
        [
            .. Cell.Matches($",{line}")
                .Select(match =>
                    match.Groups["quoted"] is { Success: true } quoted
                        ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                        : match.Groups["plain"].Value.Trim()),
        ];

    [GeneratedRegex(""",(?:\s*"(?<quoted>(?:[^"]|"")*)"\s*(?=,|$)|(?<plain>[^,]*))""", RegexOptions.CultureInvariant)]
    private static partial Regex Cell { get; }

    private static double? Number(string text, double maximum) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
        && value <= maximum
            ? value
            : null;
}
