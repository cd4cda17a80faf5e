using System.Text;

namespace Miner.Application.Answers;

/// <summary>What may be stored and sent of a model's text. Lengths are Unicode code points.</summary>
internal static class AnswerText
{
    /// <summary><paramref name="text"/> with U+FFFD for every NUL and every lone surrogate.</summary>
    public static string Clean(string text)
    {
        var clean = FirstUnclean(text);
        if (clean == text.Length) return text;
        var result = new StringBuilder(text.Length).Append(text, 0, clean);
        foreach (var rune in text.AsSpan(clean).EnumerateRunes()) // gives U+FFFD for a lone surrogate
            result.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return result.ToString();
    }

    /// <summary>The first <paramref name="max"/> code points of <paramref name="text"/>, and whether there were more.</summary>
    public static (string Text, bool Cut) Limit(string text, int max)
    {
        if (text.Length <= max) return (text, false);
        var (count, index) = (0, 0);
        while (index < text.Length && count < max)
        {
            index += char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
            count++;
        }

        return index == text.Length ? (text, false) : (text[..index], true);
    }

    private static int FirstUnclean(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\0') return index;
            if (!char.IsSurrogate(text[index])) continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return index;
            index++;
        }

        return text.Length;
    }
}
