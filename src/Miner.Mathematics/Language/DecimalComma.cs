namespace Miner.Mathematics.Language;

/// <summary>Numerals as they are written where the comma is the decimal mark.</summary>
internal static class DecimalComma
{
    /// <summary>
    /// Plain text with a decimal comma (<c>1000,99</c>, <c>1.000,99</c>) or with points for thousands (<c>1.000.000</c>), written with a
    /// decimal point; null where it holds no such numeral, or more than one number.
    /// </summary>
    public static string? Replace(string text)
    {
        var start = text.IndexOfAnyInRange('0', '9');
        if (start < 0 || text.Any("()[]{}".Contains)) return null;

        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',' || IsGroupMark(text, end))) end++;
        if (text.AsSpan(end).ContainsAnyInRange('0', '9')) return null;

        var numeral = text[start..end].TrimEnd('.', ',');
        return Normalized(numeral) is { } normalized ? $"{text[..start]}{normalized}{text[(start + numeral.Length)..]}" : null;
    }

    private static string? Normalized(string numeral)
    {
        if (numeral.Any(char.IsWhiteSpace)) return NormalizedBlanks(numeral);

        var groups = numeral.Split(',')[0].Split('.');
        var isGrouped = groups.Length > 1 && IsFirstGroup(groups[0]) && groups.Skip(1).All(group => group.Length == 3);
        return numeral.Split(',') switch
        {
            // Two points and more cannot both be decimal.
            [_] => isGrouped && groups.Length > 2 ? string.Concat(groups) : null,
            [_, var fraction] when isGrouped => $"{string.Concat(groups)}.{fraction}",
            [var whole, var fraction] when groups.Length == 1 && !(IsFirstGroup(whole) && fraction.Length == 3) => $"{whole}.{fraction}",
            _ => null,
        };
    }

    private static bool IsGroupMark(string text, int index) =>
        text[index] is ' ' or '\u00A0' or '\u202F' && text.AsSpan(index + 1) is var rest
        && rest.Length >= 3 && !rest[..3].ContainsAnyExceptInRange('0', '9') && (rest.Length == 3 || !char.IsAsciiDigit(rest[3]));

    /// <summary>Blanks for thousands before a decimal comma: <c>1 000,99</c>.</summary>
    private static string? NormalizedBlanks(string numeral) =>
        numeral.Split(',') is [var whole, var fraction] && !whole.Contains('.') && fraction.All(char.IsAsciiDigit)
        && whole.Split(' ', '\u00A0', '\u202F') is [var first, .. var groups] && IsFirstGroup(first)
        && Array.TrueForAll(groups, group => group.Length == 3)
            ? $"{first}{string.Concat(groups)}.{fraction}"
            : null;

    private static bool IsFirstGroup(string digits) => digits.Length is >= 1 and <= 3 && digits[0] != '0';
}
