using System.Numerics;

namespace Miner.Mathematics.Numbers;

/// <summary>Divisibility of whole numbers.</summary>
public static class NumberTheory
{
    /// <summary>The most divisors that are listed.</summary>
    public const int MaxDivisors = 2_000;

    public static BigInteger GreatestCommonDivisor(IEnumerable<BigInteger> numbers) =>
        numbers.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);

    /// <summary>Zero where one of the numbers is.</summary>
    /// <exception cref="OverflowException">It is beyond <see cref="Rational.MaxBits"/>.</exception>
    public static BigInteger LeastCommonMultiple(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.One, (multiple, number) =>
    {
        if (multiple.IsZero || number.IsZero) return BigInteger.Zero;
        Rational next = BigInteger.Abs(multiple / BigInteger.GreatestCommonDivisor(multiple, number) * number);
        return next.Numerator;
    });

    /// <summary>
    /// The number x from 0 to <paramref name="modulus"/> - 1 with x · <paramref name="value"/> ≡ 1, or null where there is none.
    /// </summary>
    /// <param name="value">Any whole number.</param>
    /// <param name="modulus">Greater than one.</param>
    public static BigInteger? ModularInverse(BigInteger value, BigInteger modulus)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(modulus, BigInteger.One);
        var (remainder, next) = (modulus, ((value % modulus) + modulus) % modulus);
        var (inverse, nextInverse) = (BigInteger.Zero, BigInteger.One);
        while (!next.IsZero)
        {
            var quotient = remainder / next;
            (remainder, next) = (next, remainder - (quotient * next));
            (inverse, nextInverse) = (nextInverse, inverse - (quotient * nextInverse));
        }

        return remainder.IsOne ? ((inverse % modulus) + modulus) % modulus : null;
    }

    /// <summary>The positive divisors, ascending; null where there are too many or they cannot be found, and for zero.</summary>
    public static IReadOnlyList<BigInteger>? Divisors(BigInteger value)
    {
        if (value.IsZero || Primes.Factorise(BigInteger.Abs(value)) is not { } factors) return null;
        if (CountDivisors(factors) > MaxDivisors) return null;

        var divisors = new List<BigInteger> { BigInteger.One };
        foreach (var (prime, exponent) in factors)
        {
            var known = divisors.Count;
            for (var (power, multiple) = (1, prime); power <= exponent; power++, multiple *= prime)
            {
                for (var index = 0; index < known; index++) divisors.Add(divisors[index] * multiple);
            }
        }

        divisors.Sort();
        return divisors;
    }

    private static BigInteger CountDivisors(IEnumerable<PrimePower> factors) =>
        factors.Aggregate(BigInteger.One, (count, factor) => count * (factor.Exponent + 1));
}
