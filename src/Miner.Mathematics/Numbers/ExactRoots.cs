using System.Numerics;

namespace Miner.Mathematics.Numbers;

/// <summary>Roots that are rational.</summary>
public static class ExactRoots
{
    /// <summary>
    /// The real root of <paramref name="value"/> where it is rational: the non-negative one of an even degree, the only one of an odd.
    /// </summary>
    /// <param name="value">The number to take the root of.</param>
    /// <param name="degree">Greater than zero.</param>
    /// <param name="root">The root, or zero where there is none.</param>
    public static bool TryRoot(this Rational value, BigInteger degree, out Rational root)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, BigInteger.One);
        root = default;
        if (value.IsZero || value.IsOne || degree.IsOne)
        {
            root = value;
            return true;
        }

        if (value.Sign < 0)
        {
            if (degree.IsEven || !(-value).TryRoot(degree, out var positive)) return false;
            root = -positive;
            return true;
        }

        // Any number but one has fewer bits than the degree of a rational root of it could make.
        if (degree >= value.BitLength) return false;
        if (!TryRoot(value.Numerator, (int)degree, out var numerator) || !TryRoot(value.Denominator, (int)degree, out var denominator))
        {
            return false;
        }

        root = new Rational(numerator, denominator);
        return true;
    }

    private static bool TryRoot(BigInteger value, int degree, out BigInteger root)
    {
        // Newton's iteration from above falls monotonously to the floor of the root.
        root = BigInteger.One << (int)((value.GetBitLength() / degree) + 1);
        while (true)
        {
            var next = (((degree - 1) * root) + (value / BigInteger.Pow(root, degree - 1))) / degree;
            if (next >= root) break;
            root = next;
        }

        return BigInteger.Pow(root, degree) == value;
    }
}
