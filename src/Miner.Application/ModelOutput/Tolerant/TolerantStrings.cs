using System.Text;
using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>Reads strings whose quotes and escapes may be wrong.</summary>
/// <param name="open">The containers that the strings stand in, outermost first.</param>
internal sealed class TolerantStrings(string text, OpenContainers open)
{
    private const int LongestEscape = 6;

    private readonly StringEnd _end = new(text, open);
    private bool _tripleQuotesEnd = true;

    /// <summary>The characters that were looked at, but for those read.</summary>
    public long Work => _end.Work;

    /// <summary>Whether the text ended within a string.</summary>
    public bool IsCut { get; set; }

    /// <summary>Reads the member's name whose quote is at <paramref name="index"/>.</summary>
    public string ReadName(ref int index)
    {
        if (KeyAhead.HalfQuoted(text, index) is > 0 and var length)
        {
            var name = text.Substring(index + 1, length);
            index += 1 + length;
            return name;
        }

        return Read(ref index, _end.OfName, isName: true);
    }

    /// <summary>
    /// Reads the value whose quote, perhaps with a backslash before it, is at <paramref name="index"/>, and what is added to it by plus
    /// signs.
    /// </summary>
    public string ReadValue(ref int index)
    {
        var value = ReadPart(ref index);
        StringBuilder? sum = null;
        while (JsonTrivia.Skip(text, index) is var plus && plus < text.Length && text[plus] == '+')
        {
            index = JsonTrivia.Skip(text, plus + 1);
            if (index == text.Length || !JsonSyntax.IsQuote(text[index])) break;
            sum ??= new StringBuilder(value);
            sum.Append(ReadPart(ref index));
        }

        return sum?.ToString() ?? value;
    }

    private string ReadPart(ref int index) => ReadTripleQuoted(ref index) ?? Read(ref index, _end.OfValue, isName: false);

    // Python's strings of several lines; a model that opens one in JSON does not escape what is in it.
    private string? ReadTripleQuoted(ref int index)
    {
        if (
            !_tripleQuotesEnd
            || (string.CompareOrdinal(text, index, "\"\"\"", 0, 3) != 0 && string.CompareOrdinal(text, index, "'''", 0, 3) != 0))
            return null;
        var end = text.IndexOf(text.Substring(index, 3), index + 3, StringComparison.Ordinal);
        _tripleQuotesEnd = end >= 0;
        if (end < 0) return null;
        var value = text[(index + 3)..end];
        index = end + 3;
        return value;
    }

    private string Read(ref int index, Func<int, bool, bool> endsBefore, bool isName)
    {
        var escaped = text[index] == '\\';
        if (escaped) index++;
        var quote = text[index];
        var closers = JsonSyntax.Closers(quote);
        index++;
        var doubled = index + 1 < text.Length && text[index] == quote && char.IsLetterOrDigit(text[index + 1]);
        if (doubled) index++;
        var stops = closers + '\\';
        var value = new StringBuilder();
        var (inner, curlies, squares, embedded) = (0, 0, 0, !isName && HoldsJson(index, quote));
        while (true)
        {
            var plain = text.AsSpan(index);
            if (plain.IndexOfAny(stops) is >= 0 and var length) plain = plain[..length];
            value.Append(plain);
            index += plain.Length;
            curlies += plain.Count('{') - plain.Count('}');
            squares += plain.Count('[') - plain.Count(']');
            if (index == text.Length) return isName ? value.ToString() : Unfinished(value);
            if (text[index] == '\\' && !(escaped && KeyAhead.IsEscapedQuote(text, index)))
            {
                index += JsonEscapes.Append(text.AsSpan(index, Math.Min(text.Length - index, LongestEscape)), value);
                continue;
            }

            var at = index;
            index += text[index] == '\\' ? 2 : 1;
            if (!embedded || curlies <= 0)
            {
                var quoting = inner % 2 != 0;
                var twice = index < text.Length && text[index] == quote && endsBefore(index + 1, quoting);
                if (twice && (doubled || !quoting)) index++;
                if (twice ? doubled || !quoting : endsBefore(index, quoting))
                    return doubled && quoting && !twice && !isName ? quote + value.ToString() : value.ToString();
                if (!isName && (squares < 0 || curlies < (text[at - 1] == '{' ? 1 : 0)) && _end.LostBeforeClosers(at) is { } end)
                {
                    value.Length -= at - end;
                    return BeforeLost(value, end, out index);
                }

                if (!isName && _end.Lost(at, quoting)) return BeforeLost(value, at, out index);
            }

            value.Append(text[index - 1]);
            inner++;
        }
    }

    // The next string begins where this one was found to have ended.
    private static string BeforeLost(StringBuilder value, int at, out int index)
    {
        index = at;
        var found = value.ToString().TrimEnd();
        return found.Length > 0 && JsonSyntax.IsComma(found[^1]) ? found[..^1].TrimEnd() : found;
    }

    /// <summary>
    /// A string that the end of the text cuts off, less the closers of all it stands in, if it has those and not their openers.
    /// </summary>
    private string Unfinished(StringBuilder value)
    {
        if (value.Length > 0 && char.IsHighSurrogate(value[^1])) value.Length--;
        var found = value.ToString();
        var closers = open.ClosersOf(found);
        foreach (var (opener, closer) in new[] { ('{', '}'), ('[', ']'), ('(', ')') })
            if (found.AsSpan(closers).Count(closer) > found.AsSpan().Count(closer) - found.AsSpan().Count(opener)) closers = found.Length;

        IsCut = closers == found.Length;
        return IsCut ? found : found[..closers].TrimEnd();
    }

    /// <summary>Whether the string from <paramref name="index"/> on is an object whose own quotes nobody escaped.</summary>
    private bool HoldsJson(int index, char quote)
    {
        var near = text.AsSpan(index, Math.Min(KeyAhead.Horizon, text.Length - index)).TrimStart();
        if (near is ['[', ..]) near = near[1..].TrimStart();
        if (near is not ['{', ..]) return false;
        near = near[1..].TrimStart();
        if (near.IsEmpty || near[0] != quote) return false;
        near = near[1..];
        var name = near.IndexOf(quote);
        return name > 0 && name == JsonSyntax.NameLength(near) && near[(name + 1)..].TrimStart() is [':', ..];
    }
}
