using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>
/// JSON that was made the inside of a string, so that its quotes have backslashes, and then lost that string's own quotes.
/// </summary>
internal static class EscapedJson
{
    private const int MaxOpeners = 4;
    private const string EscapedQuote = "u0022"; // as some serialisers write it

    /// <summary>The JSON that begins, escaped, at <paramref name="start"/>, and the index after it; null when it is not escaped.</summary>
    public static (string Text, int End)? At(string text, int start)
    {
        if (!Begins(text, start)) return null;
        var end = start;
        while (end < text.Length && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
        end = Math.Min(end, text.Length);
        var escaped = text.AsSpan(start, end - start);
        return end == text.Length || escaped.TrimEnd() is [.., '}' or ']'] ? (JsonEscapes.Decode(escaped), end) : null;
    }

    /// <summary>Whether the first quote from <paramref name="start"/> on, behind openers at most, has a backslash.</summary>
    public static bool Begins(string text, int start)
    {
        var first = JsonTrivia.Skip(text, start, longest: KeyAhead.Horizon);
        for (var openers = 0; openers < MaxOpeners && first < text.Length && JsonSyntax.IsOpener(text[first]); openers++)
            first = JsonTrivia.Skip(text, first + 1, longest: KeyAhead.Horizon);
        if (first == text.Length || text[first] != '\\') return false;
        var quote = text.AsSpan(first).IndexOfAnyExcept('\\');
        return quote >= 0 && (text[first + quote] == '"' || text.AsSpan(first + quote).StartsWith(EscapedQuote));
    }
}
