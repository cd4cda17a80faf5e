using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Polynomials;

/// <summary>Zeros of polynomials of every degree, each confirmed by a computer algebra system.</summary>
internal sealed class FactoredPolynomialsTests
{
    [TestCase("4x^2 + 4x + 1", "-0.5")]
    [TestCase("10x^2 - 7x + 1", "0.2; 0.5")]
    [TestCase("x^2/2 - x/3", "0; 2/3")]
    [TestCase("2x^3 - 3x^2 - 3x + 2", "-1; 0.5; 2")]
    [TestCase("x^3 - 2x", "-√2; 0; √2")]
    [TestCase("x^3 + x^2 - 2x - 2", "-√2; -1; √2")]
    [TestCase("x^4 - 1", "-1; 1; i; -i")]
    [TestCase("x^4 - 4", "-√2; √2; √2 i; -√2 i")]
    [TestCase("x^4 + 5x^2 + 4", "i; -i; 2i; -2i")]
    [TestCase("(x - 1)^3 (x + 2)^2", "-2; 1")]
    [TestCase("(2x - 3)(3x + 2)(x - 5)", "-2/3; 1.5; 5")]
    [TestCase("x^5 - 5x^3 + 4x", "-2; -1; 0; 1; 2")]
    [TestCase("x^4 - 10x^3 + 35x^2 - 50x + 24", "1; 2; 3; 4")]
    public void Find_WhenAllZerosAreKnown_GivesThem(string text, string expected)
    {
        var found = PolynomialRoots.Find(Parse(text));

        Assert.That(found.IsComplete, Is.True);
        Assert.That(found.Roots.Select(root => root.ToString()), Is.EquivalentTo(expected.Split("; ")));
        Assert.That(found.Roots.Where(root => root.IsReal).Select(root => root.Approximation), Is.Ordered);
    }

    [TestCase("x^4 + 4", "", "x^4 + 4")]
    [TestCase("x^4 - 10x^2 + 1", "", "x^4 - 10x^2 + 1")]
    [TestCase("x^6 - 1", "-1; 1", "x^4 + x^2 + 1")]
    [TestCase("(x - 1/2)(x^3 - 2)", "0.5", "x^3 - 2")]
    [TestCase("x^2 (x^3 + x + 1)", "0", "x^3 + x + 1")]
    public void Find_WhenAFactorHasNoSimpleZeros_LeavesIt(string text, string expected, string unsolved)
    {
        var found = PolynomialRoots.Find(Parse(text));

        Assert.That(string.Join("; ", found.Roots), Is.EqualTo(expected));
        Assert.That(found.Unsolved, Is.EqualTo(Parse(unsolved)));
    }

    [TestCase("x^3 - 6x^2 + 11x - 6", "2", "x^2 - 4x + 3")]
    [TestCase("2x^2 - 3x + 1", "1/2", "2x - 2")]
    [TestCase("x^3 + 1", "-1", "x^2 - x + 1")]
    [TestCase("x^2 + 1", "0", "x", Description = "the remainder is left out")]
    public void DivideByRoot_OfAPolynomial_IsTheQuotient(string text, string root, string expected) =>
        Assert.That(Parse(text).DivideByRoot(Formulas.Value(root)), Is.EqualTo(Parse(expected)));

    [TestCase("x^3 - 2x + 5", "-2", "1")]
    [TestCase("x^3 - 2x + 5", "1/2", "4.125")]
    [TestCase("7", "100", "7")]
    [TestCase("x - x", "3", "0")]
    public void Evaluate_AtAValue_IsExact(string text, string at, string expected) =>
        Assert.That(Parse(text).Evaluate(Formulas.Value(at)), Is.EqualTo(Formulas.Value(expected)));

    [TestCase("(2x + 1)^3", "6(2x + 1)^2", "x^3 (2x) + 4x^3 + 3x^2 + x")]
    [TestCase("x^2/2 - 3", "x", "x^3/6 - 3x")]
    [TestCase("5", "0", "5x")]
    public void Derivative_AndAntiderivative_OfAPolynomial(string text, string derivative, string antiderivative)
    {
        Assert.That(Parse(text).Derivative(), Is.EqualTo(Parse(derivative)));
        Assert.That(Parse(text).Antiderivative(), Is.EqualTo(Parse(antiderivative)));
    }

    [TestCase("x/(x + 1) - 1/(x + 1)", "x - 1", "x + 1", Description = "one denominator for both")]
    [TestCase("(x + 1)/x * x/(x - 1)", "x^2 + x", "x^2 - x", Description = "not reduced")]
    [TestCase("(1/x)^-2", "x^2", "1")]
    [TestCase("1/(1 + 1/x)", "x", "x + 1")]
    [TestCase("x / 0.5", "2x", "1")]
    public void Quotient_OfAFraction_HasBothPolynomials(string text, string numerator, string denominator)
    {
        Assert.That(PolynomialQuotient.TryCreate(Formulas.Of(text), "x", out var quotient), Is.True);
        Assert.That(quotient!.Numerator * Parse(denominator), Is.EqualTo(Parse(numerator) * quotient.Denominator));
        Assert.That(quotient.Numerator.Degree, Is.EqualTo(Parse(numerator).Degree));
    }

    [TestCase("0", "0")]
    [TestCase("-1/2", "-0.5")]
    [TestCase("3", "3")]
    public void SurdOfANumber_HasNoRoot(string value, string expected) =>
        Assert.That(((QuadraticSurd)Formulas.Value(value)).ToString(), Is.EqualTo(expected));

    private static UnivariatePolynomial Parse(string text) =>
        PolynomialQuotient.TryCreate(Formulas.Of(text), "x", out var quotient)
            ? quotient.AsPolynomial()
            : throw new ArgumentException($"This is no polynomial: {text}", nameof(text));
}
