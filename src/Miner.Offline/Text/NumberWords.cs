using System.Globalization;
using System.Numerics;

namespace Miner.Offline.Text;

/// <summary>Numbers in words.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, int> Scales = new()
    {
        ["hundred"] = 2,
        ["thousand"] = 3,
        ["million"] = 6,
        ["billion"] = 9,
        ["trillion"] = 12,
    };

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    ];

    /// <summary>
    /// Reads the number that stands at <paramref name="position"/>: words (<c>two hundred and five</c>, <c>a dozen</c>), or a numeral with
    /// a scale (<c>2.5 million</c>). Gives a formula, or null and leaves the position.
    /// </summary>
    public static string? Read(IReadOnlyList<PhraseToken> tokens, ref int position)
    {
        var start = position;
        var (total, group) = (BigInteger.Zero, BigInteger.MinusOne);
        for (; position < tokens.Count; position++)
        {
            var word = tokens[position].Text;
            if (Value(word) is { } value && (group.Sign < 0 || Fits(group, value)))
            {
                group = (group.Sign < 0 ? BigInteger.Zero : group) + value;
            }
            else if ((group.Sign > 0 || position == start) && Scales.TryGetValue(word, out var zeros))
            {
                group = BigInteger.Max(group, 1);
                group *= BigInteger.Pow(10, zeros);
                if (zeros == 2) continue;
                (total, group) = (total + group, BigInteger.Zero);
            }
            else if (word != "and" || group.Sign < 0 || position == start || !Scales.ContainsKey(tokens[position - 1].Text)
                || position + 1 >= tokens.Count || Value(tokens[position + 1].Text) is null)
            {
                break;
            }
        }

        return position == start
            ? ReadScaled(tokens, ref position)
            : (total + BigInteger.Max(group, 0)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>2 for <c>half</c> and <c>halves</c>, 3 for <c>thirds</c>, and so on.</summary>
    public static int? Denominator(string word) => word switch
    {
        "half" or "halves" => 2,
        "quarter" or "quarters" => 4,
        "second" or "first" => null,
        _ => Ordinal(word.TrimEnd('s')),
    };

    /// <summary>3 for <c>third</c> and <c>3rd</c>.</summary>
    public static int? Ordinal(string word)
    {
        var index = Array.IndexOf(Ordinals, word);
        if (index >= 0) return index + 1;
        return
            word.Length is > 2 and < 6
            && char.IsLetter(word[^2])
            && int.TryParse(word.AsSpan(0, word.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string? ReadScaled(IReadOnlyList<PhraseToken> tokens, ref int position)
    {
        if (position + 1 >= tokens.Count || !tokens[position].IsNumeral || !Scales.TryGetValue(tokens[position + 1].Text, out var zeros))
            return null;

        var numeral = tokens[position].Text;
        position += 2;
        return $"({numeral} * 10^{zeros})";
    }

    private static int? Value(string word)
    {
        var small = Array.IndexOf(Small, word);
        if (small >= 0) return small;
        var tens = Array.IndexOf(Tens, word);
        return tens >= 0 ? (tens + 2) * 10 : word == "dozen" ? 12 : null;
    }

    /// <summary>Whether a number goes on with <paramref name="next"/>: twenty one, two hundred five, but not two three.</summary>
    private static bool Fits(BigInteger group, int next)
    {
        var rest = group % 100;
        return group.IsZero || (rest.IsZero && next < 100) || (rest >= 20 && (rest % 10).IsZero && next is > 0 and < 10);
    }
}
