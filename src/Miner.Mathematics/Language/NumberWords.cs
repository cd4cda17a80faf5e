using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;

namespace Miner.Mathematics.Language;

/// <summary>The English words for numbers: all that is known of them, a word at a time and in lower case.</summary>
public static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    private static readonly FrozenDictionary<string, int> Values = Small.Select((word, index) => (word, index))
        .Concat(Tens.Select((word, index) => (word, index: (index + 2) * 10)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.index, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Scales = new Dictionary<string, int>
    {
        ["hundred"] = 2,
        ["thousand"] = 3,
        ["million"] = 6,
        ["billion"] = 9,
        ["trillion"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>0 to 20, 30, 40 and so on to 90; null for every other word.</summary>
    public static int? Value(string word) => Values.TryGetValue(word, out var value) ? value : null;

    /// <summary>How many zeros a <c>hundred</c>, <c>thousand</c> … <c>trillion</c> has; null for every other word.</summary>
    public static int? Zeros(string word) => Scales.TryGetValue(word, out var zeros) ? zeros : null;

    /// <summary>
    /// What a number before the word is multiplied by: 12 for <c>dozen</c>, 100 for <c>hundred</c>; null for every other.
    /// </summary>
    public static BigInteger? Multiple(string word) =>
        word == "dozen" ? 12 : Zeros(word) is { } zeros ? BigInteger.Pow(10, zeros) : null;

    /// <summary>3 for <c>third</c> and <c>3rd</c>, in words up to <c>twelfth</c>; null for every other word.</summary>
    public static int? Ordinal(string word)
    {
        var index = Array.IndexOf(Ordinals, word);
        if (index >= 0) return index + 1;
        return word.Length is > 2 and < 6 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th"
            && int.TryParse(word.AsSpan(0, word.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    /// <summary>2 for <c>half</c> and <c>halves</c>, 3 for <c>thirds</c>, 100 for <c>hundredth</c>; null for every other word.</summary>
    public static int? Denominator(string word)
    {
        if (word is "half" or "halves") return 2;
        if (word is "quarter" or "quarters") return 4;

        var one = word.TrimEnd('s');
        if (Ordinal(one) is > 2 and var denominator) return denominator;
        var isPart = one.EndsWith("th", StringComparison.Ordinal);
        return isPart && Zeros(one[..^2]) is <= 9 and var zeros ? (int)BigInteger.Pow(10, zeros) : null;
    }

    /// <summary>A number from 0 to 99 in words: <c>forty-two</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another.</exception>
    public static string Of(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 99);
        return value < 20 ? Small[value] : Tens[(value / 10) - 2] + (value % 10 == 0 ? "" : $"-{Small[value % 10]}");
    }
}
