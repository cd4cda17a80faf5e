using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>Powers with a fraction for exponent, written with roots of primes as far as they can be.</summary>
internal sealed class RootExpander(WorkBudget budget)
{
    private const int LargestTrialDivisor = 1_000;

    /// <summary>Whether a root had to stay as it is, so that an identity may go unseen.</summary>
    public bool HasOpaqueAtoms { get; private set; }

    /// <summary><paramref name="value"/> to the power of <paramref name="exponent"/>, a fraction.</summary>
    /// <exception cref="DivideByZeroException">Zero to a negative power.</exception>
    public Polynomial Power(Polynomial value, Rational exponent)
    {
        if (value.IsZero) return exponent.Sign > 0 ? value : throw new DivideByZeroException();
        if (exponent.IsInteger && value.AsTerm() is not null) return value.Pow(exponent, budget);
        if (value.AsTerm() is var (coefficient, monomial)) return PowerOfTerm(coefficient, monomial, exponent);

        // √(4x + 4) and 2√(x + 1) are to have the same form.
        var content = Rational.Abs(value.LeadingCoefficient);
        HasOpaqueAtoms = true;
        var rest = value.Scale(Rational.One / content).Key;
        budget.Spend(1 + (rest.Length / 16));
        return Polynomial.Term(1, Factors(content).Pow(exponent).Times(Monomial.Of($"({rest})", exponent)));
    }

    /// <summary>A positive number as a product of powers of primes, and of what is left when all small ones are divided out.</summary>
    public Monomial Factors(Rational value) => Factors(value.Numerator).Times(Factors(value.Denominator).Pow(-1));

    private Monomial Factors(BigInteger value)
    {
        if (value.IsOne) return Monomial.One;
        budget.Spend(200 + ((int)value.GetBitLength() * 4));

        // A perfect power is taken apart first: its root may be a prime beyond the trial divisors.
        for (var degree = 64; degree > 1; degree--)
        {
            if (value.GetBitLength() <= degree || !((Rational)value).TryRoot(degree, out var root)) continue;
            return Factors(root.Numerator).Pow(degree);
        }

        var product = Monomial.One;
        for (var divisor = 2; divisor <= LargestTrialDivisor && value > 1; divisor++)
        {
            var exponent = 0;
            while ((value % divisor).IsZero)
            {
                value /= divisor;
                exponent++;
            }

            if (exponent > 0) product = product.Times(Monomial.Of($"{divisor}", exponent));
        }

        if (value.IsOne) return product;
        if (value >= LargestTrialDivisor * LargestTrialDivisor) HasOpaqueAtoms = true;
        return product.Times(Monomial.Of($"{value}", 1));
    }

    private Polynomial PowerOfTerm(Rational coefficient, Monomial monomial, Rational exponent)
    {
        var evenRoot = exponent.Denominator.IsEven;
        if (coefficient.Sign < 0 && evenRoot && (exponent.Denominator != 2 || !monomial.Powers.All(power => IsPositive(power.Atom))))
        {
            HasOpaqueAtoms = true;
            return Polynomial.Term(1, Monomial.Of($"({coefficient}*{monomial.Key})", exponent));
        }

        var sign = coefficient.Sign > 0 ? Monomial.One
            : evenRoot ? Monomial.Of("i", exponent.Numerator)
            : Monomial.Of("i", exponent.Numerator.IsEven ? 0 : 2);
        return Polynomial.Term(1, monomial.Powers.Aggregate(
            Factors(Rational.Abs(coefficient)).Pow(exponent).Times(sign),
            (product, power) => product.Times(PowerOfAtom(power.Atom, power.Exponent, exponent))));
    }

    /// <summary>(a^n)^exponent; where an even root undoes an even power, what comes out is the absolute value.</summary>
    private Monomial PowerOfAtom(string atom, Rational power, Rational exponent)
    {
        var result = power * exponent;
        var losesSign = exponent.Denominator.IsEven && !result.Denominator.IsEven && !result.Numerator.IsEven && !IsPositive(atom);
        if (!losesSign) return Monomial.Of(atom, result);

        HasOpaqueAtoms = true;
        return Monomial.Of($"abs({NormalForm.Whole(Polynomial.Term(1, Monomial.Of(atom, 1))).Key})", result);
    }

    private static bool IsPositive(string atom) => atom is "pi" or "e" || char.IsAsciiDigit(atom[0]);
}
