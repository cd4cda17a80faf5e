using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>What a text says, in any place, of how it computes: to a modulus, bit by bit, with an operation of its own.</summary>
internal sealed partial class Conventions
{
    private const int MaxModuli = 20;

    /// <summary>In UTF-16 units; what is behind is not read.</summary>
    private const int MaxText = 100_000;

    // What counts anew from the length on, where a text speaks of it.
    private static readonly (Regex Words, int[] Lengths)[] Cyclic =
    [
        (LastDigit(), [10, 100]),
        (DigitSum(), [9]),
        (Letters(), [26]),
        (Bits(), [8, 16, 256, 65_536]),
        (Clock(), [12, 60]),
    ];

    private readonly HashSet<int> _moduli = [];
    private readonly List<string> _defined;
    private readonly bool _isBitwise;
    private readonly bool _isBoolean;

    public Conventions(string text)
    {
        if (text.Length > MaxText) text = text[..MaxText];
        foreach (Match match in Modulus().Matches(text))
        {
            if (_moduli.Count == MaxModuli) break;
            if (int.TryParse(match.Groups["modulus"].Value, NumberStyles.None, null, out var modulus) && modulus > 1) _moduli.Add(modulus);
        }

        foreach (var (words, lengths) in Cyclic)
        {
            if (words.IsMatch(text)) _moduli.UnionWith(lengths);
        }

        _isBitwise = Bitwise().IsMatch(text);
        _isBoolean = Boolean().IsMatch(text);
        _defined = [.. Definition().Matches(text).Select(match => match.Groups["sign"].Value).Distinct()];
    }

    /// <summary>Whether the sides of an equation that does not hold to the letter may be the same by what the text says.</summary>
    public bool Allow(EquationSide left, Rational first, EquationSide right, Rational second) =>
        _moduli.Any(modulus => IsCongruent(first - second, modulus))
        || (_isBitwise && (left.Written.Contains('^') || right.Written.Contains('^')))
        || (_isBoolean && Truths().IsMatch(left.Formula) && Truths().IsMatch(right.Formula))
        || _defined.Exists(sign => IsBinary(left.Written, sign) || IsBinary(right.Written, sign));

    /// <summary>Of a fraction the denominator must have an inverse.</summary>
    private static bool IsCongruent(Rational difference, int modulus) =>
        (difference.Numerator % modulus).IsZero
        && BigInteger.GreatestCommonDivisor(difference.Denominator, modulus).IsOne;

    /// <summary>Whether the sign stands alone: of two stars neither is one.</summary>
    private static bool IsBinary(string side, string sign)
    {
        var at = side.IndexOf(sign, StringComparison.Ordinal);
        return at >= 0 && !(sign == "*" && side.AsSpan(at + 1).StartsWith("*"));
    }

    // Behind a number "mod" is an operator, unless the whole is a congruence.
    [GeneratedRegex(
        @"(?:(?:(?<![\d)]\s?)\bmod(?:ulo|ulus)?|\\p?mod|≡[^\n]{0,80}?\bmod|\\equiv[^\n]{0,80}?\\bmod)[\s({]{0,3}(?<modulus>\d{1,9})"
            + @"|(?:\b[ZF]|[ℤ𝔽]|\\math(?:bb|bf|rm)\s?\{?[ZF]\}?|\bGF)\s?[_(]\{?(?<modulus>\d{1,9})"
            + @"|(?:Z|ℤ|\})\s?\\?/\s?\(?(?<modulus>\d{1,9})\)?\s?(?:\\math(?:bb|bf)\s?\{?)?[Zℤ])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Modulus();

    [GeneratedRegex(
        @"\bxor\b|\bexclusive[- ]or\b|\bbitwise\b|\bnim\b|\bnim-?(?:sum|ber|value)|\bgrundy\b|⊕|\\oplus",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bitwise();

    [GeneratedRegex(
        @"\bboolean\b|\btruth tables?\b|\blogic(?:al)? (?:or|gates?)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Boolean();

    /// <summary>Zeros and ones, with signs between them.</summary>
    [GeneratedRegex(@"^(?:[^\p{L}\d]*(?<!\d)[01](?![\d.,]))+[^\p{L}\d]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Truths();

    // Two letters with a sign between them, which stand for something else.
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:(?<first>\p{L})\s?(?<sign>[*∗⋆★☆^#@&◦∘•]|\\ast|\\star|\\circ|\\bullet)\s?(?<second>\p{L})"
            + @"\s?[$)]{0,2}\s?(?::?=(?=[^\n=]{0,60}(?:\k<first>|\k<second>))"
            + @"|(?:is|be|as|by|to)?\s?(?:defined|denotes?|means?|stands? for)\b)"
            + @"|(?:defin|denot|operation|operator)[^\n=]{0,80}?(?<![\p{L}\d\\])\p{L}\s?"
            + @"(?<sign>[*∗⋆★☆^#@&◦∘•×·+−-]|\\[a-z]{3,8})\s?\p{L}(?!\p{L}))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"\b(?:last|units?|ones|final|ending)['’]?s? (?:two )?(?:digits?|place)|\bcyclicity\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LastDigit();

    [GeneratedRegex(
        @"\bdigital roots?\b|\bsums? of (?:\w{1,9} ){0,2}digits\b|\bdigit sums?\b|\bcasting out\b|\badd(?:ing)? (?:\w{1,9} ){0,2}digits\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DigitSum();

    [GeneratedRegex(@"\b(?:caesar|cipher|cypher|alphabet|rot13|vigen[eè]re)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Letters();

    [GeneratedRegex(
        @"\b(?:\d+-bits?|u?int(?:8|16)(?:_t)?|unsigned|signed (?:char|byte)|overflows?|wrap(?:s|ped|ping)?[- ]?around"
            + @"|two['’]s complement)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bits();

    [GeneratedRegex(@"\bclocks?\b|\bo['’]clock\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clock();
}
