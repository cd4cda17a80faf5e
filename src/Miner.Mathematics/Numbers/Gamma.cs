
namespace Miner.Mathematics.Numbers;

/// <summary>The factorial of any number, by the gamma function.</summary>
internal static class Gamma
{
    // Lanczos' approximation with g = 7.
    private const double Shift = 7.5;

    private static readonly double[] Coefficients =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The factorial of <paramref name="value"/> to about thirteen digits; NaN for negative integers and past 170.</summary>
    public static double Factorial(double value)
    {
        if (value > 170) return double.NaN;
        if (value == Math.Floor(value)) return OfInteger(value);
        if (value < -0.5) return Math.PI / (Math.Sin(Math.PI * (value + 1)) * Factorial(-value - 1));

        var series = Coefficients[0];
        for (var term = 1; term < Coefficients.Length; term++) series += Coefficients[term] / (value + term);

        // The power alone would overflow long before the factorial does.
        var root = Math.Pow(value + Shift, (value + 0.5) / 2);
        return Math.Sqrt(2 * Math.PI) * root * Math.Exp(-value - Shift) * root * series;
    }

    private static double OfInteger(double value)
    {
        if (value < 0) return double.NaN;

        var product = 1.0;
        for (var factor = 2; factor <= value; factor++) product *= factor;
        return product;
    }
}
