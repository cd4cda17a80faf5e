using System.Globalization;
using System.Text;

namespace Miner.Domain.Text;

/// <summary>A text as the words that it is made of: for comparing what is said, not how it is typed.</summary>
internal static class Wording
{
    private const string PunctuationWithMeaning = "#%&@/";

    /// <summary>
    /// The words of <paramref name="text"/> in lower case: letters, digits, a number's sign and separators (<c>-3.5</c>), dots and
    /// apostrophes inside (<c>node.js</c>, <c>don't</c>). A symbol (<c>+ = € 🧮</c>) is a word of its own; other punctuation is dropped.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var units);
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune) || (word.Length > 0 && IsMark(rune)))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (Joint(text, i, word) is { } joint)
            {
                word.Append(joint);
            }
            else
            {
                End(word, words);
                if (IsSymbol(rune)) words.Add(rune.ToString());
            }

            i += units;
        }

        End(word, words);
        return words;
    }

    /// <summary>What the character at <paramref name="i"/> adds to the word that it stands in, or null when it stands in none.</summary>
    private static char? Joint(string text, int i, StringBuilder word)
    {
        var next = i + 1 < text.Length ? text[i + 1] : ' ';
        return text[i] switch
        {
            '\'' or '’' when word.Length > 0 && char.IsLetter(next) => '\'',
            '.' when word.Length > 0 && char.IsLetterOrDigit(next) => '.',
            ',' when word.Length > 0 && char.IsDigit(word[^1]) && char.IsDigit(next) => ',',
            '-' or '−' when word.Length == 0 && char.IsDigit(next) => '-',
            _ => null,
        };
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length == 0) return;
        words.Add(word.ToString());
        word.Clear();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsSymbol(Rune rune) => rune.Value != '`'
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.OtherSymbol
            || (rune.IsAscii && PunctuationWithMeaning.Contains((char)rune.Value, StringComparison.Ordinal)));
}
