using System.Text.RegularExpressions;
using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>Reads names and values without quotes.</summary>
/// <param name="open">The containers that they stand in, outermost first.</param>
internal sealed partial class TolerantWords(string text, OpenContainers open)
{
    private int _quoteOrLine = -1;

    /// <summary>The characters that were looked at, but for those read.</summary>
    public long Work { get; private set; }

    /// <summary>Reads a member's name, at least one character.</summary>
    public string ReadName(ref int index)
    {
        var start = index++;
        while (index < text.Length && !EndsName(index)) index++;
        var name = JsonSyntax.TrimEnd(text.AsSpan(start, index - start)).ToString();
        if (index < text.Length && JsonSyntax.IsQuote(text[index])
            && JsonTrivia.Skip(text, index + 1) is var colon && colon < text.Length && JsonSyntax.IsColon(text[colon]))
            index++; // it has lost its first quote only
        return name;
    }

    /// <summary>Reads a value; null when a single character stands here that can begin none, which is passed over.</summary>
    public JsonTree? ReadValue(ref int index)
    {
        var start = index;
        var (squares, curlies, words) = (0, 0, 1);
        for (; index < text.Length && text[index] != '\n'; index++)
        {
            var character = text[index];
            if (JsonSyntax.IsComma(character) && !IsWithinText(index)) break;
            if (EndsScalar(index) && IsScalar(start, index)) break;
            if (character == '[') squares++;
            if (character == '{') curlies++;
            if (character == ']' && --squares < 0) break;
            if (character == '}' && --curlies < 0) break;
            if (character == ')' && open.CountOf(JsonContainerKind.Parentheses) > 0) break;
            if (character == ';' && open.Count == 0) break;
            if (character == '\\' && index + 1 < text.Length && text[index + 1] is '"' or '\\') index++;
            if (JsonSyntax.IsSpace(character) && EndsAtSpace(text.AsSpan(start, words++ == 1 ? index - start : 0), index)) break;
            if (character is not ('"' or '\u201D') || index == start) continue;
            if (ClosesWord(index + 1))
                return new JsonTree.Text(JsonEscapes.Decode(JsonSyntax.TrimEnd(text.AsSpan(start, index++ - start))));
            if (JsonSyntax.IsSpace(text[index - 1]) && NextPartBegins(index)) break;
        }

        var word = JsonSyntax.TrimEnd(text.AsSpan(start, index - start)).ToString();
        if (word.Length > 0)
            return (index == text.Length && open.Count > 0 ? JsonScalar.ReadCut(word) : JsonScalar.Read(word)) ?? new JsonTree.Text(word);
        index++;
        return null;
    }

    /// <summary>
    /// Passes over the name and the opening parenthesis of a call such as <c>ObjectId("…")</c>, or over a parenthesis alone.
    /// </summary>
    public bool PassCall(ref int index)
    {
        var near = text.AsSpan(index, Math.Min(KeyAhead.Horizon, text.Length - index));
        foreach (var match in CallPattern().EnumerateMatches(near))
        {
            index += match.Length;
            return true;
        }

        return false;
    }

    /// <summary>
    /// Reads the block of code whose fence is at <paramref name="index"/> and that stands for a string; null when there is none, or
    /// when it holds JSON itself.
    /// </summary>
    public string? ReadFenced(ref int index)
    {
        var rest = text.AsSpan(index);
        if (!rest.StartsWith(JsonTrivia.Fence)) return null;
        var start = JsonTrivia.Fence.Length;
        start += JsonTrivia.Language(rest[start..]);
        var content = rest[start..].TrimStart();
        if (content.IsEmpty || JsonSyntax.IsOpener(content[0]) || JsonSyntax.IsQuote(content[0])) return null;
        var length = rest[start..].IndexOf(JsonTrivia.Fence);
        var code = length < 0 ? rest[start..] : rest.Slice(start, length);
        index += start + code.Length + (length < 0 ? 0 : JsonTrivia.Fence.Length);
        return code.Trim('\n').ToString();
    }

    private bool EndsName(int index)
    {
        var character = text[index];
        return JsonSyntax.IsColon(character) || JsonSyntax.IsComma(character) || JsonSyntax.IsCloser(character)
            || JsonSyntax.IsOpener(character) || character is '\n' or '"' or '\u201D'
            || (JsonSyntax.IsQuote(character) && !char.IsLetterOrDigit(text[index - 1]))
            || IsComment(index);
    }

    /// <summary>
    /// Whether the value ends at the space at <paramref name="index"/>: a comment follows, or it is a number that has lost its comma.
    /// </summary>
    /// <param name="word">The value when it is a single word so far, else empty.</param>
    private bool EndsAtSpace(ReadOnlySpan<char> word, int index)
    {
        var next = index;
        while (next < text.Length && text[next] != '\n' && JsonSyntax.IsSpace(text[next])) next++;
        Work += next - index;
        if (next == text.Length || IsComment(next)) return true;
        return !word.IsEmpty && JsonScalar.Read(word.ToString()) is not null && NextPartBegins(next);
    }

    private bool NextPartBegins(int index)
    {
        if (open.Count == 0) return false;
        Work += KeyAhead.Horizon;
        if (open.Kind == JsonContainerKind.Object) return KeyAhead.At(text, index);
        return JsonSyntax.IsQuote(text[index])
            || JsonSyntax.IsOpener(text[index])
            || char.IsAsciiDigit(text[index])
            || text[index] is '-' or '.'
            || JsonScalar.Read(
                text.Substring(index, JsonSyntax.NameLength(text.AsSpan(index, Math.Min(KeyAhead.Horizon, text.Length - index)))))
                is not null;
    }

    /// <summary>
    /// Whether the comma at <paramref name="index"/> belongs to a text that has lost its first quote only: no name follows, but the last
    /// quote.
    /// </summary>
    private bool IsWithinText(int index)
    {
        if (open.Kind != JsonContainerKind.Object) return false;
        Work += KeyAhead.Horizon;
        if (KeyAhead.At(text, index + 1)) return false;
        while (_quoteOrLine < index || (_quoteOrLine < text.Length && text[_quoteOrLine] == '"' && text[_quoteOrLine - 1] == '\\'))
        {
            var from = Math.Max(index, _quoteOrLine + 1);
            var next = text.AsSpan(from).IndexOfAny('"', '\n');
            _quoteOrLine = next < 0 ? text.Length : from + next;
            Work += _quoteOrLine - from;
        }

        return _quoteOrLine < text.Length && text[_quoteOrLine] == '"' && ClosesWord(_quoteOrLine + 1);
    }

    /// <summary>
    /// Whether the character at <paramref name="index"/> may stand right behind a number or literal, though a comma should.
    /// </summary>
    private bool EndsScalar(int index) => text[index] switch
    {
        ';' => true,
        '/' => index + 1 < text.Length && text[index + 1] is '/' or '*',
        '"' => open.Kind == JsonContainerKind.Object && NextPartBegins(index),
        '{' or '[' => open.Kind == JsonContainerKind.Array,
        _ => false,
    };

    private bool IsScalar(int start, int index) =>
        index > start && index - start <= KeyAhead.Horizon && JsonScalar.Read(text[start..index]) is not null;

    private bool ClosesWord(int index)
    {
        index = JsonTrivia.Skip(text, index, longest: KeyAhead.Horizon);
        return index == text.Length || JsonSyntax.IsComma(text[index]) || JsonSyntax.IsCloser(text[index]);
    }

    private bool IsComment(int index) =>
        index + 1 < text.Length && JsonSyntax.IsSpace(text[index - 1])
        && (text[index], text[index + 1]) is ('/', '/') or ('/', '*') or ('#', ' ');

    // What stands in the parentheses must be an argument, which words and lone numbers are not: those are prose and telephone numbers.
    [GeneratedRegex(
        """\G(?:(?:new\s+)?[A-Za-z_$][\w$.]{0,80}(?:\(\s*(?=-?[.\d]|\))|\s*\(\s*(?=["'`“‘{\[]))|\((?=\s*(?:["'`“‘{\[]|-?[.\d]+\s*,)))""")]
    private static partial Regex CallPattern();
}
