using System.Buffers;

namespace Miner.Application.ModelOutput.Damaged;

/// <summary>A quote as damaged JSON has it: of any kind, with backslashes, or as HTML writes it.</summary>
internal static class QuoteMark
{
    private const int MostBackslashes = 3;
    private const string Marks = "\"'`“”„‟‘’‚‛´";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Marks);

    private static readonly string[] Escapes =
        ["u0022", "u0027", "&quot;", "&apos;", "&#34;", "&#39;", "&#034;", "&#039;", "&#x22;", "&#x27;", "&ldquo;", "&rdquo;"];

    public static bool Is(char character) => Characters.Contains(character);

    /// <summary>The length of the quote that <paramref name="text"/> begins with; 0 when it begins with none.</summary>
    public static int LengthAtStart(ReadOnlySpan<char> text)
    {
        var backslashes = 0;
        while (backslashes < Math.Min(MostBackslashes, text.Length) && text[backslashes] == '\\') backslashes++;
        var rest = text[backslashes..];
        if (rest is [var first, ..] && Is(first)) return backslashes + 1;
        foreach (var escape in Escapes)
            if (rest.StartsWith(escape, StringComparison.OrdinalIgnoreCase) && (backslashes > 0 || escape[0] == '&'))
                return backslashes + escape.Length;
        return 0;
    }

    /// <summary>The length of the quote that <paramref name="text"/> ends with; 0 when it ends with none.</summary>
    public static int LengthAtEnd(ReadOnlySpan<char> text)
    {
        var length = text is [.., var last] && Is(last) ? 1 : 0;
        foreach (var escape in Escapes)
            if (length == 0 && text.EndsWith(escape, StringComparison.OrdinalIgnoreCase)) length = escape.Length;
        if (length == 0) return 0;
        var backslashes = 0;
        while (backslashes < MostBackslashes && text[..^(length + backslashes)] is [.., '\\']) backslashes++;
        return length > 1 && backslashes == 0 && text[^length] != '&' ? 0 : length + backslashes;
    }

    /// <summary>Whether the quote at <paramref name="index"/> begins what it quotes, by what stands around it.</summary>
    public static bool Opens(ReadOnlySpan<char> text, int index) =>
        (index == 0 || char.IsWhiteSpace(text[index - 1]) || text[index - 1] is '(' or '[' or '{' or '=' or ':')
        && index + 1 < text.Length && !char.IsWhiteSpace(text[index + 1]);

    /// <summary>Whether the quote at <paramref name="index"/> ends what it quotes, by what stands around it.</summary>
    public static bool Closes(ReadOnlySpan<char> text, int index) =>
        index > 0 && !char.IsWhiteSpace(text[index - 1]) && (index + 1 == text.Length || !char.IsLetterOrDigit(text[index + 1]));
}
