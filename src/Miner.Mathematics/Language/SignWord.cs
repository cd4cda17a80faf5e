
namespace Miner.Mathematics.Language;

/// <summary>The sign of a number in words: <c>negative 3</c>, <c>minus 3</c>.</summary>
internal static class SignWord
{
    private static readonly string[] Words = ["negative ", "minus "];

    /// <summary>Where the sign before <paramref name="number"/> begins, or -1. A minus behind an operand is a difference.</summary>
    public static int Start(string text, int number, int start)
    {
        foreach (var word in Words)
        {
            var from = number - word.Length;
            if (from < start || string.Compare(text, from, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;

            var before = text.AsSpan(start, from - start).TrimEnd(' ');
            var isSign = before.Length == 0 || before[^1] is ':' or '=' or ',' || before.EndsWith(" is");
            if (isSign || (word[0] == 'n' && before.Length < from - start)) return from;
        }

        return -1;
    }

    /// <summary><paramref name="text"/> with a minus sign where it begins with such a word and a numeral.</summary>
    public static string Replace(string text)
    {
        var plain = text.TrimStart('"', ' ');
        foreach (var word in Words)
        {
            if (!plain.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = plain[word.Length..].TrimStart('"', ' ');
            rest = NumberPhrase.Replace(rest) ?? rest;
            if (rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || Units.IsCurrency(rest[0]))) return $"-{rest}";
        }

        return text;
    }
}
