using System.Numerics;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>Zeros, factors and the expanded form of a polynomial in one variable.</summary>
internal static class PolynomialFormProblem
{
    private static readonly HashSet<string> Vocabulary = Words.Set(
        "roots root zeros zero factor factorise factorize factored factorisation factorization expand expanded simplify simplified multiply "
        + "polynomial quadratic cubic completely fully form function all real over integers collect like terms");

    public static Solution? Solve(Question question)
    {
        if (
            !question.HasOnly(Vocabulary)
            || FormulaTarget.Find(question.Formulas) is not { Variable: { } variable, Rest.Count: 0, Values.Count: 0 } target)
            return null;
        if (!PolynomialQuotient.TryCreate(target.Expression, variable, out var quotient) || !quotient.IsPolynomial) return null;

        var polynomial = quotient.AsPolynomial();
        if (question.Mentions("roots", "root", "zeros", "zero"))
            return PolynomialEquationSteps.Solve(
                new Equation($"{target.Text} = 0", target.Expression, new Number(Rational.Zero)),
                variable);
        if (question.Mentions("factor", "factorise", "factorize", "factored", "factorisation", "factorization"))
            return Factor(polynomial, target.Text, variable);
        if (target.Function is not null) return null;
        return question.Mentions("expand", "expanded", "simplify", "simplified", "multiply", "collect")
            ? new Solution(polynomial.ToString(variable), $"{target.Text} = {polynomial.ToString(variable)}")
            : null;
    }

    private static Solution? Factor(UnivariatePolynomial polynomial, string text, string variable)
    {
        if (polynomial.IsConstant) return null;

        var rest = polynomial;
        var factors = new List<string>();
        foreach (var root in PolynomialRoots.Find(polynomial).Roots.Where(root => root.IsRational).Select(root => root.RationalPart))
        {
            // (3x - 1) instead of (x - 1/3): the denominator goes into the factor.
            var power = 0;
            for (; rest.Degree > 0 && rest.Evaluate(root).IsZero; power++)
                rest = rest.DivideByRoot(root).Scale(new Rational(BigInteger.One, root.Denominator));
            var factor = new UnivariatePolynomial(-root.Numerator, root.Denominator).ToString(variable);
            factors.Add((root.IsZero ? factor : $"({factor})") + (power > 1 ? $"^{power}" : ""));
        }

        if (rest.Degree > 0) factors.Add($"({rest.ToString(variable)})");
        var constant = rest.Degree > 0 || rest[0].IsOne ? "" : rest[0] == -1 ? "-" : $"{DecimalText.Fraction(rest[0])} ";
        var product = constant + string.Concat(factors);
        return new Solution(product, $"{text} = {product}");
    }
}
