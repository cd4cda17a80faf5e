namespace Miner.Domain.Voting;

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
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',')) end++;
        if (text.AsSpan(end).ContainsAnyInRange('0', '9')) return null;

        var numeral = text[start..end].TrimEnd('.', ',');
        return Normalized(numeral) is { } normalized ? $"{text[..start]}{normalized}{text[(start + numeral.Length)..]}" : null;
    }

    private static string? Normalized(string numeral)
    {
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

    private static bool IsFirstGroup(string digits) => digits.Length is >= 1 and <= 3 && digits[0] != '0';
}
