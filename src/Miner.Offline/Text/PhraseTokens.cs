namespace Miner.Offline.Text;

/// <summary>A word in lower case, a numeral, or a sign.</summary>
/// <param name="Touches">Whether it follows its predecessor without a blank.</param>
internal readonly record struct PhraseToken(string Text, bool Touches)
{
    public bool IsWord => char.IsLetter(Text[0]) || (char.IsAsciiDigit(Text[0]) && char.IsLetter(Text[^1]));

    public bool IsNumeral => char.IsAsciiDigit(Text[^1]);
}

/// <summary>Splits prose about numbers into words, numerals and signs.</summary>
internal static class PhraseTokens
{
    private const int MaxTokens = 300;

    /// <summary>Null where there are more than 300.</summary>
    public static List<PhraseToken>? Split(string text)
    {
        text = text.ToLowerInvariant();
        var tokens = new List<PhraseToken>();
        var end = -1;
        for (var position = 0; position < text.Length;)
        {
            var length = LengthAt(text, position);
            var hyphen = text[position] == '-' && position > 0 && char.IsLetter(text[position - 1])
                && position + 1 < text.Length && char.IsLetter(text[position + 1]);
            if (!hyphen && !char.IsWhiteSpace(text[position]))
            {
                if (tokens.Count == MaxTokens) return null;
                tokens.Add(new PhraseToken(text.Substring(position, length), Touches: position == end));
            }

            position += length;
            end = position;
            while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        }

        return tokens;
    }

    private static int LengthAt(string text, int start)
    {
        if (char.IsLetter(text[start])) return LettersAt(text, start);
        if (!char.IsAsciiDigit(text[start]) && !(text[start] == '.' && IsMark(text, start))) return 1;

        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsMark(text, end))) end++;
        var ordinal = LettersAt(text, end);
        return end - start + (text.AsSpan(end, ordinal) is "st" or "nd" or "rd" or "th" ? ordinal : 0);
    }

    /// <summary>A decimal point, or a comma before a group of three digits.</summary>
    private static bool IsMark(string text, int at)
    {
        var digits = 0;
        while (at + 1 + digits < text.Length && char.IsAsciiDigit(text[at + 1 + digits])) digits++;
        return text[at] == '.' ? digits > 0 : text[at] == ',' && digits == 3;
    }

    private static int LettersAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return end - start;
    }
}
