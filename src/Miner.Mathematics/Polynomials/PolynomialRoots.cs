using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>The zeros of a polynomial, as far as they can be written exactly.</summary>
/// <param name="Roots">Each once: the real ones ascending, then the complex ones.</param>
/// <param name="Unsolved">The factor whose zeros are not among <paramref name="Roots"/>; a constant where all are.</param>
public sealed record PolynomialRoots(IReadOnlyList<QuadraticSurd> Roots, UnivariatePolynomial Unsolved)
{
    private const int MaxCandidates = 4_000;

    public bool IsComplete => Unsolved.IsConstant;

    /// <summary>
    /// Rational zeros are found by trying the quotients of the divisors of the outer coefficients, as long as there are at most
    /// 4,000 of them; what is left is solved where it is of the second degree, or of the fourth without odd powers.
    /// </summary>
    /// <param name="polynomial">Not zero.</param>
    /// <exception cref="OverflowException">A number on the way is too large.</exception>
    public static PolynomialRoots Find(UnivariatePolynomial polynomial)
    {
        if (polynomial.IsZero) throw new ArgumentException("Every number is a zero of it.", nameof(polynomial));

        var roots = new List<QuadraticSurd>();
        var rest = polynomial;
        while (!rest.IsConstant && rest[0].IsZero) rest = Divide(rest, Rational.Zero, roots);
        if (rest.Degree > 2)
        {
            foreach (var candidate in Candidates(rest))
            {
                while (rest.Degree > 0 && rest.Evaluate(candidate).IsZero) rest = Divide(rest, candidate, roots);
            }
        }

        roots.AddRange(SolveRest(rest));
        if (rest.Degree <= 2 || IsBiquadratic(rest)) rest = UnivariatePolynomial.One;
        return new PolynomialRoots([.. roots.Distinct().OrderBy(root => root.IsReal ? 0 : 1).ThenBy(root => root.Approximation)], rest);
    }

    private static UnivariatePolynomial Divide(UnivariatePolynomial polynomial, Rational root, List<QuadraticSurd> roots)
    {
        roots.Add(root);
        return polynomial.DivideByRoot(root);
    }

    private static IEnumerable<QuadraticSurd> SolveRest(UnivariatePolynomial rest)
    {
        if (rest.Degree == 1) return [-rest[0] / rest[1]];
        if (rest.Degree == 2) return SolveQuadratic(rest[2], rest[1], rest[0]);
        if (!IsBiquadratic(rest)) return [];

        return SolveQuadratic(rest[4], rest[2], rest[0]).SelectMany(square => new[]
        {
            QuadraticSurd.Create(Rational.Zero, 1, square.RationalPart),
            QuadraticSurd.Create(Rational.Zero, -1, square.RationalPart),
        });
    }

    /// <summary>Whether it is a quadratic in the square of the variable with a rational solution.</summary>
    private static bool IsBiquadratic(UnivariatePolynomial polynomial) =>
        polynomial.Degree == 4 && polynomial[1].IsZero && polynomial[3].IsZero
        && Discriminant(polynomial[4], polynomial[2], polynomial[0]).TryRoot(2, out _);

    private static Rational Discriminant(Rational a, Rational b, Rational c) => (b * b) - (4 * a * c);

    private static IEnumerable<QuadraticSurd> SolveQuadratic(Rational a, Rational b, Rational c)
    {
        var discriminant = Discriminant(a, b, c);
        var half = Rational.One / (2 * a);
        return [QuadraticSurd.Create(-b * half, half, discriminant), QuadraticSurd.Create(-b * half, -half, discriminant)];
    }

    private static IEnumerable<Rational> Candidates(UnivariatePolynomial polynomial)
    {
        var scale = Enumerable.Range(0, polynomial.Degree + 1).Aggregate(BigInteger.One, (product, exponent) =>
            product / BigInteger.GreatestCommonDivisor(product, polynomial[exponent].Denominator) * polynomial[exponent].Denominator);
        var numerators = NumberTheory.Divisors((polynomial[0] * scale).Numerator);
        var denominators = NumberTheory.Divisors((polynomial.LeadingCoefficient * scale).Numerator);
        if (numerators is null || denominators is null || numerators.Count * denominators.Count > MaxCandidates) return [];

        return numerators
            .SelectMany(numerator => denominators.Select(denominator => new Rational(numerator, denominator)))
            .Distinct()
            .SelectMany(candidate => new[] { candidate, -candidate });
    }
}
