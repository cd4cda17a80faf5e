using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>Limits of quotients of polynomials, and of what has a power series with rational coefficients.</summary>
internal static class Limits
{
    /// <summary>The limit where it is a rational number that can be told; else null.</summary>
    /// <param name="point">A rational number, or infinity with either sign.</param>
    public static Expression? At(string variable, Expression point, Expression body)
    {
        var far = point.Approximate();
        if (double.IsInfinity(far)) return AtInfinity(variable, Math.Sign(far), body);
        if (Arithmetic.Evaluate(point) is not { HasValue: true, Value: var near }) return null;
        if (PolynomialQuotient.TryCreate(body, variable, out var quotient)) return Number(Of(quotient, near));

        var shifted = near.IsZero ? body : body.With(variable, new Sum([new Symbol(variable), new Number(near)]));
        return Number(PowerSeries.Of(shifted, variable, isOneSided: false)?.Limit);
    }

    private static Number? AtInfinity(string variable, int sign, Expression body)
    {
        if (PolynomialQuotient.TryCreate(body, variable, out var quotient))
        {
            var (top, bottom) = (quotient.Numerator, quotient.Denominator);
            return top.IsZero || top.Degree < bottom.Degree ? new Number(Rational.Zero)
                : top.Degree == bottom.Degree ? new Number(top.LeadingCoefficient / bottom.LeadingCoefficient)
                : null;
        }

        // At infinity of x is at zero of 1/x, from one side.
        var inverse = new Product([new Number(sign), new Power(new Symbol(variable), new Number(-Rational.One))]);
        return Number(PowerSeries.Of(body.With(variable, inverse), variable, isOneSided: true)?.Limit);
    }

    private static Rational? Of(PolynomialQuotient quotient, Rational near)
    {
        var (top, bottom) = (quotient.Numerator, quotient.Denominator);
        if (top.IsZero) return Rational.Zero;
        while (!top.IsConstant && bottom.Evaluate(near).IsZero && top.Evaluate(near).IsZero)
            (top, bottom) = (top.DivideByRoot(near), bottom.DivideByRoot(near));
        return bottom.Evaluate(near).IsZero ? null : top.Evaluate(near) / bottom.Evaluate(near);
    }

    private static Number? Number(Rational? value) => value is { } known ? new Number(known) : null;
}
