using System.Buffers;
using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>
/// Decides whether a quote ends a string or belongs to it, unescaped. It ends it when what follows is what may follow a string where
/// it stands: in an object, say, a comma and then a name with its colon, not just a comma.
/// </summary>
/// <param name="open">The containers that the string stands in, outermost first.</param>
internal sealed class StringEnd(string text, OpenContainers open)
{
    private static readonly SearchValues<char> ScalarEnds = SearchValues.Create(",]}{[\"\n");

    private int? _lastQuotedClose;

    /// <summary>The characters that were looked at.</summary>
    public long Work { get; private set; }

    /// <summary>Whether a name may end with a quote before <paramref name="index"/>.</summary>
    /// <param name="index">Behind the quote.</param>
    /// <param name="quoting">Whether an odd number of quotes was found to belong to the string, so that the next one is likely to.</param>
    public bool OfName(int index, bool quoting)
    {
        var next = Skip(index);
        if (next == text.Length) return true;
        var character = text[next];
        return JsonSyntax.IsColon(character) || JsonSyntax.IsComma(character) || JsonSyntax.IsCloser(character)
            || JsonSyntax.IsOpener(character) || (JsonSyntax.IsQuote(character) && (next > index || (!quoting && StringFits(next))))
            || char.IsAsciiDigit(character) || character == '-' || KeyAhead.IsEscapedQuote(text, next)
            || ScalarsFit(next);
    }

    /// <summary>Whether a value may end with a quote before <paramref name="index"/>.</summary>
    /// <inheritdoc cref="OfName"/>
    public bool OfValue(int index, bool quoting)
    {
        var next = Skip(index);
        if (next == text.Length) return true;
        var character = text[next];
        var newLine = text.AsSpan(index, next - index).Contains('\n');
        if (JsonSyntax.IsComma(character)) return CommaFits(next + 1, open.Count - 1, quoting);
        if (character == ')' && open.CountOf(JsonContainerKind.Parentheses) == 0) return false;
        if (JsonSyntax.IsCloser(character)) return CloserFits(next);
        if (character == '+') return ConcatenationFits(next + 1);
        if (JsonSyntax.Ellipsis(text.AsSpan(next)) > 0) return true;
        if (open.Count == 0) return newLine || JsonSyntax.IsColon(character) || character == ';';
        return open.Kind switch
        {
            JsonContainerKind.Object => MemberFits(next, newLine),
            JsonContainerKind.Array => ItemFits(next, newLine),
            _ => false,
        };
    }

    /// <summary>
    /// Whether a string that has lost its second quote ended before the quote at <paramref name="index"/>, which then begins the
    /// next part, with a comma or a line's end between them.
    /// </summary>
    public bool Lost(int index, bool quoting)
    {
        if (open.Count == 0) return false;
        var before = index;
        while (before > 0 && JsonSyntax.IsSpace(text[before - 1])) before--;
        var newLine = text.AsSpan(before, index - before).Contains('\n');
        var comma = before > 0 && JsonSyntax.IsComma(text[before - 1]);
        Work += index - before;
        if (!newLine && !comma) return false;
        if (open.Kind == JsonContainerKind.Object) return KeyComes(index);
        return StringFits(index) && (newLine || before == index || (!quoting && ItemFollows(index)));
    }

    /// <summary>
    /// Where the closers begin that stand before the quote at <paramref name="index"/>, when the string lost its second quote before
    /// them and the quote begins the next part of what they leave open; null when it is not so.
    /// </summary>
    public int? LostBeforeClosers(int index)
    {
        var before = text.AsSpan(0, index).TrimEnd();
        var item = before is [.., '{'];
        if (item) before = before[..^1].TrimEnd();
        Work += index - before.Length;
        if (before is not [.., var comma] || !JsonSyntax.IsComma(comma)) return null;
        before = before[..^1];
        var closers = open.ClosersOf(before);
        if (closers == before.Length) return null;
        var level = open.Count - 1;
        foreach (var character in before[closers..])
            if (JsonSyntax.IsCloser(character)) level--;
        if (level < 0) return null;
        Work += KeyAhead.Horizon;
        var isList = open[level] == JsonContainerKind.Array;
        var fits = isList && !item ? StringFits(index) : isList == item && KeyAhead.QuotedAt(text, index);
        return fits ? closers : null;
    }

    // A comma is missing. Words without quotes are names only on a line of their own: within one they are rather more of the string.
    private bool MemberFits(int index, bool newLine) =>
        (newLine || JsonSyntax.IsQuote(text[index]) || KeyAhead.IsEscapedQuote(text, index)) && KeyComes(index);

    private bool ItemFits(int index, bool newLine)
    {
        if (JsonSyntax.IsQuote(text[index])) return newLine || StringFits(index);
        if (JsonSyntax.IsOpener(text[index])) return newLine || KeyComes(index + 1);
        return ScalarsFit(index);
    }

    /// <summary>Whether what follows a comma may follow it in the container at <paramref name="level"/>.</summary>
    private bool CommaFits(int index, int level, bool quoting = false)
    {
        index = Skip(index);
        while (index < text.Length && JsonSyntax.IsComma(text[index])) index = Skip(index + 1);
        if (index == text.Length || level < 0 || JsonSyntax.Ellipsis(text.AsSpan(index)) > 0) return true;
        var character = text[index];
        switch (open[level])
        {
            case JsonContainerKind.Object:
                if (JsonSyntax.IsCloser(character)) return true;
                return character == '{' ? level > 0 && open[level - 1] == JsonContainerKind.Array : KeyComes(index);
            case JsonContainerKind.Array:
                return JsonSyntax.IsQuote(character) || JsonSyntax.IsOpener(character) || JsonSyntax.IsCloser(character)
                    || KeyAhead.IsEscapedQuote(text, index) || WordsFit(index, quoting);
            default:
                return true;
        }
    }

    /// <summary>Whether the closers that begin at <paramref name="index"/> may stand here, and what follows them after them.</summary>
    private bool CloserFits(int index)
    {
        for (var level = open.Count - 2; ; level--)
        {
            if (open.CountOf(JsonSyntax.ClosedBy(text[index])) == 0) return index >= LastQuotedClose();
            var next = Skip(index + 1);
            if (next == text.Length) return true;
            var newLine = text.AsSpan(index, next - index).Contains('\n');
            if (JsonSyntax.IsCloser(text[next])) index = next;
            else if (level < 0) return RestFits(index, next, newLine);
            else if (JsonSyntax.IsComma(text[next])) return CommaFits(next + 1, level);
            else if (open[level] == JsonContainerKind.Object) return KeyComes(next);
            else return JsonSyntax.IsQuote(text[next]) || JsonSyntax.IsOpener(text[next]) || newLine;
        }
    }

    /// <summary>Whether the text from <paramref name="next"/> on, after the last closer, is none of the value's.</summary>
    /// <remarks>
    /// It may be prose, or the rest of a string of code in which the quote and the closers stand; then the value ends further on.
    /// </remarks>
    private bool RestFits(int closer, int next, bool newLine)
    {
        var last = LastQuotedClose();
        if (closer >= last || JsonSyntax.IsOpener(text[next])) return true;
        if (newLine) return !EndsLine(last + 1);
        return JsonSyntax.IsComma(text[next]) && Skip(next + 1) is var name && name < text.Length && KeyAhead.QuotedAt(text, name);
    }

    private bool EndsLine(int index)
    {
        while (index < text.Length && text[index] != '\n' && (JsonSyntax.IsSpace(text[index]) || JsonSyntax.IsCloser(text[index]))) index++;
        return index == text.Length || text[index] == '\n';
    }

    private bool ConcatenationFits(int index)
    {
        index = Skip(index);
        return index == text.Length
            || JsonSyntax.IsQuote(text[index])
            || JsonSyntax.IsCloser(text[index])
            || JsonSyntax.IsComma(text[index]);
    }

    /// <summary>Whether the string that begins at <paramref name="index"/> ends like the item of a list.</summary>
    private bool StringFits(int index)
    {
        var closers = JsonSyntax.Closers(text[index]);
        var near = text.AsSpan(index + 1, Math.Min(KeyAhead.Horizon, text.Length - index - 1));
        var length = near.IndexOfAny(closers);
        Work += near.Length;
        if (length < 0) return index + 1 + near.Length == text.Length;
        var next = Skip(index + 1 + length + 1);
        return next == text.Length || JsonSyntax.IsComma(text[next]) || JsonSyntax.IsCloser(text[next]) || JsonSyntax.IsQuote(text[next])
            || ScalarsFit(next);
    }

    /// <summary>Whether the string that begins at <paramref name="index"/> is followed by more of a list, or by its end.</summary>
    private bool ItemFollows(int index)
    {
        var end = index + 1 + text.AsSpan(index + 1).IndexOfAny(JsonSyntax.Closers(text[index]));
        var next = Skip(end + 1);
        if (next == text.Length || JsonSyntax.IsCloser(text[next])) return true;
        if (!JsonSyntax.IsComma(text[next])) return false;
        next = Skip(next + 1);
        return next == text.Length || JsonSyntax.IsQuote(text[next]) || JsonSyntax.IsOpener(text[next]) || JsonSyntax.IsCloser(text[next]);
    }

    /// <summary>Whether words without quotes, or without the first, make up an item of a list and are not the rest of a string.</summary>
    private bool WordsFit(int index, bool quoting)
    {
        var near = text.AsSpan(index, Math.Min(KeyAhead.Horizon, text.Length - index));
        var length = near.IndexOfAny(",]}\n\"");
        Work += near.Length;
        if (length < 0) return near.Length < KeyAhead.Horizon;
        if (length == 0) return false;
        if (near[length] != '"' || !near[..length].Contains(' ')) return true;
        var next = Skip(index + length + 1);
        return !quoting && next < text.Length && (JsonSyntax.IsComma(text[next]) || JsonSyntax.IsCloser(text[next]));
    }

    /// <summary>Whether nothing but numbers and literals stands at <paramref name="index"/>, until the next part begins.</summary>
    private bool ScalarsFit(int index)
    {
        var near = text.AsSpan(index, Math.Min(KeyAhead.Horizon, text.Length - index));
        Work += near.Length;
        var length = near.IndexOfAny(ScalarEnds);
        var words = (length < 0 ? near : near[..length]).Trim();
        if (words.IsEmpty || (length > 0 && near[length] == '"' && !JsonSyntax.IsSpace(near[length - 1]))) return false;
        foreach (var word in words.Split(' '))
            if (JsonScalar.Read(words[word].Trim().ToString()) is null) return false;
        return true;
    }

    private bool KeyComes(int index)
    {
        Work += KeyAhead.Horizon;
        return KeyAhead.At(text, index);
    }

    private int Skip(int index)
    {
        var next = JsonTrivia.Skip(text, index, longest: KeyAhead.Horizon);
        Work += next - index + 1;
        return next;
    }

    /// <summary>Where the last closer stands that comes after a quote; -1 when none does.</summary>
    private int LastQuotedClose()
    {
        if (_lastQuotedClose is { } known) return known;
        var at = text.Length;
        do at = text.AsSpan(0, at).LastIndexOfAny('}', ']');
        while (at >= 0 && (text.AsSpan(0, at).TrimEnd() is not [.., var before] || !JsonSyntax.IsQuote(before)));
        _lastQuotedClose = at;
        return at;
    }
}
