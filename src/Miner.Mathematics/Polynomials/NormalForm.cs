using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>
/// A formula expanded into one polynomial over another. <see cref="SameAs"/> decides whether two have the same value so long as roots
/// of primes, pi, e and variables are all that is in them; with other functions it may miss an identity, but never invents one.
/// </summary>
/// <param name="Numerator">What is divided.</param>
/// <param name="Denominator">Not zero.</param>
/// <param name="IsComplete">Whether every identity is known, so that different forms are different values.</param>
internal sealed record NormalForm(Polynomial Numerator, Polynomial Denominator, bool IsComplete)
{
    // Keeps the slowest expansion to some hundredths of a second, for there may be many in one vote.
    private const int Work = 6_000;

    public static NormalForm One { get; } = Whole(Polynomial.One);

    /// <summary>Whether nothing is divided by.</summary>
    public bool IsWhole => ReferenceEquals(Denominator, Polynomial.One);

    /// <summary>The value, where it is a rational number.</summary>
    public Rational? AsConstant() =>
        IsWhole ? Numerator.AsConstant() : null;

    /// <summary>Names the form for use inside an atom. Equal keys mean equal values; the reverse holds for polynomials alone.</summary>
    public string Key
    {
        get
        {
            if (IsWhole) return Numerator.Key;
            var scale = Rational.One / Denominator.LeadingCoefficient;
            return $"{Numerator.Scale(scale).Key}/({Denominator.Scale(scale).Key})";
        }
    }

    public static NormalForm Whole(Polynomial value) => new(value, Polynomial.One, IsComplete: true);

    /// <summary>The quotient; a divisor of one term is multiplied into the numerator, with its exponents negated.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    /// <exception cref="OverflowException">The budget is spent.</exception>
    public static NormalForm Over(Polynomial numerator, Polynomial denominator, WorkBudget budget)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        if (ReferenceEquals(denominator, Polynomial.One)) return Whole(numerator);
        return denominator.AsTerm() is var (coefficient, monomial)
            ? Whole(numerator.Times(Polynomial.Term(Rational.One / coefficient, monomial.Pow(-1)), budget))
            : new NormalForm(numerator, denominator, IsComplete: true);
    }

    /// <summary>The normal form, or null where the formula divides by zero or takes too much work to expand.</summary>
    public static NormalForm? TryCreate(Expression expression)
    {
        try
        {
            var budget = new WorkBudget(Work);
            var expander = new Expander(budget);
            var form = expander.Expand(expression);
            var denominator = form.IsWhole ? form.Denominator : form.Denominator.WithoutSquaredSines(budget);
            return Over(form.Numerator.WithoutSquaredSines(budget), denominator, budget) with { IsComplete = expander.IsComplete };
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether both have the same value wherever both are defined; null where that cannot be told. False where it takes too much work.
    /// </summary>
    public bool? SameAs(NormalForm other)
    {
        try
        {
            var budget = new WorkBudget(Work);
            var difference = Numerator.Times(other.Denominator, budget)
                .Minus(other.Numerator.Times(Denominator, budget), budget)
                .WithoutSquaredSines(budget);
            if (difference.IsZero) return true;

            // A single term does not vanish, whatever its atoms are; several may cancel in a way that is not known here.
            return (IsComplete && other.IsComplete) || difference.AsTerm() is not null ? false : null;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
