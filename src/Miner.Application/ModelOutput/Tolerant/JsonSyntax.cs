using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>What characters mean in JSON as people and models write it.</summary>
internal static class JsonSyntax
{
    /// <summary>White space of every script, and the invisible characters that editors and web pages leave.</summary>
    public static bool IsSpace(char character) =>
        char.IsWhiteSpace(character) || character is '\u180E' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary><paramref name="text"/> without the space at its end (see <see cref="IsSpace"/>).</summary>
    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        while (text is [.., var last] && IsSpace(last)) text = text[..^1];
        return text;
    }

    public static bool IsQuote(char character) => Closers(character).Length > 0;

    /// <summary>The quotes that may end a string that begins with <paramref name="opener"/>; empty when it is no quote.</summary>
    public static string Closers(char opener) => opener switch
    {
        '"' => "\"",
        '\'' => "'",
        '`' => "`",
        '\u201C' or '\u201D' or '\u201E' or '\u201F' => "\u201D\u201C\"",
        '\u2018' or '\u2019' or '\u201A' or '\u201B' => "\u2019\u2018'",
        '\u00B4' => "\u00B4'",
        _ => "",
    };

    /// <summary>A comma, also in the full width of East Asian text.</summary>
    public static bool IsComma(char character) => character is ',' or '\uFF0C';

    /// <summary>A colon, also in full width, and the signs that other languages have in its place.</summary>
    public static bool IsColon(char character) => character is ':' or '\uFF1A' or '=';

    public static bool IsOpener(char character) => character is '{' or '[';

    public static bool IsCloser(char character) => character is '}' or ']' or ')';

    public static JsonContainerKind ClosedBy(char closer) => closer switch
    {
        '}' => JsonContainerKind.Object,
        ']' => JsonContainerKind.Array,
        _ => JsonContainerKind.Parentheses,
    };

    public static bool IsName(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' or '-' or '.';

    /// <summary>How long the name is, of letters, digits and what stands between them, that <paramref name="text"/> begins with.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsName(text[length])) length++;
        return length;
    }

    /// <summary>How long the ellipsis is that <paramref name="text"/> begins with; 0 when it begins with none.</summary>
    public static int Ellipsis(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("\u2026")) return 1;
        if (!text.StartsWith("...")) return 0;
        var length = text.IndexOfAnyExcept('.');
        return length < 0 ? text.Length : length;
    }
}
