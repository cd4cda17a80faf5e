using System.Diagnostics.CodeAnalysis;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>One polynomial over another, not reduced: a zero of the denominator stays one where the numerator is zero too.</summary>
/// <param name="Denominator">Not zero.</param>
public sealed record PolynomialQuotient(UnivariatePolynomial Numerator, UnivariatePolynomial Denominator)
{
    public bool IsPolynomial => Denominator.IsConstant;

    /// <summary>The polynomial that this is, where nothing is divided by but constants.</summary>
    public UnivariatePolynomial AsPolynomial() => Numerator.Scale(Rational.One / Denominator[0]);

    /// <summary>
    /// Reads <paramref name="expression"/> as a function of <paramref name="variable"/>. False where it holds anything but sums,
    /// products, quotients and whole powers of it and of rational numbers, where it divides by zero, or where it is too large.
    /// </summary>
    public static bool TryCreate(Expression expression, string variable, [NotNullWhen(true)] out PolynomialQuotient? quotient)
    {
        try
        {
            quotient = Create(expression, variable);
        }
        catch (OverflowException)
        {
            quotient = null;
        }

        return quotient is not null;
    }

    private static PolynomialQuotient? Create(Expression expression, string variable) => expression switch
    {
        Symbol symbol => symbol.Name == variable ? Whole(UnivariatePolynomial.Variable) : null,
        Sum sum => Fold(sum.Terms, variable, Add),
        Product product => Fold(product.Factors, variable, Multiply),
        Power power when Create(power.Base, variable) is { } value => Raise(value, power.Exponent),
        Power => null,
        _ => Arithmetic.Evaluate(expression) is { HasValue: true, Value: var value } ? Whole(new UnivariatePolynomial(value)) : null,
    };

    private static PolynomialQuotient? Fold(
        IReadOnlyList<Expression> operands, string variable, Func<PolynomialQuotient, PolynomialQuotient, PolynomialQuotient> combine)
    {
        PolynomialQuotient? total = null;
        foreach (var operand in operands)
        {
            if (Create(operand, variable) is not { } next) return null;
            total = total is null ? next : combine(total, next);
        }

        return total;
    }

    private static PolynomialQuotient? Raise(PolynomialQuotient value, Expression exponent)
    {
        if (Arithmetic.Evaluate(exponent) is not { HasValue: true, Value: var power }) return null;
        if (value.Numerator.IsConstant && value.IsPolynomial)
        {
            var constant = Arithmetic.Evaluate(new Power(new Number(value.AsPolynomial()[0]), new Number(power)));
            return constant.HasValue ? Whole(new UnivariatePolynomial(constant.Value)) : null;
        }

        if (!power.IsInteger || Rational.Abs(power) > UnivariatePolynomial.MaxDegree) return null;
        if (power.Sign < 0)
        {
            if (value.Numerator.IsZero) return null;
            value = new PolynomialQuotient(value.Denominator, value.Numerator);
        }

        var times = (int)Rational.Abs(power).Numerator;
        return new PolynomialQuotient(value.Numerator.Pow(times), value.Denominator.Pow(times));
    }

    private static PolynomialQuotient Add(PolynomialQuotient left, PolynomialQuotient right) =>
        left.Denominator.Equals(right.Denominator)
            ? left with { Numerator = left.Numerator + right.Numerator }
            : new PolynomialQuotient(
                (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    private static PolynomialQuotient Multiply(PolynomialQuotient left, PolynomialQuotient right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    private static PolynomialQuotient Whole(UnivariatePolynomial polynomial) => new(polynomial, UnivariatePolynomial.One);
}
