using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>
/// Integrals of sums of powers, exponentials, logarithms, sines and cosines of linear functions, and of c / (a x² + b).
/// </summary>
internal static class Integrals
{
    /// <summary>The definite integral; null where it is none of these, or where a value may be missing between the bounds.</summary>
    public static Expression? Between(string variable, Expression from, Expression to, Expression body)
    {
        if (IsInfinite(from) || IsInfinite(to)) return null;
        if (new Integrand(variable, from, to).Antiderivative(body) is not { } antiderivative) return null;
        return new Sum([antiderivative.With(variable, to), Scaled(-1, antiderivative.With(variable, from))]);
    }

    private static bool IsInfinite(Expression bound) => double.IsInfinity(bound.Approximate());

    private static Product Scaled(Rational factor, Expression expression) => new([new Number(factor), expression]);

    private sealed record Integrand(string Variable, Expression From, Expression To)
    {
        private Symbol Name => new(Variable);

        public Expression? Antiderivative(Expression body)
        {
            if (IsConstant(body)) return new Product([body, Name]);
            if (PolynomialQuotient.TryCreate(body, Variable, out var quotient))
            {
                if (quotient.IsPolynomial) return Expand(quotient.AsPolynomial().Antiderivative());
                if (quotient is { Numerator.IsConstant: true, Denominator.Degree: 2 } && OverSquare(quotient) is { } arc) return arc;
            }

            return body switch
            {
                Sum sum => Combine(sum),
                Product product => OfProduct(product),
                Power { Base: Power inner } power when WholePower(inner, power) is { } whole => Antiderivative(whole),
                Power { Base: Symbol { Name: "e" }, Exponent: var exponent } when Slope(exponent) is { } slope =>
                    Scaled(Rational.One / slope, body),
                Power power => OfPower(power),
                FunctionCall { Function: "sin", Arguments: [var angle] } when Slope(angle) is { } slope =>
                    Scaled(-Rational.One / slope, new FunctionCall("cos", [angle])),
                FunctionCall { Function: "cos", Arguments: [var angle] } when Slope(angle) is { } slope =>
                    Scaled(Rational.One / slope, new FunctionCall("sin", [angle])),
                FunctionCall { Function: "ln", Arguments: [Symbol argument] }
                    when argument.Name == Variable && KeepsSign(argument, isRoot: true, mayBeZero: false) =>
                    new Sum([new Product([argument, body]), Scaled(-1, argument)]),
                _ => null,
            };
        }

        private Sum? Combine(Sum sum)
        {
            var terms = sum.Terms.Select(Antiderivative).ToList();
            return terms.Contains(null) ? null : new Sum([.. terms.Select(term => term!)]);
        }

        private Product? OfProduct(Product product)
        {
            var constants = product.Factors.Where(IsConstant).ToList();
            var rest = product.Factors.Where(factor => !IsConstant(factor)).ToList();
            var inner = rest is [var only] ? only : constants.Count > 0 ? new Product(rest) : null;
            return inner is not null && Antiderivative(inner) is { } antiderivative ? new Product([.. constants, antiderivative]) : null;
        }

        /// <summary>A whole power of a whole power as one; null for others, which need not be one for negative numbers.</summary>
        private static Power? WholePower(Power inner, Power outer) =>
            Arithmetic.Evaluate(inner.Exponent) is { HasValue: true, Value: { IsInteger: true } first }
            && Arithmetic.Evaluate(outer.Exponent) is { HasValue: true, Value: { IsInteger: true } second }
                ? new Power(inner.Base, new Number(first * second))
                : null;

        private Product? OfPower(Power power)
        {
            if (Slope(power.Base) is not { } slope) return null;
            if (Arithmetic.Evaluate(power.Exponent) is not { HasValue: true, Value: var exponent }) return null;
            var isPolynomial = exponent.Sign > 0 && exponent.IsInteger;
            if (!isPolynomial && !KeepsSign(power.Base, isRoot: !exponent.IsInteger, mayBeZero: exponent.Sign > 0)) return null;
            if (exponent == -Rational.One)
                return Scaled(Rational.One / slope, new FunctionCall("ln", [new FunctionCall("abs", [power.Base])]));

            var next = exponent + Rational.One;
            return Scaled(Rational.One / (slope * next), new Power(power.Base, new Number(next)));
        }

        /// <summary>c / (a x² + b) with a and b of one sign: an arc tangent.</summary>
        private Product? OverSquare(PolynomialQuotient quotient)
        {
            var (square, linear, constant) = (quotient.Denominator[2], quotient.Denominator[1], quotient.Denominator[0]);
            if (!linear.IsZero || (square * constant).Sign <= 0) return null;

            Power Root(Rational value) => new(new Number(value), new Number(new Rational(1, 2)));
            return new Product(
            [
                new Number(quotient.Numerator[0] / constant), Root(constant / square),
                new FunctionCall("arctan", [new Product([Name, Root(square / constant)])]),
            ]);
        }

        private Sum Expand(UnivariatePolynomial polynomial) => new(
            [.. Enumerable.Range(0, polynomial.Degree + 1).Select(exponent =>
                Scaled(polynomial[exponent], new Power(Name, new Number(exponent))))]);

        private bool IsConstant(Expression expression) => !expression.Variables().Contains(Variable);

        /// <summary>Of a linear function of the variable that is not constant; null for others.</summary>
        private Rational? Slope(Expression expression) =>
            PolynomialQuotient.TryCreate(expression, Variable, out var quotient) && quotient is { IsPolynomial: true, Numerator.Degree: 1 }
                ? quotient.AsPolynomial()[1]
                : null;

        /// <summary>Whether a linear function is positive from one bound to the other; where it is no root, it may be negative.</summary>
        private bool KeepsSign(Expression linear, bool isRoot, bool mayBeZero)
        {
            var (first, last) = (linear.With(Variable, From).Approximate(), linear.With(Variable, To).Approximate());
            if (mayBeZero) return first >= 0 && last >= 0;
            return (first > 0 && last > 0) || (!isRoot && first < 0 && last < 0);
        }
    }
}
