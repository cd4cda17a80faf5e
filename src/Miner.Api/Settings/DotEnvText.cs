using System.Text.RegularExpressions;

namespace Miner.Api.Settings;

/// <summary>What the text of a <c>.env</c> file says: names with their values, and the lines that cannot be read.</summary>
/// <remarks>
/// <c>NAME=value</c>, with or without <c>export</c> before it. A value may stand in single quotes, which keep it as it is, or in double
/// ones, where <c>\"</c> is a quote; both may span lines. Without quotes it ends at a blank followed by <c>#</c>. Of several lines with one
/// name the last counts. Nothing is substituted.
/// </remarks>
internal sealed partial class DotEnvText
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _unreadable = [];

    public DotEnvText(string text)
    {
        var (position, number) = (text.StartsWith('\uFEFF') ? 1 : 0, 1);
        while (position < text.Length)
        {
            var next = EndOfLine(text, position) + 1;
            if (ReadLine(text, position, ref next) is { } problem) _unreadable.Add($".env, line {number}, cannot be read: {problem}.");
            number += text.AsSpan(position, Math.Min(next, text.Length) - position).Count('\n');
            position = next;
        }
    }

    public IReadOnlyDictionary<string, string?> Values => _values;

    /// <summary>A sentence for each line, with its number and without its text, which may hold a secret.</summary>
    public IReadOnlyList<string> Unreadable => _unreadable;

    /// <param name="next">Where the next line begins; moved where a value spans lines.</param>
    /// <returns>What is wrong, or null.</returns>
    private string? ReadLine(string text, int position, ref int next)
    {
        var line = text[position..Math.Min(next, text.Length)];
        if (line.AsSpan().TrimStart() is [] or ['#', ..]) return null;
        if (Assignment.Match(line) is not { Success: true } assignment) return "it is not NAME=value";

        var value = position + assignment.Length;
        if (value == text.Length || text[value] is not ('"' or '\''))
        {
            _values[assignment.Groups["name"].Value] = Comment.Split(line[assignment.Length..])[0].Trim();
            return null;
        }

        var end = ClosingQuote(text, value);
        if (end < 0) return "its quote is not closed";
        next = EndOfLine(text, end) + 1;
        var rest = text.AsSpan((end + 1)..Math.Min(next, text.Length)).TrimStart();
        if (rest is not ([] or ['#', ..])) return "something follows its closing quote";
        var quoted = text[(value + 1)..end];
        _values[assignment.Groups["name"].Value] = text[value] == '"' ? quoted.Replace("\\\"", "\"", StringComparison.Ordinal) : quoted;
        return null;
    }

    private static int EndOfLine(string text, int position) =>
        text.IndexOf('\n', position) is var end && end >= 0 ? end : text.Length;

    /// <returns>Where the quote at <paramref name="position"/> is closed, or -1.</returns>
    private static int ClosingQuote(string text, int position)
    {
        var quote = text[position];
        for (var i = position + 1; i < text.Length; i++)
        {
            if (text[i] == quote) return i;
            if (quote == '"' && text[i] == '\\') i++;
        }

        return -1;
    }

    [GeneratedRegex(@"^[ \t]*(?:export[ \t]+)?(?<name>[A-Za-z_][A-Za-z0-9_.-]*)[ \t]*=[ \t]*")]
    private static partial Regex Assignment { get; }

    [GeneratedRegex(@"(?:^|\s)#")]
    private static partial Regex Comment { get; }
}
