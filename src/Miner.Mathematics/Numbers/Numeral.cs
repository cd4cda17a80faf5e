
namespace Miner.Mathematics.Numbers;

/// <summary>Numerals as people write them, with a decimal point and thousands marks.</summary>
internal static class Numeral
{
    /// <summary>
    /// Reads the numeral that <paramref name="text"/> begins with (a digit, or a point before one), and gives it without its thousands
    /// marks, fit for <see cref="Rational.Parse"/>. Null where a digit or point follows that cannot belong to it, as in <c>1.2.3</c>.
    /// </summary>
    public static string? Read(ReadOnlySpan<char> text, out int length)
    {
        length = DigitsAt(text, 0);
        var whole = text[..length].ToString();
        if (length is >= 1 and <= 3 && text[0] != '0') whole += Grouped(text, ref length);

        var fraction = "";
        if (At(text, length) == '.' && DigitsAt(text, length + 1) is > 0 and var places)
        {
            fraction = text.Slice(length, places + 1).ToString();
            length += places + 1;
        }

        if (At(text, length) is '.' or ',' && char.IsAsciiDigit(At(text, length + 1))) return null;
        return whole + fraction + Exponent(text, ref length);
    }

    /// <summary>The groups of three digits behind the first, all after the same mark.</summary>
    private static string Grouped(ReadOnlySpan<char> text, ref int length)
    {
        var mark = At(text, length);
        if (mark is not (',' or ' ' or '\'' or '\u00A0' or '\u2009' or '\u202F')) return "";

        var end = length;
        while (At(text, end) == mark && DigitsAt(text, end + 1) == 3) end += 4;

        // "1 100/200" might be a mixed number; the parser decides over the two numerals.
        if (mark == ' ' && At(text, end) == '/') return "";
        var digits = text[length..end].ToString().Replace(mark.ToString(), "", StringComparison.Ordinal);
        length = end;
        return digits;
    }

    private static string Exponent(ReadOnlySpan<char> text, ref int length)
    {
        if (At(text, length) is not ('e' or 'E')) return "";

        var digits = At(text, length + 1) is '+' or '-' ? length + 2 : length + 1;
        var end = digits + DigitsAt(text, digits);
        if (end == digits || char.IsLetter(At(text, end))) return "";

        var exponent = text[length..end].ToString();
        length = end;
        return exponent;
    }

    private static int DigitsAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (char.IsAsciiDigit(At(text, end))) end++;
        return end - start;
    }

    private static char At(ReadOnlySpan<char> text, int index) => index < text.Length ? text[index] : '\0';
}
