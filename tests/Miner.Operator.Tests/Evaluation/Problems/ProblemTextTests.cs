using System.Numerics;
using Miner.Operator.Evaluation.Problems;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class ProblemTextTests
{
    [TestCase(6, 8, "3/4")]
    [TestCase(4, -2, "-2")]
    [TestCase(-3, -6, "1/2")]
    [TestCase(0, 5, "0")]
    public void Fraction_OfTwoNumbers_IsInLowestTerms(int numerator, int denominator, string text) =>
        Assert.That(ProblemText.Fraction(numerator, denominator), Is.EqualTo(text));

    [TestCase(1_250, 2, "12.5")]
    [TestCase(5, 3, "0.005")]
    [TestCase(-40, 1, "-4")]
    [TestCase(0, 2, "0")]
    public void Decimal_OfScaledDigits_HasNoZerosAtItsEnd(int scaled, int places, string text) =>
        Assert.That(ProblemText.Decimal(scaled, places), Is.EqualTo(text));

    [Test]
    public void Decimal_OfMoreDigitsThanADoubleHas_KeepsThemAll() =>
        Assert.That(ProblemText.Decimal(BigInteger.Pow(10, 30) + 1, 2), Is.EqualTo("10000000000000000000000000000.01"));

    [TestCase("3x^2 - x + 5", 5, -1, 3)]
    [TestCase("-x^2", 0, 0, -1)]
    [TestCase("x - 1", -1, 1)]
    [TestCase("7", 7)]
    [TestCase("0", 0, 0)]
    public void Polynomial_OfCoefficients_LeavesOnesAndZerosOut(string text, params int[] coefficients) =>
        Assert.That(ProblemText.Polynomial(coefficients), Is.EqualTo(text));

    [TestCase(3, "+ 3")]
    [TestCase(-3, "- 3")]
    public void Signed_OfANumber_IsWhatFollowsATerm(int value, string text) => Assert.That(ProblemText.Signed(value), Is.EqualTo(text));

    [Test]
    public void Enumeration_OfNumbers_EndsWithAnd() => Assert.That(ProblemText.Enumeration([3, 5, 8]), Is.EqualTo("3, 5 and 8"));
}
