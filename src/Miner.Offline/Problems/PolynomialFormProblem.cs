using System.Numerics;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>Zeros, factors and the expanded form of a polynomial in one variable.</summary>
internal static class PolynomialFormProblem
{
    private const string What = "( (following )?(expression|polynomial|quadratic|quadratic polynomial|product))?( :)?";

    private static readonly QuestionForm[] Forms =
    [
        new("<ask>(?<real>real )?(roots?|zeros?|zeroes) of (polynomial |function |quadratic |quadratic polynomial )?<formula>", FindRoots),
        new($"(factor|factorise|factorize){What} <formula>( completely| fully)?", Factor),
        new("<ask>factori[sz]ation of <formula>", Factor),
        new($"(expand|multiply out|expand and simplify|simplify){What} <formula>", Expand),
        new("<ask>expansion of <formula>", Expand),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? FindRoots(Reading reading) =>
        Read(reading, allowName: true) is var (_, definition)
            ? PolynomialEquationSteps.Solve(
                new Equation($"{definition.Text} = 0", definition.Expression, new Number(Rational.Zero)),
                definition.Variable!,
                reading.Has("real"))
            : null;

    private static Solution? Factor(Reading reading) =>
        Read(reading, allowName: true) is var (polynomial, definition) ? Factor(polynomial, definition.Text, definition.Variable!) : null;

    private static Solution? Expand(Reading reading)
    {
        if (Read(reading, allowName: false) is not var (polynomial, definition)) return null;
        var text = polynomial.ToString(definition.Variable!);
        return new Solution(text, $"{definition.Text} = {text}");
    }

    private static (UnivariatePolynomial Polynomial, Definition Definition)? Read(Reading reading, bool allowName) =>
        Definition.Read(reading.Formula("formula")) is { Variable: { } variable } definition
        && (allowName || definition.Name is null)
        && PolynomialQuotient.TryCreate(definition.Expression, variable, out var quotient)
        && quotient.IsPolynomial
            ? (quotient.AsPolynomial(), definition)
            : null;

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

        // Without a rational zero a polynomial of the fourth degree may still be a product of two of the second.
        if (rest.Degree > 3) return null;
        var content = Content(rest);
        if (rest.Degree > 0) factors.Add($"({rest.Scale(Rational.One / content).ToString(variable)})");
        var constant = content.IsOne ? "" : content == -1 ? "-" : $"{DecimalText.Fraction(content)} ";
        var product = constant + string.Concat(factors);
        return new Solution(product, $"{text} = {product}");
    }

    /// <summary>What can be taken out of all coefficients to leave whole ones without a common divisor, the first positive.</summary>
    private static Rational Content(UnivariatePolynomial polynomial)
    {
        var (divisor, multiple) = (BigInteger.Zero, BigInteger.One);
        for (var degree = 0; degree <= polynomial.Degree; degree++)
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, polynomial[degree].Numerator);
            var denominator = polynomial[degree].Denominator;
            multiple = multiple / BigInteger.GreatestCommonDivisor(multiple, denominator) * denominator;
        }

        return new Rational(polynomial[polynomial.Degree].Sign < 0 ? -divisor : divisor, multiple);
    }
}
