using Miner.Mathematics.Polynomials;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Polynomials;

internal sealed class FormulaTests
{
    [TestCase("(x+1)^2", "x^2 + 2x + 1")]
    [TestCase("(x-1)(x+1)", "x^2 - 1")]
    [TestCase("(a+b)^3", "a^3 + 3a^2 b + 3a b^2 + b^3")]
    [TestCase("(x^2-1)/(x-1)", "x + 1")]
    [TestCase("1/(x-1) - 1/(x+1)", "2/(x^2-1)")]
    [TestCase("sqrt(8)", "2 sqrt(2)")]
    [TestCase("sqrt(12) + sqrt(27)", "5 sqrt(3)")]
    [TestCase("1/sqrt(2)", "sqrt(2)/2")]
    [TestCase("1/(1+sqrt(2))", "sqrt(2) - 1")]
    [TestCase("sqrt(3+2sqrt(2))", "1 + sqrt(2)")]
    [TestCase("sqrt(2)*sqrt(3)", "sqrt(6)")]
    [TestCase("cbrt(16)", "2 cbrt(2)")]
    [TestCase("2^(1/2)*2^(1/2)", "2")]
    [TestCase("2^(x+1)", "2*2^x")]
    [TestCase("e^x e^y", "e^(x+y)")]
    [TestCase("sin(x)^2 + cos(x)^2", "1")]
    [TestCase("cos(2x)", "2cos(x)^2 - 1")]
    [TestCase("tan(x)", "sin(x)/cos(x)")]
    [TestCase("ln(x^2)", "2 ln(abs(x))")]
    [TestCase("log(100)", "2")]
    [TestCase("(1+i)(1-i)", "2")]
    [TestCase("i^3", "-i")]
    [TestCase("sqrt(x^2)", "abs(x)")]
    [TestCase("(4x+4)^(1/2)", "2 sqrt(x+1)")]
    [TestCase("(-1)^(n+2)", "(-1)^n")]
    [TestCase("0.5", "1/2")]
    [TestCase("pi/2 + pi/3", "5pi/6")]
    [TestCase("e^(i pi)", "-1")]
    [TestCase("sinh(x)", "(e^x - e^(-x))/2")]
    [TestCase("binom(n;2)", "n(n-1)/2")]
    public void SameAs_OfOneFunctionWrittenTwice_IsTrue(string left, string right) =>
        Assert.That(Same(left, right), Is.EqualTo((true, true)));

    [TestCase("x^2", "2x")]
    [TestCase("(x+1)^2", "x^2 + 1")]
    [TestCase("sqrt(2)", "1.41421356")]
    [TestCase("pi", "22/7")]
    [TestCase("sqrt(x^2)", "x")]
    [TestCase("sin(2x)", "2 sin(x)")]
    [TestCase("e^x", "e^(-x)")]
    [TestCase("x", "y")]
    [TestCase("ln(x)", "log(x)")]
    [TestCase("1/(x-1)", "1/(1-x)")]
    [TestCase("x^2 + 1", "x^2 + 1.0000000001")]
    [TestCase("1/0", "1/0", Description = "what has no value equals nothing")]
    [TestCase("10^400 x", "10^401 x")]
    public void SameAs_OfDifferentFunctions_IsFalse(string left, string right) =>
        Assert.That(Same(left, right), Is.EqualTo((false, false)));

    [TestCase("2+3", "5")]
    [TestCase("sqrt(2)^2", "2")]
    [TestCase("(1+sqrt(5))(1-sqrt(5))", "-4")]
    [TestCase("x - x + 7", "7")]
    [TestCase("sqrt(2)", null)]
    [TestCase("x", null)]
    [TestCase("1/(x-x)", null)]
    public void Constant_IsTheExactValue(string text, string? expected) =>
        Assert.That(new Formula(Formulas.Of(text)).Constant?.ToString(), Is.EqualTo(expected));

    [Test]
    public void Approximation_IsOfNumbersOnly()
    {
        Assert.That(new Formula(Formulas.Of("sqrt(2)")).Approximation, Is.EqualTo(Math.Sqrt(2)).Within(1e-15));
        Assert.That(new Formula(Formulas.Of("x")).Approximation, Is.NaN);
        Assert.That(new Formula(Formulas.Of("∞")).Approximation, Is.EqualTo(double.PositiveInfinity));
    }

    [Property]
    public bool SameAs_OfAProductMultipliedOut_IsTrue(sbyte a, sbyte b, sbyte c, sbyte d) =>
        Same($"(({a})x + ({b}))(({c})x + ({d}))", $"({a * c})x^2 + ({(a * d) + (b * c)})x + ({b * d})").Left;

    [Property]
    public bool SameAs_OfAConstantAdded_IsFalse(sbyte a, byte b) =>
        !Same($"x^2 + ({a})x", $"x^2 + ({a})x + {b + 1}").Left;

    [Property]
    public bool SameAs_OfRoots_IsThatOfTheirSquares(byte a, byte b, byte c, byte d) =>
        Same($"{a} sqrt({b})", $"{c} sqrt({d})").Left == (a * a * b == c * c * d);

    private static (bool Left, bool Right) Same(string left, string right)
    {
        var (first, second) = (new Formula(Formulas.Of(left)), new Formula(Formulas.Of(right)));
        return (first.SameAs(second), second.SameAs(first));
    }
}
