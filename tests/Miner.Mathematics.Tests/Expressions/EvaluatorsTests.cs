using Miner.Mathematics.Expressions;

namespace Miner.Mathematics.Tests.Expressions;

/// <summary>Values of functions: exact, real and complex.</summary>
internal sealed class EvaluatorsTests
{
    [TestCase("log_2(1/8)", "-3")]
    [TestCase("log(0.001)", "-3")]
    [TestCase("log_5(125)", "3")]
    [TestCase("lg(100)", null, Description = "a name of answers, not of formulas")]
    [TestCase("gcd(12, 18, 27)", "3")]
    [TestCase("gcd(0, 5)", "5")]
    [TestCase("lcm(2, 3, 4)", "12")]
    [TestCase("min(1/2, 1/3)", "1/3")]
    [TestCase("max(-1; -2)", "-1")]
    [TestCase("2^1000 % 7", "2")]
    [TestCase("7^222 % 10", "9")]
    [TestCase("(-3)^3 % 5", "3")]
    [TestCase("2^-1 % 3", "0.5")]
    [TestCase("-2^10 % 1000", "976")]
    [TestCase("10 % 4 % 3", "2")]
    [TestCase("5.5 % 2", "1.5")]
    [TestCase("7 % (-3)", "-2")]
    [TestCase("binom(10; 0)", "1")]
    [TestCase("binom(52; 5)", "2598960")]
    [TestCase("20!", "2432902008176640000")]
    [TestCase("16^(3/4)", "8")]
    [TestCase("(27/8)^(2/3)", "2.25")]
    [TestCase("0.04^0.5", "0.2")]
    [TestCase("(1/4)^(-1/2)", "2")]
    [TestCase("50%^2", "0.25")]
    [TestCase("200 * 15%", "30")]
    [TestCase("¾ + 1¼", "2")]
    [TestCase("2⁄3", "2/3")]
    [TestCase("2¹⁰", "1024")]
    [TestCase("5 × 10^-3", "0.005")]
    public void Evaluate_OfAFunction_IsTheExactValue(string text, string? expected)
    {
        var result = Arithmetic.Evaluate(text);
        Assert.That(result.HasValue ? result.Value.ToString() : null, Is.EqualTo(expected));
    }

    [TestCase("log_3(10)", ArithmeticOutcome.NotRational)]
    [TestCase("log_2(-1)", ArithmeticOutcome.Undefined)]
    [TestCase("log_0(5)", ArithmeticOutcome.Undefined)]
    [TestCase("ln(2)", ArithmeticOutcome.NotRational)]
    [TestCase("ln(-1)", ArithmeticOutcome.Undefined)]
    [TestCase("lcm(1/2, 3)", ArithmeticOutcome.Undefined)]
    [TestCase("binom(5; 1.5)", ArithmeticOutcome.Undefined)]
    [TestCase("5 % (1 - 1)", ArithmeticOutcome.Undefined)]
    [TestCase("0 * (1/0)", ArithmeticOutcome.Undefined, Description = "zero times what has no value has none")]
    [TestCase("f(2)", ArithmeticOutcome.NotRational)]
    [TestCase("sqrt(8) / sqrt(2)", ArithmeticOutcome.NotRational)]
    [TestCase("2⁹⁹⁹⁹⁹⁹⁹", ArithmeticOutcome.TooLarge)]
    public void Evaluate_WithoutAnExactValue_TellsWhy(string text, ArithmeticOutcome expected) =>
        Assert.That(Arithmetic.Evaluate(text).Outcome, Is.EqualTo(expected));

    [TestCase("max(x, 3)", 3)]
    [TestCase("min(x; 1)", 1)]
    [TestCase("x % 1.5", 0.5)]
    [TestCase("-x % 1.5", 1)]
    [TestCase("floor(x/3)", 0)]
    [TestCase("ceil(x/3)", 1)]
    [TestCase("log_2(x)", 1)]
    [TestCase("csc(pi/6)", 2)]
    [TestCase("arccos(1/x)", 1.0471975511965979)]
    [TestCase("arcsin(1/x)", 0.5235987755982989)]
    [TestCase("sinh(ln(x))", 0.75)]
    [TestCase("cosh(ln(x))", 1.25)]
    [TestCase("tanh(ln(x))", 0.6)]
    [TestCase("exp(ln(x))", 2)]
    [TestCase("x!", 2)]
    [TestCase("(x + 0.5)!", 3.3233509704478426)]
    [TestCase("binom(x; 1)", 2)]
    [TestCase("cbrt(-x)", -1.2599210498948732)]
    [TestCase("(-x)^(2/3)", 1.5874010519681994)]
    [TestCase("(-x)^(1/2)", double.NaN)]
    [TestCase("root(5; -16x)", -2)]
    [TestCase("sin 45x°", 1)]
    [TestCase("i x", double.NaN)]
    [TestCase("f(x)", double.NaN)]
    [TestCase("ln(x - 3)", double.NaN)]
    [TestCase("∞", double.PositiveInfinity)]
    public void Evaluate_AtTwo_IsTheRealValue(string text, double expected) =>
        Assert.That(NumericEvaluator.Evaluate(Formulas.Of(text), _ => 2), Is.EqualTo(expected).Within(1e-12));

    [TestCase("sin(i)", 0, 1.1752011936438014)]
    [TestCase("cos(i)", 1.5430806348152437, 0)]
    [TestCase("tan(i)", 0, 0.7615941559557649)]
    [TestCase("sinh(i)", 0, 0.8414709848078965)]
    [TestCase("cosh(i)", 0.5403023058681398, 0)]
    [TestCase("tanh(i)", 0, 1.5574077246549022)]
    [TestCase("ln(-1)", 0, 3.141592653589793)]
    [TestCase("abs(3 + 4i)", 5, 0)]
    [TestCase("(1 + i)^10", 0, 32)]
    [TestCase("(1 + i)^-2", 0, -0.5)]
    [TestCase("(2 + 3i)/(1 - i)", -0.5, 2.5)]
    [TestCase("i^i", 0.20787957635076193, 0)]
    [TestCase("sqrt(i)", 0.7071067811865476, 0.7071067811865476)]
    [TestCase("e^(i pi/3)", 0.5, 0.8660254037844386)]
    [TestCase("3!", 6, 0)]
    public void Evaluate_OfAComplexFormula_IsThePrincipalValue(string text, double real, double imaginary)
    {
        var value = ComplexEvaluator.Evaluate(Formulas.Of(text), _ => double.NaN);
        Assert.That((value.Real, value.Imaginary), Is.EqualTo((real, imaginary)).Within(1e-12));
    }

    [Test]
    public void Evaluate_OfAFunctionThatIsNotKnownOfComplexNumbers_IsNoNumber() =>
        Assert.That(ComplexEvaluator.Evaluate(Formulas.Of("arcsin(i)"), _ => 0).Real, Is.NaN);
}
