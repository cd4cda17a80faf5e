using System.Globalization;
using System.Numerics;

namespace Miner.Mathematics.Numbers;

public readonly partial struct Rational
{
    // More digits than this cannot fit in MaxBits, and are refused before the conversion, which is not linear.
    private const int MaxDigits = (MaxBits * 302 / 1000) + 1;

    /// <summary>
    /// Reads plain decimal text: an optional sign, ASCII digits with at most one point, an optional exponent (<c>-1.5e-3</c>, <c>.5</c>).
    /// No thousands marks, no blanks.
    /// </summary>
    /// <exception cref="FormatException">The text is no such number.</exception>
    /// <exception cref="OverflowException">The number is beyond <see cref="MaxBits"/>.</exception>
    public static Rational Parse(ReadOnlySpan<char> text)
    {
        var mantissa = text;
        var exponent = 0;
        var mark = text.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            mantissa = text[..mark];
            exponent = ParseExponent(text[(mark + 1)..]);
        }

        var negative = mantissa.StartsWith("-");
        if (negative || mantissa.StartsWith("+")) mantissa = mantissa[1..];

        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        if (whole.IsEmpty && fraction.IsEmpty) throw new FormatException();
        if (whole.ContainsAnyExceptInRange('0', '9') || fraction.ContainsAnyExceptInRange('0', '9')) throw new FormatException();

        whole = whole.TrimStart('0');
        fraction = fraction.TrimEnd('0');
        if (whole.Length + fraction.Length > MaxDigits) throw new OverflowException();
        var digits = BigInteger.Parse($"0{whole}{fraction}", NumberStyles.None, CultureInfo.InvariantCulture);
        var scale = exponent - fraction.Length;
        if (Math.Abs(scale) > 2 * MaxDigits && !digits.IsZero) throw new OverflowException();

        var value = digits.IsZero ? Zero
            : scale >= 0 ? new Rational(digits * BigInteger.Pow(10, scale), BigInteger.One)
            : new Rational(digits, BigInteger.Pow(10, -scale));
        return negative ? -value : value;
    }

    /// <summary>As <see cref="Parse"/>, with false in place of either exception.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        try
        {
            value = Parse(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            value = default;
            return false;
        }
    }

    private static int ParseExponent(ReadOnlySpan<char> text)
    {
        var digits = text.StartsWith("-") || text.StartsWith("+") ? text[1..] : text;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')) throw new FormatException();
        if (digits.TrimStart('0').Length > 6) throw new OverflowException();
        return int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
