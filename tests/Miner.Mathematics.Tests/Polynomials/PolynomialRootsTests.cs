using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;
using Miner.Testing;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Polynomials;

internal sealed class PolynomialRootsTests
{
    [TestCase("3x + 12", "-4")]
    [TestCase("x^2 - 5x + 6", "2; 3")]
    [TestCase("x^2 - 6x + 9", "3")]
    [TestCase("2x^2 - 3x - 2", "-0.5; 2")]
    [TestCase("x^2 - 2", "-√2; √2")]
    [TestCase("x^2 - 2x - 11", "1 - 2√3; 1 + 2√3")]
    [TestCase("x^2 - x - 1", "(1 - √5)/2; (1 + √5)/2")]
    [TestCase("3x^2 - 1", "-√3/3; √3/3")]
    [TestCase("x^2 + 1", "i; -i")]
    [TestCase("x^2 - 4x + 13", "2 + 3i; 2 - 3i")]
    [TestCase("x^2 + 3", "√3 i; -√3 i")]
    [TestCase("x^3 - 6x^2 + 11x - 6", "1; 2; 3")]
    [TestCase("x^4 - 5x^2 + 6", "-√3; -√2; √2; √3")]
    [TestCase("x^4 - x^2", "-1; 0; 1")]
    [TestCase("x^3 - 8", "2; -1 + √3 i; -1 - √3 i")]
    [TestCase("6x^3 - 5x^2 - 2x + 1", "-0.5; 1/3; 1")]
    [TestCase("7", "")]
    public void Find_WhenSolvable_GivesEveryRootOnce(string polynomial, string expected)
    {
        var found = PolynomialRoots.Find(Parse(polynomial));

        Assert.That(string.Join("; ", found.Roots), Is.EqualTo(expected));
        Assert.That(found.IsComplete, Is.True);
    }

    [TestCase("x^3 - 2", "", "x^3 - 2")]
    [TestCase("x^6 - x^5 - 2x + 2", "1", "x^5 - 2")]
    [TestCase("x^4 + x + 1", "", "x^4 + x + 1")]
    public void Find_WhenNotSolvable_LeavesTheFactor(string polynomial, string expected, string unsolved)
    {
        var found = PolynomialRoots.Find(Parse(polynomial));

        Assert.That(string.Join("; ", found.Roots), Is.EqualTo(expected));
        Assert.That(found.Unsolved, Is.EqualTo(Parse(unsolved)));
    }

    [Test]
    public void Find_WhenZero_Throws() => Assert.That(() => PolynomialRoots.Find(new UnivariatePolynomial()), Throws.ArgumentException);

    [TestCase("720720 x^5 + x^4 + 3603600")]
    [TestCase("x^3 + 1000000016000000063")]
    [TestCase("123456789012345678901234567891 x^2 + 98765432109876543210987654321 x - 1")]
    [TestCase("x^3 + 9^300 x + 1/7^300")]
    public void Find_WhenCoefficientsAreHostile_EndsFast(string polynomial)
    {
        var parsed = Parse(polynomial);

        CpuTime.EnsureLess(TimeSpan.FromSeconds(1), () => PolynomialRoots.Find(parsed));
    }

    [Property]
    public bool Find_GivesTheRootsThatAPolynomialIsMadeOf(sbyte first, sbyte second, byte divisor)
    {
        var roots = new[] { (Rational)first, new Rational(second, divisor + 1) };
        var product = roots.Aggregate(
            UnivariatePolynomial.One,
            (all, root) => all * (UnivariatePolynomial.Variable - new UnivariatePolynomial(root)));
        return PolynomialRoots.Find(product.Scale(6)).Roots.Select(root => root.RationalPart).SequenceEqual(roots.Distinct().Order());
    }

    [TestCase("8", "2", 2)]
    [TestCase("50", "5", 2)]
    [TestCase("0.5", "0.5", 2)]
    [TestCase("-12", "2", -3)]
    [TestCase("9/4", "1.5", 1)]
    [TestCase("0", "0", 1)]
    [TestCase("1000018000081", "1000009", 1)]
    public void Simplify_TakesSquaresOut(string value, string coefficient, int radicand)
    {
        var simplified = SquareRoots.Simplify(Arithmetic.Evaluate(value).Value);

        Assert.That(simplified.Coefficient.ToString(), Is.EqualTo(coefficient));
        Assert.That((int)simplified.Radicand, Is.EqualTo(radicand));
    }

    [Test]
    public void Approximation_IsNoNumberForComplexOnes()
    {
        Assert.That(QuadraticSurd.Create(1, new Rational(1, 2), 5).Approximation, Is.EqualTo(2.118034).Within(1e-6));
        Assert.That(QuadraticSurd.Create(1, 1, -1).Approximation, Is.NaN);
        Assert.That(QuadraticSurd.Create(1, 1, -1).IsReal, Is.False);
    }

    private static UnivariatePolynomial Parse(string text) =>
        Expression.TryParse(text, out var expression) && PolynomialQuotient.TryCreate(expression, "x", out var quotient)
            ? quotient.AsPolynomial()
            : throw new ArgumentException(text);
}
