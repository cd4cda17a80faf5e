using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Polynomials;

internal sealed class UnivariatePolynomialTests
{
    [TestCase(new[] { 1, -5, 3 }, "3x^2 - 5x + 1")]
    [TestCase(new[] { 0, 1 }, "x")]
    [TestCase(new[] { 0, -1, 0, 2 }, "2x^3 - x")]
    [TestCase(new[] { -4 }, "-4")]
    [TestCase(new[] { 0, 0 }, "0")]
    public void ToString_WritesFallingPowers(int[] coefficients, string expected) =>
        Assert.That(Of(coefficients).ToString(), Is.EqualTo(expected));

    [Test]
    public void ToString_PutsFractionsInParentheses() =>
        Assert.That(new UnivariatePolynomial(new Rational(1, 2), new Rational(-1, 3)).ToString("t"), Is.EqualTo("-(1/3)t + 1/2"));

    [TestCase(new[] { 5 }, new int[0])]
    [TestCase(new[] { 1, 2, 3 }, new[] { 2, 6 })]
    [TestCase(new[] { 0, 0, 0, 0, 2 }, new[] { 0, 0, 0, 8 })]
    public void Derivative_LowersEveryPower(int[] coefficients, int[] expected) =>
        Assert.That(Of(coefficients).Derivative(), Is.EqualTo(Of(expected)));

    [Test]
    public void DivideByRoot_TakesOneFactorOut() => Assert.That(Of(-6, 11, -6, 1).DivideByRoot(2), Is.EqualTo(Of(3, -4, 1)));

    [Test]
    public void Pow_WhenPastTheDegreeLimit_IsRefused()
    {
        var sum = Of(1, 1);

        Assert.That(sum.Pow(UnivariatePolynomial.MaxDegree).Degree, Is.EqualTo(UnivariatePolynomial.MaxDegree));
        Assert.That(() => sum.Pow(UnivariatePolynomial.MaxDegree + 1), Throws.TypeOf<OverflowException>());
        Assert.That(() => sum.Pow(20) * sum.Pow(21), Throws.TypeOf<OverflowException>());
        Assert.That(() => sum.Pow(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Constructor_WhenCoefficientIsTooLong_IsRefused() =>
        Assert.That(
            () => new UnivariatePolynomial(((Rational)2).Pow(UnivariatePolynomial.MaxCoefficientBits)),
            Throws.TypeOf<OverflowException>());

    [Property]
    public bool Arithmetic_AgreesWithTheValues(short[] left, short[] right, short at)
    {
        var (first, second) = (Of([.. left.Take(10)]), Of([.. right.Take(10)]));
        var (one, other) = (first.Evaluate(at), second.Evaluate(at));
        return (first * second).Evaluate(at) == one * other
            && (first + second).Evaluate(at) == one + other
            && (first - second).Evaluate(at) == one - other
            && first.Pow(2).Evaluate(at) == one * one;
    }

    [Property]
    public bool Antiderivative_IsUndoneByTheDerivative(short[] coefficients) =>
        Of([.. coefficients.Take(20)]) is var polynomial && polynomial.Antiderivative().Derivative().Equals(polynomial);

    [TestCase("(x + 1)^2 - x", "x^2 + x + 1", "1")]
    [TestCase("(x - 1)/2", "(1/2)x - 1/2", "1")]
    [TestCase("12/x + 1", "x + 12", "x")]
    [TestCase("1/(x + 1) + 1/(x - 1)", "2x", "x^2 - 1")]
    [TestCase("x^-2", "1", "x^2")]
    [TestCase("sqrt(9) x^2", "3x^2", "1")]
    [TestCase("(x/2)^3", "(1/8)x^3", "1")]
    public void TryCreate_ReadsQuotients(string text, string numerator, string denominator)
    {
        Assert.That(Expression.TryParse(text, out var expression), Is.True);
        Assert.That(PolynomialQuotient.TryCreate(expression!, "x", out var quotient), Is.True);
        Assert.That((quotient!.Numerator.ToString(), quotient.Denominator.ToString()), Is.EqualTo((numerator, denominator)));
    }

    [Test]
    public void AsPolynomial_DividesByTheConstant()
    {
        Assert.That(Expression.TryParse("(x - 1)/2", out var expression), Is.True);
        Assert.That(PolynomialQuotient.TryCreate(expression!, "x", out var quotient), Is.True);
        Assert.That(quotient!.IsPolynomial, Is.True);
        Assert.That(quotient.AsPolynomial().ToString(), Is.EqualTo("(1/2)x - 1/2"));
    }

    [TestCase("sin(x)")]
    [TestCase("2^x")]
    [TestCase("sqrt(x)")]
    [TestCase("x + y")]
    [TestCase("x!")]
    [TestCase("sqrt(2) x")]
    [TestCase("1/(x - x)")]
    [TestCase("(x + 1)^41")]
    [TestCase("(x + 1)^20 * (x + 2)^21")]
    public void TryCreate_WhenNoQuotientWithinTheLimits_IsFalse(string text)
    {
        Assert.That(Expression.TryParse(text, out var expression), Is.True);
        Assert.That(PolynomialQuotient.TryCreate(expression!, "x", out var quotient), Is.False);
        Assert.That(quotient, Is.Null);
    }

    private static UnivariatePolynomial Of(params int[] coefficients) => new(coefficients.Select(coefficient => (Rational)coefficient));
}
