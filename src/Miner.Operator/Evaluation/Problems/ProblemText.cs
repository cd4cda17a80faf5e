using System.Globalization;
using System.Numerics;
using System.Text;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Numbers and formulas as problems and their answers write them.</summary>
internal static class ProblemText
{
    /// <summary><c>+ 3</c> or <c>- 3</c>.</summary>
    public static string Signed(int value) => value < 0 ? $"- {-value}" : $"+ {value}";

    /// <summary>In lowest terms: <c>3/4</c>, <c>-2</c>.</summary>
    public static string Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return denominator.IsOne ? Text(numerator) : $"{Text(numerator)}/{Text(denominator)}";
    }

    /// <summary><paramref name="scaled"/> divided by 10 to the power of <paramref name="places"/>, without zeros at the end.</summary>
    public static string Decimal(BigInteger scaled, int places)
    {
        var digits = Text(BigInteger.Abs(scaled)).PadLeft(places + 1, '0');
        return (scaled.Sign < 0 ? "-" : "") + $"{digits[..^places]}.{digits[^places..]}".TrimEnd('0').TrimEnd('.');
    }

    /// <summary>A polynomial in x: <c>3x^2 - x + 5</c>.</summary>
    /// <param name="coefficients">From the constant upwards.</param>
    public static string Polynomial(params ReadOnlySpan<int> coefficients)
    {
        var text = new StringBuilder();
        for (var exponent = coefficients.Length - 1; exponent >= 0; exponent--)
        {
            var coefficient = coefficients[exponent];
            if (coefficient == 0) continue;

            text.Append(
                (text.Length > 0, coefficient < 0) switch
                {
                    (true, true) => " - ",
                    (true, false) => " + ",
                    (false, true) => "-",
                    _ => "",
                }
            );
            if (Math.Abs((long)coefficient) != 1 || exponent == 0)
                text.Append(CultureInfo.InvariantCulture, $"{Math.Abs((long)coefficient)}");
            text.Append(exponent switch { 0 => "", 1 => "x", _ => $"x^{exponent}" });
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    /// <summary><c>3, 5 and 8</c>.</summary>
    public static string Enumeration(IReadOnlyList<int> values) => $"{string.Join(", ", values.SkipLast(1))} and {values[^1]}";

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
