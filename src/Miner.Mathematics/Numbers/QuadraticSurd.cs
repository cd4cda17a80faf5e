using System.Numerics;

namespace Miner.Mathematics.Numbers;

/// <summary>A number of the form a + b√d, as the solutions of quadratic equations are; where d is negative it is complex.</summary>
public sealed record QuadraticSurd
{
    private QuadraticSurd(Rational rational, Rational coefficient, BigInteger radicand) =>
        (RationalPart, Coefficient, Radicand) = (rational, coefficient, radicand);

    public Rational RationalPart { get; }

    /// <summary>What the root is multiplied by.</summary>
    public Rational Coefficient { get; }

    /// <summary>What stands under the root; 1 where the coefficient is zero.</summary>
    public BigInteger Radicand { get; }

    public bool IsReal => Radicand.Sign >= 0;

    public bool IsRational => Coefficient.IsZero;

    /// <summary>The nearest double of a real number, NaN for another.</summary>
    public double Approximation =>
        IsReal ? (double)RationalPart + ((double)Coefficient * Math.Sqrt((double)Radicand)) : double.NaN;

    public static implicit operator QuadraticSurd(Rational value) => new(value, Rational.Zero, BigInteger.One);

    /// <summary><paramref name="rational"/> + <paramref name="coefficient"/> · √<paramref name="radicand"/>, simplified.</summary>
    /// <exception cref="OverflowException">A number on the way is too large.</exception>
    public static QuadraticSurd Create(Rational rational, Rational coefficient, Rational radicand)
    {
        var (factor, inside) = SquareRoots.Simplify(radicand);
        var outside = coefficient * factor;
        if (outside.IsZero) return rational;
        return inside.IsOne ? rational + outside : new QuadraticSurd(rational, outside, inside);
    }

    /// <summary><c>3</c>, <c>√2</c>, <c>1 - 2√3</c>, <c>(1 + √5)/2</c>, <c>2 + 3i</c>.</summary>
    public override string ToString()
    {
        if (IsRational) return RationalPart.ToString();

        var divisor = RationalPart.Denominator * Coefficient.Denominator
            / BigInteger.GreatestCommonDivisor(RationalPart.Denominator, Coefficient.Denominator);
        var sum = SumText.Join([(RationalPart * divisor, ""), (Coefficient * divisor, RootText())]);
        if (divisor.IsOne) return sum;
        return RationalPart.IsZero ? $"{sum}/{divisor}" : $"({sum})/{divisor}";
    }

    private string RootText()
    {
        if (IsReal) return $"√{Radicand}";
        return Radicand == BigInteger.MinusOne ? "i" : $"√{-Radicand} i";
    }
}
