using System.Net;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput.Damaged;

/// <summary>Takes a value out of its quotes, which may be of two kinds, doubled or missing.</summary>
internal static class QuotedValue
{
    private const string TripleQuote = "\"\"\"";

    /// <summary>The text that <paramref name="raw"/>, from the first quote to the last, stands for.</summary>
    /// <param name="raw">Trimmed, without what separates it from the next member.</param>
    public static string Read(ReadOnlySpan<char> raw)
    {
        if (raw.Length >= 2 * TripleQuote.Length && raw.StartsWith(TripleQuote) && raw.EndsWith(TripleQuote))
            return raw[TripleQuote.Length..^TripleQuote.Length].ToString();
        var (first, second) = AtStart(raw);
        var rest = raw[(first + second)..];
        var (last, doubled) = AtEnd(rest);
        var inner = rest[..^(last + doubled)];
        var isEntity = raw is ['&', ..] || (last > 1 && raw is [.., ';']);
        if (second > 0 && BeginsQuoting(inner, raw[first]))
        {
            inner = raw[first..^(last + doubled)];
            second = 0;
        }

        if (first == 1 && last == 2 && raw[^2] == '\\' && IsOwn(inner)) inner = raw[first..];
        else if (doubled > 0 && second == 0 && EndsQuoting(inner, raw[^1])) inner = raw[(first + second)..^last];
        else if (last > 0 && doubled == 0 && first == 0 && EndsQuoting(inner, raw[^1])) inner = raw;
        else if (last == 0 && second == 0 && first > 0 && BeginsQuoting(inner, raw[first - 1])) inner = raw;
        return JsonEscapes.Decode(isEntity ? WebUtility.HtmlDecode(inner.ToString()) : inner);
    }

    private static (int First, int Second) AtStart(ReadOnlySpan<char> raw)
    {
        var first = raw.StartsWith(JsonTrivia.Fence) ? 0 : QuoteMark.LengthAtStart(raw);
        return (first, first > 0 && raw.Length >= 2 * first && raw[first..].StartsWith(raw[..first]) ? first : 0);
    }

    private static (int Last, int Doubled) AtEnd(ReadOnlySpan<char> rest)
    {
        var last = rest.EndsWith(JsonTrivia.Fence) ? 0 : QuoteMark.LengthAtEnd(rest);
        return (last, last > 0 && QuoteMark.LengthAtEnd(rest[..^last]) == last && rest[..^last].EndsWith(rest[^last..]) ? last : 0);
    }

    /// <summary>
    /// Whether the quote before <paramref name="inner"/> is the text's own, as the first in it closes what that one opens.
    /// </summary>
    private static bool BeginsQuoting(ReadOnlySpan<char> inner, char quote)
    {
        var next = inner.IndexOf(quote);
        return next > 0 && inner[next - 1] != '\\' && QuoteMark.Closes(inner, next) && next + 1 < inner.Length;
    }

    /// <summary>Whether the escaped quote behind <paramref name="inner"/> is the text's own: it ends a quotation or a length.</summary>
    private static bool IsOwn(ReadOnlySpan<char> inner) => inner.Count("\\\"") % 2 == 1 || AreInches(inner);

    /// <summary>
    /// Whether a length ends <paramref name="inner"/> rather than a number of code: 72, 8.5, 5'11, but no 1 and no x = 42.
    /// </summary>
    private static bool AreInches(ReadOnlySpan<char> inner)
    {
        var before = inner.TrimEnd("0123456789");
        if (before.Length == inner.Length || before.TrimEnd() is [.., '=']) return false;
        return inner.Length - before.Length > 1 || before is [.., '\'' or '.' or '×' or 'x'];
    }

    /// <summary>
    /// Whether the quote behind <paramref name="inner"/> is the text's own: it closes what the last in it opens, or it stands for inches.
    /// </summary>
    private static bool EndsQuoting(ReadOnlySpan<char> inner, char quote)
    {
        if (AreInches(inner)) return true;
        var previous = inner.LastIndexOf(quote);
        return previous >= 0 && (previous == 0 || inner[previous - 1] != '\\') && QuoteMark.Opens(inner, previous);
    }
}
