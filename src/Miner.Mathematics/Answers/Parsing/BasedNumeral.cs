using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Numerals that name their base: <c>101_2</c>, <c>(101)_2</c>, <c>101₂</c>, <c>0b101</c>, <c>FF_16</c>, <c>0xFF</c>.</summary>
internal static partial class BasedNumeral
{
    private const int MaxLength = 100;

    /// <summary>One form for all ways to write it; null where <paramref name="text"/> is none.</summary>
    /// <param name="text">In the notation of <see cref="Language.LatexRewriter"/>.</param>
    public static string? Canonical(string text)
    {
        if (text.Length > MaxLength) return null;
        var plain = string.Concat(text.Where(character => character is not (' ' or '"')).Select(Subscript));
        if (Numeral().Match(plain) is not { Success: true } match) return null;

        var (digits, radix) = match.Groups["prefix"].Value is [.., var letter]
            ? (match.Groups["rest"].Value, letter is 'x' or 'X' ? 16 : letter is 'b' or 'B' ? 2 : 8)
            : (match.Groups["digits"].Value, int.Parse(match.Groups["base"].Value, null));
        if (radix is < NumberBase.Smallest or > NumberBase.Largest || !NumberBase.TryParse(digits, radix, out var value)) return null;

        // With letters alone it may be a product of names.
        var isName = match.Groups["base"].Success && !digits.Any(char.IsAsciiDigit) && (radix != 16 || digits.Length == 1);
        return isName ? null : $"{match.Groups["sign"].Value}{NumberBase.Format(value, radix)}_{radix}";
    }

    private static string Subscript(char character) => character switch
    {
        '₁' => "_1",
        '₂' => "_2",
        '₈' => "_8",
        '₆' => "6",
        '₀' => "0",
        _ => character.ToString(),
    };

    [GeneratedRegex(
        @"^(?<sign>-)?(?:\(?(?<digits>[0-9A-Fa-f]{1,80})\)?_(?<base>[0-9]{1,2})|(?<prefix>0[xXbBoO])(?<rest>[0-9A-Fa-f]{1,80}))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();
}
