using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests;

/// <summary>Values that are drawn with fixed seeds, so that what fails once fails again.</summary>
internal static class Draws
{
    public static IEnumerable<Random> Of(int count) => Enumerable.Range(1, count).Select(seed => new Random(seed));

    /// <summary>A fraction whose numerator and denominator are at most <paramref name="size"/>.</summary>
    public static Rational Rational(this Random random, int size = 12) => new(random.Next(-size, size + 1), random.Next(1, size + 1));

    /// <summary>A polynomial that is not zero, of at most <paramref name="degree"/>.</summary>
    public static UnivariatePolynomial Polynomial(this Random random, int degree)
    {
        var leading = (Rational)random.Next(1, 10);
        return new UnivariatePolynomial(
            Enumerable.Range(0, random.Next(degree + 1)).Select(_ => random.Rational(5)).ToList().Append(leading));
    }

    public static T Of<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
