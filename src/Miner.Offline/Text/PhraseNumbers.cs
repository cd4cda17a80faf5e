using System.Globalization;
using System.Numerics;
using Miner.Mathematics.Language;

namespace Miner.Offline.Text;

/// <summary>Reads numbers from a calculation in words.</summary>
internal static class PhraseNumbers
{
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
            else if ((group.Sign > 0 || position == start) && NumberWords.Zeros(word) is { } zeros)
            {
                group = BigInteger.Max(group, 1);
                group *= BigInteger.Pow(10, zeros);
                if (zeros == 2) continue;
                (total, group) = (total + group, BigInteger.Zero);
            }
            else if (word != "and" || group.Sign < 0 || position == start || NumberWords.Zeros(tokens[position - 1].Text) is null
                || position + 1 >= tokens.Count || Value(tokens[position + 1].Text) is null)
            {
                break;
            }
        }

        return position == start
            ? ReadScaled(tokens, ref position)
            : (total + BigInteger.Max(group, 0)).ToString(CultureInfo.InvariantCulture);
    }

    private static string? ReadScaled(IReadOnlyList<PhraseToken> tokens, ref int position)
    {
        if (position + 1 >= tokens.Count || !tokens[position].IsNumeral || NumberWords.Zeros(tokens[position + 1].Text) is not { } zeros)
            return null;

        var numeral = tokens[position].Text;
        position += 2;
        return $"({numeral} * 10^{zeros})";
    }

    private static int? Value(string word) => word == "dozen" ? 12 : NumberWords.Value(word);

    /// <summary>Whether a number goes on with <paramref name="next"/>: twenty one, two hundred five, but not two three.</summary>
    private static bool Fits(BigInteger group, int next)
    {
        var rest = group % 100;
        return group.IsZero || (rest.IsZero && next < 100) || (rest >= 20 && (rest % 10).IsZero && next is > 0 and < 10);
    }
}
