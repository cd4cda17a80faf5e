using System.Numerics;

namespace Miner.Mathematics.Language;

/// <summary>Numbers in English words: <c>twenty-one</c>, <c>three quarters</c>, <c>two and a half</c>.</summary>
internal static class NumberPhrase
{
    private const int MaxWords = 30;
    private const int MaxText = 300;

    /// <summary>
    /// <paramref name="text"/> with a numeral or a fraction of numerals for the number that it begins with; null where it begins with
    /// none, or with words that go on to another number.
    /// </summary>
    public static string? Replace(string text) => Read(text) is var (numeral, end) ? numeral + text[end..] : null;

    private static (string Numeral, int End)? Read(string text)
    {
        var words = Words(text);
        if (words.Count == 0) return null;

        var position = 0;
        var whole = ReadWhole(words, ref position);
        var (numerator, denominator) = ReadPart(words, whole ?? 1, ref position);
        if (denominator == 1 && whole is null) return null;
        if (denominator == 1 && ReadAddedPart(words, whole!.Value, ref position) is var (sum, parts))
            (numerator, denominator) = (sum, parts);
        if (position < words.Count && IsNumber(words[position].Text)) return null;

        var end = words[position - 1].End;
        if (end < text.Length && (text[end] == '-' || char.IsLetterOrDigit(text[end]))) return null;
        return (denominator == 1 ? $"{numerator}" : $"{numerator}/{denominator}", end);
    }

    /// <summary>The last number in words in a text of at most <see cref="MaxText"/> characters; or null.</summary>
    public static string? Last(string text)
    {
        if (text.Length > MaxText) return null;

        string? last = null;
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsAsciiLetter(text[index])) continue;
            if (Read(text[index..]) is var (_, length))
            {
                // "The one that is left" counts nothing.
                var words = text.Substring(index, length);
                if (!words.Equals("one", StringComparison.OrdinalIgnoreCase)) last = words;
                index += length;
            }

            while (index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] == '-')) index++;
        }

        return last;
    }

    /// <summary>The words at the beginning, with a blank or a hyphen between them, in lower case.</summary>
    private static List<(string Text, int End)> Words(string text)
    {
        var words = new List<(string Text, int End)>();
        var start = 0;
        while (words.Count < MaxWords && start < text.Length && char.IsAsciiLetter(text[start]))
        {
            var end = start;
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            words.Add((text[start..end].ToLowerInvariant(), end));
            if (end == text.Length || text[end] is not (' ' or '-')) break;
            start = end + 1;
        }

        return words;
    }

    private static BigInteger? ReadWhole(List<(string Text, int End)> words, ref int position)
    {
        BigInteger total = 0, group = 0;
        var start = position;
        var smallestScale = int.MaxValue;
        if (words is [{ Text: "a" }, { Text: var multiple }, ..] && NumberWords.Multiple(multiple) is not null) (group, position) = (1, 1);

        while (position < words.Count)
        {
            var word = words[position].Text;
            var zeros = NumberWords.Zeros(word);
            if (zeros is >= 3 and var scale && scale < smallestScale && group > 0)
            {
                total += group * BigInteger.Pow(10, scale);
                (group, smallestScale) = (0, scale);
            }
            else if (zeros == 2 && group > 0 && group < 20)
            {
                group *= 100;
            }
            else if (!AddSmall(word, ref group, total > 0 || position == start))
            {
                var isJoint = word == "and" && (group >= 100 || (total > 0 && group == 0))
                    && position + 1 < words.Count && NumberWords.Value(words[position + 1].Text) > 0;
                if (!isJoint) break;
            }

            position++;
        }

        return position == start ? null : total + group;
    }

    /// <summary>Adds a word below a hundred where its place in <paramref name="group"/> is free.</summary>
    private static bool AddSmall(string word, ref BigInteger group, bool mayBegin)
    {
        if (NumberWords.Value(word) is not { } value) return false;

        var last = group % 100;
        var fits = value == 0 ? group == 0 && mayBegin
            : last == 0 ? group > 0 || mayBegin
            : last >= 20 && last % 10 == 0 && value < 10;
        if (fits) group += value;
        return fits;
    }

    /// <summary>A fraction of a whole number of parts, or the number over one.</summary>
    private static (BigInteger Numerator, int Denominator) ReadPart(List<(string Text, int End)> words, BigInteger count, ref int position)
    {
        // "A half", "a dozen", and a bare "half".
        var next = position;
        if (next == 0 && words[0].Text is "a" or "an" && words.Count > 1) next++;
        if (next < words.Count && Denominator(words[next].Text, count) is > 0 and var denominator
            && (position > 0 || next > 0 || words[next].Text == "half"))
        {
            position = next + 1;
            return (count, denominator);
        }

        return (count, 1);
    }

    /// <summary>What <c>and a half</c> behind a whole number makes of it, or null.</summary>
    private static (BigInteger Numerator, int Denominator)? ReadAddedPart(
        List<(string Text, int End)> words, BigInteger whole, ref int position)
    {
        if (position + 2 >= words.Count || words[position].Text != "and") return null;

        var count = words[position + 1].Text == "a" ? 1 : NumberWords.Value(words[position + 1].Text);
        if (count is not > 0 || Denominator(words[position + 2].Text, count.Value) is not (> 0 and var denominator)) return null;
        position += 3;
        return ((whole * denominator) + count.Value, denominator);
    }

    /// <summary>How many of the parts make a whole, or 0; one of them has no plural.</summary>
    private static int Denominator(string word, BigInteger count) =>
        count.IsOne == word.EndsWith('s') ? 0 : NumberWords.Denominator(word) ?? 0;

    /// <summary>"Second" is a unit of time far more often.</summary>
    private static bool IsNumber(string word) =>
        NumberWords.Value(word) is not null || NumberWords.Zeros(word) >= 3 || NumberWords.Denominator(word) is not null
        || NumberWords.Ordinal(word) is not (null or 2);
}
