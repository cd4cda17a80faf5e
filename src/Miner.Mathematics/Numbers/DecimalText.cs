using System.Globalization;
using System.Numerics;

namespace Miner.Mathematics.Numbers;

/// <summary>Rational numbers as people write them.</summary>
public static class DecimalText
{
    /// <summary>Rounded half away from zero to <paramref name="places"/> decimal places, without trailing zeros: <c>3.333333</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="places">0 to 1,000.</param>
    public static string Round(Rational value, int places)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, 1_000);
        var scaled = ((BigInteger.Abs(value.Numerator) * BigInteger.Pow(10, places) * 2) + value.Denominator) / (value.Denominator * 2);
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var text = places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}".TrimEnd('0').TrimEnd('.');
        return value.Sign < 0 && text != "0" ? $"-{text}" : text;
    }

    /// <summary>The fraction in lowest terms: <c>-3/4</c>, <c>2</c>.</summary>
    public static string Fraction(Rational value) =>
        value.IsInteger ? value.ToString() : string.Create(CultureInfo.InvariantCulture, $"{value.Numerator}/{value.Denominator}");

    /// <summary>A whole number and a proper fraction: <c>2 1/3</c>, <c>-1 1/2</c>.</summary>
    public static string MixedNumber(Rational value)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(value.Numerator), value.Denominator, out var rest);
        if (whole.IsZero || rest.IsZero) return Fraction(value);
        return string.Create(CultureInfo.InvariantCulture, $"{(value.Sign < 0 ? "-" : "")}{whole} {rest}/{value.Denominator}");
    }
}
