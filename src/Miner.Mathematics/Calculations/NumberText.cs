using System.Globalization;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Calculations;

/// <summary>Results as a model can copy them: exact where that is short, with decimals beside what is a fraction.</summary>
internal static class NumberText
{
    private const int MaxDigits = 300;
    private const int ShownDigits = 20;
    private const int MaxFraction = 60;

    public static string Of(Rational value)
    {
        var text = value.ToString();
        if (value.IsInteger) return text.Length <= MaxDigits ? text : Abridged(text);

        var fraction = DecimalText.Fraction(value);
        if (fraction.Length > MaxFraction)
            return $"≈ {(double.IsFinite((double)value) ? Of((double)value) : Abridged(DecimalText.Round(value, places: 0)))}";
        return text == fraction ? $"{fraction} ≈ {Of((double)value)}" : $"{text} = {fraction}";
    }

    public static string Of(double value) => value.ToString("G15", CultureInfo.InvariantCulture);

    private static string Abridged(string text)
    {
        var digits = text.TrimStart('-');
        return $"{(text[0] == '-' ? "-" : "")}{digits[..ShownDigits]}…{digits[^ShownDigits..]}, a whole number of {digits.Length} digits";
    }
}
