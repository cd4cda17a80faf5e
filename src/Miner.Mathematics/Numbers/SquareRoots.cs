using System.Numerics;

namespace Miner.Mathematics.Numbers;

/// <summary>Square roots with everything that can be taken out from under the sign.</summary>
public static class SquareRoots
{
    private const int LargestTrialDivisor = 1_000;

    /// <summary>
    /// A coefficient and a radicand such that <paramref name="value"/> is coefficient² · radicand. The radicand is an integer with the
    /// sign of the value, and free of squares of primes up to 1,000 and of being a square itself.
    /// </summary>
    /// <exception cref="OverflowException">The product of numerator and denominator is beyond <see cref="Rational.MaxBits"/>.</exception>
    public static (Rational Coefficient, BigInteger Radicand) Simplify(Rational value)
    {
        if (value.IsZero) return (Rational.Zero, BigInteger.One);

        // √(a/b) = √(ab)/b.
        Rational product = BigInteger.Abs(value.Numerator) * value.Denominator;
        var (outside, inside) = Split(product.Numerator);
        return (new Rational(outside, value.Denominator), inside * value.Sign);
    }

    private static (BigInteger Outside, BigInteger Inside) Split(BigInteger value)
    {
        var outside = BigInteger.One;
        for (var divisor = 2; divisor <= LargestTrialDivisor && divisor * divisor <= value; divisor++)
        {
            var square = divisor * divisor;
            while (BigInteger.Remainder(value, square).IsZero)
            {
                value /= square;
                outside *= divisor;
            }
        }

        return ((Rational)value).TryRoot(2, out var root) ? (outside * root.Numerator, BigInteger.One) : (outside, value);
    }
}
