using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>Numbers in Chinese characters: <c>三十五</c>, <c>二分之一</c>, <c>百分之五十</c>, <c>3万</c>.</summary>
internal static partial class HanNumber
{
    private const int MaxText = 60;
    private const string Digits = "零一二三四五六七八九";

    // What may stand behind a number that it counts; with other words it is no number, as a triangle (三角形) is none.
    private const string Counters = "个個人名只隻条條件本张張辆輛棵朵位次倍种種块塊支枝头頭岁歲题題页頁组組对對双雙步点點场場班间間";

    /// <summary>
    /// <paramref name="text"/> in digits, with the unit behind it; null where it is anything but such a number, or says less than one
    /// (<c>一百五</c>, <c>三五</c>).
    /// </summary>
    public static string? Replace(string text)
    {
        text = text.Replace("\"", "", StringComparison.Ordinal);
        if (text.Length > MaxText || !text.Any(Scripts.HasNoBlanks) || Number().Match(text) is not { Success: true } match) return null;

        var unit = match.Groups["unit"].Value;
        var isUnit = unit.Length == 0 || Units.Key(unit) is not null || unit is ['个' or '個', ..]
            || (unit.Length == 1 && Counters.Contains(unit[0]));
        return isUnit && Value(match) is { } value ? $"{(match.Groups["sign"].Success ? "-" : "")}{value}{unit}" : null;
    }

    private static string? Value(Match match)
    {
        string Part(string group) => Whole(match.Groups[group].Value)?.ToString(CultureInfo.InvariantCulture) ?? "";

        if (match.Groups["half"].Success) return "1/2";
        if (match.Groups["figure"] is { Success: true } figure) return Scaled(figure.Value, match.Groups["scale"].Value);
        if (match.Groups["percent"].Success) return Part("percent") is { Length: > 0 } percent ? $"{percent}%" : null;

        var whole = Part("whole");
        if (match.Groups["part"].Success)
        {
            var isMixed = match.Groups["whole"].Success;
            var parts = match.Groups["parts"].Value;
            var denominator = parts is ['百' or '千' or '万' or '萬'] ? $"{Size(parts[0])}" : Part("parts");
            var numerator = Part("part");
            if (numerator.Length == 0 || denominator.Length == 0 || (isMixed && whole.Length == 0)) return null;
            return isMixed ? $"{whole} {numerator}/{denominator}" : $"{numerator}/{denominator}";
        }

        if (whole.Length == 0) return null;
        var decimals = match.Groups["decimals"].Value;
        return decimals.Length == 0 ? whole : $"{whole}.{string.Concat(decimals.Select(character => Digit(character)))}";
    }

    private static string? Scaled(string figure, string scale)
    {
        var zeros = scale is "亿" or "億" or "억" ? 8 : scale == "千" ? 3 : 4;
        return decimal.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1e12m
            ? (number * (decimal)BigInteger.Pow(10, zeros)).ToString("0.############", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Null where a word is out of place, or one that is left out would have to be guessed.</summary>
    private static BigInteger? Whole(string text)
    {
        if (text.All(character => Digit(character) >= 0)) return Positional(text);

        BigInteger total = 0, section = 0;
        var (digit, unit, largest, hasZero) = (-1, 10_000, BigInteger.Pow(10, 12), false);
        foreach (var character in text)
        {
            var value = Digit(character);
            var size = Size(character);
            if (value >= 0)
            {
                if (digit > 0) return null;
                (digit, hasZero) = (value, hasZero || value == 0);
                continue;
            }

            if (size < 10_000)
            {
                // Ten alone is one of it.
                if (size >= unit || (digit <= 0 && !(size == 10 && section == 0))) return null;
                section += Math.Max(digit, 1) * size;
                (digit, unit, hasZero) = (-1, (int)size, false);
                continue;
            }

            section += Math.Max(digit, 0);
            if (section.IsZero || size >= largest) return null;
            total += section * size;
            (section, digit, unit, largest, hasZero) = (0, -1, 10_000, size, false);
        }

        var isShort = digit > 0 && !hasZero && (unit is > 10 and < 10_000 || (unit == 10_000 && !total.IsZero));
        return isShort ? null : total + section + Math.Max(digit, 0);
    }

    /// <summary>Digit by digit, as years are written; two or three of them are one or the other.</summary>
    private static BigInteger? Positional(string text) =>
        text.Length == 1 || text.Length > 3 || text.Contains('〇')
            ? BigInteger.Parse(string.Concat(text.Select(character => Digit(character))), CultureInfo.InvariantCulture)
            : null;

    private static int Digit(char character) => character switch
    {
        '〇' => 0,
        '两' or '兩' => 2,
        _ => Digits.IndexOf(character, StringComparison.Ordinal),
    };

    private static BigInteger Size(char character) => character switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' or '萬' => 10_000,
        _ => 100_000_000,
    };

    private const string Numeral = "[零〇一二两兩三四五六七八九十百千万萬亿億]{1,20}";

    [GeneratedRegex(
        "^(?<sign>负|負)?(?:(?<half>一半|半)$|百分之(?<percent>" + Numeral + ")|(?:(?<whole>" + Numeral + ")又)?(?<parts>" + Numeral
            + ")分[之の](?<part>" + Numeral + ")|(?<whole>" + Numeral + ")(?:[点點](?<decimals>[零〇一二三四五六七八九]{1,20}))?"
            + @"|(?<figure>[0-9]{1,12}(?:\.[0-9]{1,8})?) ?(?<scale>[万萬亿億만억]|千(?=$)))(?<unit>\p{L}{0,6})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
