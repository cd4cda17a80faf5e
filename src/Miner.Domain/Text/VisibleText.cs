using System.Globalization;
using System.Text;

namespace Miner.Domain.Text;

/// <summary>
/// A text without the characters that nobody sees and a model reads: marks of direction, joiners, soft hyphens, byte order marks, tags.
/// </summary>
public static class VisibleText
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>
    /// <paramref name="text"/> without format characters (Unicode's category Cf), but for a joiner between two characters beyond ASCII,
    /// which Persian, Hindi and composed emoji are written with, and the marks of Arabic and Kaithi numbers, which are seen.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsFormat)) return text;
        var visible = new StringBuilder(text.Length);
        var runes = text.EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
            if (!IsFormat(runes[i]) || Joins(runes, i)) visible.Append(runes[i]);
        return visible.ToString();
    }

    private static bool Joins(Rune[] runes, int index) =>
        runes[index].Value is ZeroWidthNonJoiner or ZeroWidthJoiner
        && index > 0 && IsJoined(runes[index - 1])
        && index + 1 < runes.Length && IsJoined(runes[index + 1]);

    private static bool IsJoined(Rune rune) => !rune.IsAscii && !IsFormat(rune);

    private static bool IsFormat(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        && rune.Value is not ((>= 0x600 and <= 0x605) or 0x6DD or 0x70F or 0x890 or 0x891 or 0x8E2 or 0x110BD or 0x110CD);
}
