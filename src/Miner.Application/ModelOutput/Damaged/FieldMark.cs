using System.Text.RegularExpressions;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput.Damaged;

/// <summary>The name of one of an answer's fields and the colon behind it, where a member may begin.</summary>
/// <param name="Start">The first index of the name's quotes.</param>
/// <param name="ValueStart">The first index behind the colon that is no space.</param>
/// <param name="IsQuoted">Whether the name has a quote at one side at least.</param>
/// <param name="IsEscaped">Whether that quote has a backslash, as within a string.</param>
/// <param name="Leads">Whether the bracket of an object stands right before it.</param>
internal readonly partial record struct FieldMark(
    bool IsNotebook, int Start, int ValueStart, bool IsQuoted, bool IsEscaped, bool Leads)
{
    private const int MostQuotes = 2;

    // The names, in which a line may break.
    private const string Break = """(?:\s|\\n){0,2}""";
    private const string Immediate = $"i{Break}m{Break}m{Break}e{Break}d{Break}i{Break}a{Break}t{Break}e";
    private const string Response = $"r{Break}e{Break}s{Break}p{Break}o{Break}n{Break}s{Break}e";
    private const string Notebook = $"n{Break}o{Break}t{Break}e{Break}b{Break}o{Break}o{Break}k";

    /// <summary>The marks in <paramref name="text"/>, in order; where no response has a colon, also those without one.</summary>
    public static IReadOnlyList<FieldMark> Find(string text)
    {
        var marks = Find(text, needColon: true);
        return marks.Exists(mark => !mark.IsNotebook) ? marks : Find(text, needColon: false);
    }

    private static List<FieldMark> Find(string text, bool needColon)
    {
        var marks = new List<FieldMark>();
        var quote = text.IndexOf('"');
        while (quote > 0 && text[quote - 1] == '\\') quote = text.IndexOf('"', quote + 1);
        foreach (var match in Name().EnumerateMatches(text))
        {
            if (At(text, match.Index, match.Index + match.Length, needColon) is { } mark
                && !(mark.IsEscaped && quote >= 0 && quote < mark.Start && !FollowsValue(text, mark.Start)))
                marks.Add(mark);
        }

        return marks;
    }

    private static FieldMark? At(string text, int start, int end, bool needColon)
    {
        var (name, after, quote) = (start, 0, -1);
        var next = SkipSpace(text, end);
        for (; after < MostQuotes && QuoteMark.LengthAtStart(Near(text, next)) is > 0 and var length; after++)
        {
            quote = next;
            next += length;
        }

        next = SkipSpace(text, next);
        var hasColon = next < text.Length && JsonSyntax.IsColon(text[next]);
        if (!hasColon && (needColon || after == 0)) return null;

        // Without a colon, a quote behind a blank is the value's.
        if (!hasColon && char.IsWhiteSpace(text[quote - 1])) (next, after) = (quote, after - 1);
        while (next < text.Length && (JsonSyntax.IsColon(text[next]) || text[next] == '>')) next++;

        var before = Quotes(text, ref start, passSpace: after > 0);
        var isQuoted = before + after > 0;
        var isEscaped = text[start] == '\\' || text.AsSpan(end).TrimStart() is ['\\', ..];
        next = SkipSpace(text, next);
        var standsOut = isQuoted || (next < text.Length && text[next] == '"');
        var isNotebook = text[name] is 'n' or 'N';
        if (!Separates(text, start, standsOut, out var leads)) return null;
        // What stands in other brackets is as often code: data["immediate_response"].
        if (!hasColon && !isNotebook && !(leads && text.AsSpan(0, start).TrimEnd().TrimEnd(',').TrimEnd() is [.., '{'])) return null;
        return new FieldMark(isNotebook, start, next, isQuoted, isEscaped, leads);
    }

    // The quote of a name that has lost its second one stands right before it: another is the value's before it.
    private static int Quotes(string text, ref int start, bool passSpace)
    {
        var count = 0;
        var from = start;
        while (passSpace && from > 0 && char.IsWhiteSpace(text[from - 1]) && start - from < 8) from--;
        while (count < MostQuotes && QuoteMark.LengthAtEnd(text.AsSpan(0, from)) is > 0 and var length)
        {
            start = from -= length;
            count++;
        }

        return count;
    }

    /// <summary>Whether a member may begin at <paramref name="start"/>: behind a bracket, a comma, a line's end or a quote.</summary>
    private static bool Separates(string text, int start, bool standsOut, out bool leads)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        leads = before is [.., '{' or '[' or '('] or [.., '{', ','];
        if (leads || before.IsEmpty || before is [.., ',' or '，' or ';' or '}' or ']']) return true;
        return text.AsSpan(before.Length, start - before.Length).Contains('\n') || (standsOut && QuoteMark.LengthAtEnd(before) > 0);
    }

    /// <summary>Whether a value ended before <paramref name="start"/>; else an escaped name stands in one.</summary>
    private static bool FollowsValue(string text, int start) =>
        QuoteMark.LengthAtEnd(text.AsSpan(0, start).TrimEnd(" \t\r\n,;}]")) is 1 or > 2;

    private static ReadOnlySpan<char> Near(string text, int index) => text.AsSpan(index, Math.Min(16, text.Length - index));

    private static int SkipSpace(string text, int index)
    {
        while (index < text.Length && JsonSyntax.IsSpace(text[index])) index++;
        return index;
    }

    [GeneratedRegex(
        """(?<![\p{L}\d_.-])(?:""" + Immediate + """(?:[\s_-]|\\n){0,3}""" + Response + "|" + Notebook
            + """)(?:\s|\\n){0,4}(?![\p{L}\d_.-])""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
