using System.Globalization;
using System.Text.Unicode;
using CsvHelper;
using Miner.Operator.Files;

namespace Miner.Operator.Evaluation.Scoring;

/// <summary>
/// The other miners as CSV with a heading: <c>name</c>, <c>raw_score</c> (0 to 100) and <c>edges_per_minute</c> (from 0), in any order;
/// other columns are passed over. A cell may stand in quotes, with commas and doubled quotes in it (RFC 4180), but not with line breaks.
/// </summary>
internal static class FieldLines
{
    private const int MaxLineBytes = 10_000;
    private const int MaxMiners = 10_000;

    private static readonly string[] Columns = ["name", "raw_score", "edges_per_minute"];

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrimWhitespace = true,
        // Else one quote that is never closed would swallow all miners after it.
        AllowLineBreaksInQuotes = false,
        ShouldSkipRecord = row => row.FieldCount == 1 && row[0].IsEmpty,
        TrackLineNumbers = true,
        MaxRecordSize = MaxLineBytes,
        BufferSize = MaxLineBytes,
    };

    /// <exception cref="OperatorException">The file cannot be read; the message names the line.</exception>
    public static IReadOnlyList<FieldMiner> Read(string path) => Read(path, BoundedLines.Open(path));

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="path">What messages call it.</param>
    /// <param name="content">Is disposed of.</param>
    public static IReadOnlyList<FieldMiner> Read(string path, Stream content)
    {
        try
        {
            using var lines = CsvReader.Create(content, Options);
            return Read(path, lines);
        }
        catch (CsvFormatException exception)
        {
            throw BoundedLines.Fault(path, exception.LineNumber, $"the line is longer than {MaxLineBytes:N0} bytes", exception);
        }
    }

    private static List<FieldMiner> Read(string path, CsvReader lines)
    {
        if (lines.Headers.Count == 0) throw new OperatorException($"{path} holds no heading.");
        if (!Columns.All(column => lines.TryGetFieldIndex(column, out _)))
            throw BoundedLines.Fault(path, lines.LineNumber, $"the heading must name the columns {string.Join(", ", Columns)}");

        var miners = new List<FieldMiner>();
        while (lines.Read())
        {
            var number = lines.LineNumber;
            if (!Utf8.IsValid(lines.RawRecord)) throw BoundedLines.Fault(path, number, "this is not UTF-8 text");
            if (miners.Count == MaxMiners) throw BoundedLines.Fault(path, number, $"there are more than {MaxMiners:N0} miners");
            miners.Add(new FieldMiner(
                Cell("name"),
                Number("raw_score", 100) ?? throw BoundedLines.Fault(path, number, "'raw_score' must be a number from 0 to 100"),
                Number("edges_per_minute", 1e9) ?? throw BoundedLines.Fault(path, number, "'edges_per_minute' must be a number from 0")));

            string Cell(string column) =>
                lines.TryGetFieldIndex(column, out var index) && index < lines.FieldCount
                    ? lines.GetString(index)
                    : throw BoundedLines.Fault(path, number, "a column is missing");

            double? Number(string column, double maximum) =>
                double.TryParse(
                    Cell(column), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
                && value <= maximum
                    ? value
                    : null;
        }

        return miners;
    }
}
