using System.Numerics;

namespace Miner.Mathematics.Numbers;

/// <param name="Exponent">One or more.</param>
public readonly record struct PrimePower(BigInteger Prime, int Exponent)
{
    public override string ToString() => Exponent == 1 ? $"{Prime}" : $"{Prime}^{Exponent}";
}

/// <summary>Prime numbers, up to where they are known for certain and found at once.</summary>
public static class Primes
{
    private const int LargestTrialDivisor = 1_000;
    private const int MaxSteps = 50_000;

    // These witnesses decide for every number below the limit: J. Sorenson, J. Webster, "Strong pseudoprimes to twelve prime bases" (2015).
    private static readonly int[] Witnesses = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41];
    private static readonly BigInteger Limit = BigInteger.Parse(
        "3317044064679887385961981",
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether <paramref name="value"/> is prime; null for a number past 3.3·10²⁴ without a small divisor.</summary>
    public static bool? IsPrime(BigInteger value)
    {
        if (value < 2) return false;
        for (var divisor = 2; divisor <= LargestTrialDivisor && divisor * divisor <= value; divisor++)
        {
            if (BigInteger.Remainder(value, divisor).IsZero) return false;
        }

        if (value <= LargestTrialDivisor * LargestTrialDivisor) return true;
        return value < Limit ? Witnesses.All(witness => PassesMillerRabin(value, witness)) : null;
    }

    /// <summary>The prime factors, ascending; null where they are not found soon. One has none.</summary>
    /// <param name="value">Greater than zero.</param>
    /// <param name="steps">How many are made to find them, of about a microsecond each.</param>
    public static IReadOnlyList<PrimePower>? Factorise(BigInteger value, int steps = MaxSteps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, BigInteger.One);
        var factors = new List<BigInteger>();
        for (var divisor = 2; divisor <= LargestTrialDivisor && !value.IsOne; divisor++)
        {
            for (
                var quotient = BigInteger.DivRem(value, divisor, out var rest);
                rest.IsZero;
                quotient = BigInteger.DivRem(value, divisor, out rest))
            {
                factors.Add(divisor);
                value = quotient;
            }
        }

        if (!value.IsOne && !Split(value, factors, ref steps)) return null;
        return [.. factors.GroupBy(prime => prime).OrderBy(group => group.Key).Select(group => new PrimePower(group.Key, group.Count()))];
    }

    private static bool Split(BigInteger value, List<BigInteger> factors, ref int steps)
    {
        switch (IsPrime(value))
        {
            case null:
                return false;
            case true:
                factors.Add(value);
                return true;
            default:
                return FindDivisor(value, ref steps) is { } divisor
                    && Split(divisor, factors, ref steps) && Split(value / divisor, factors, ref steps);
        }
    }

    /// <summary>Pollard's rho method, within the steps that are left.</summary>
    private static BigInteger? FindDivisor(BigInteger value, ref int steps)
    {
        if (((Rational)value).TryRoot(2, out var root)) return root.Numerator;
        for (var constant = 1; ; constant++)
        {
            var (slow, fast, divisor) = (new BigInteger(2), new BigInteger(2), BigInteger.One);
            while (divisor.IsOne)
            {
                if (--steps < 0) return null;
                slow = Next(slow);
                fast = Next(Next(fast));
                divisor = BigInteger.GreatestCommonDivisor(BigInteger.Abs(slow - fast), value);
            }

            if (divisor != value) return divisor;
            BigInteger Next(BigInteger at) => ((at * at) + constant) % value;
        }
    }

    private static bool PassesMillerRabin(BigInteger value, int witness)
    {
        var odd = value - 1;
        var halvings = 0;
        for (; odd.IsEven; odd >>= 1) halvings++;

        var power = BigInteger.ModPow(witness, odd, value);
        if (power.IsOne || power == value - 1) return true;
        for (var step = 1; step < halvings; step++)
        {
            power = power * power % value;
            if (power == value - 1) return true;
        }

        return false;
    }
}
