using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Expressions;

/// <summary>How a formula is read, seen in its values and in its parts.</summary>
internal sealed class ExpressionParserTests
{
    [TestCase("2+3*4", "14")]
    [TestCase("(2+3)*4", "20")]
    [TestCase("-2^2", "-4")]
    [TestCase("(-2)^2", "4")]
    [TestCase("2^3^2", "512")]
    [TestCase("2^-1", "0.5")]
    [TestCase("10-4-3", "3")]
    [TestCase("24/4/3", "2")]
    [TestCase("7 % 3", "1")]
    [TestCase("-7 % 3", "2", Description = "the remainder is floored, and has the divisor's sign")]
    [TestCase("50%", "0.5")]
    [TestCase("5% + 1", "1.05")]
    [TestCase("3!", "6")]
    [TestCase("2*3!", "12")]
    [TestCase("2^3!", "64")]
    [TestCase("2(3+4)", "14")]
    [TestCase("(1+2)(3+4)", "21")]
    [TestCase("2 1/3", "7/3")]
    [TestCase("2½", "2.5")]
    [TestCase("¾", "0.75")]
    [TestCase("1,000 + 1", "1001")]
    [TestCase("1.5e3", "1500")]
    [TestCase("3²", "9")]
    [TestCase("√16", "4")]
    [TestCase("sqrt(2)*sqrt(2)", null, Description = "arithmetic knows no roots that are not rational")]
    [TestCase("cbrt(-8)", null, Description = "a fractional power of a negative number has several values")]
    [TestCase("root(4; 81)", "3")]
    [TestCase("|3-5|", "2")]
    [TestCase("|-2|*|3|", "6")]
    [TestCase("abs(-7/2)", "3.5")]
    [TestCase("floor(-2.5)", "-3")]
    [TestCase("ceil(-2.5)", "-2")]
    [TestCase("gcd(12, 18)", "6")]
    [TestCase("lcm(4, 6)", "12")]
    [TestCase("min(3, 1, 2)", "1")]
    [TestCase("max(3, 1, 2)", "3")]
    [TestCase("binom(5; 2)", "10")]
    [TestCase("log(1000)", "3")]
    [TestCase("log_2(8)", "3")]
    [TestCase("ln(1)", "0")]
    [TestCase("6 ÷ 2 × 3", "9")]
    [TestCase("2 ** 5", "32")]
    [TestCase("5 − 7", "-2")]
    [TestCase("[2 + {3}] * 2", "10")]
    [TestCase("--3", "3")]
    [TestCase("+3", "3")]
    [TestCase("0^0", "1")]
    public void Evaluate_OfAFormula_FollowsTheUsualOrder(string text, string? expected)
    {
        var result = Arithmetic.Evaluate(text);
        Assert.That(result.HasValue ? result.Value.ToString() : null, Is.EqualTo(expected));
    }

    [TestCase("6/2(1+2)", Description = "read both ways by people")]
    [TestCase("2+")]
    [TestCase("*2")]
    [TestCase("(1")]
    [TestCase("1)")]
    [TestCase("()")]
    [TestCase("")]
    [TestCase("2 3")]
    [TestCase("1.2.3")]
    [TestCase("hello")]
    [TestCase("1 = 1")]
    [TestCase("sin")]
    [TestCase("gcd()")]
    [TestCase("2..3")]
    [TestCase("1,2")]
    [TestCase("a b!c d e f g hello")]
    public void TryParse_OfAnythingElse_IsFalse(string text) => Assert.That(Expression.TryParse(text, out _), Is.False);

    [TestCase("1/0")]
    [TestCase("0^-1")]
    [TestCase("5 % 0")]
    [TestCase("(-1)!")]
    [TestCase("0.5!")]
    [TestCase("ln(0)")]
    [TestCase("log_1(5)")]
    [TestCase("gcd(1.5, 2)")]
    public void Evaluate_WhereThereIsNoValue_IsUndefinedOrNotRational(string text) =>
        Assert.That(Arithmetic.Evaluate(text).Outcome, Is.EqualTo(ArithmeticOutcome.Undefined).Or.EqualTo(ArithmeticOutcome.NotRational));

    [TestCase("x + 1", ArithmeticOutcome.NotRational)]
    [TestCase("pi", ArithmeticOutcome.NotRational)]
    [TestCase("sqrt(2)", ArithmeticOutcome.NotRational)]
    [TestCase("9^9^9^9", ArithmeticOutcome.TooLarge)]
    [TestCase("100000!", ArithmeticOutcome.TooLarge)]
    [TestCase("1e9999999", ArithmeticOutcome.TooLarge)]
    [TestCase("a cat", ArithmeticOutcome.NotAnExpression)]
    public void Evaluate_WithoutAValue_TellsWhy(string text, ArithmeticOutcome expected) =>
        Assert.That(Arithmetic.Evaluate(text).Outcome, Is.EqualTo(expected));

    [Test]
    public void TryParse_OfADifferenceAndAQuotient_MakesSumsAndProducts()
    {
        Assert.That(Formulas.Of("x - 1"), Is.TypeOf<Sum>());
        Assert.That(Formulas.Of("x / 2"), Is.TypeOf<Product>());
        Assert.That(Formulas.Of("sqrt(x)"), Is.TypeOf<Power>());
        Assert.That(Formulas.Of("e^x"), Is.EqualTo(new Power(new Symbol("e"), new Symbol("x"))));
        Assert.That(Formulas.Of("exp(x)"), Is.EqualTo(new Power(new Symbol("e"), new Symbol("x"))));
        Assert.That(Formulas.Of("x_1"), Is.EqualTo(new Symbol("x_1")));
        Assert.That(Formulas.Of("n!"), Is.EqualTo(new Factorial(new Symbol("n"))));
        Assert.That(Formulas.Of("f(x)"), Is.TypeOf<FunctionCall>());
        Assert.That(Formulas.Of("x(y)"), Is.TypeOf<Product>());
        Assert.That(Formulas.Of("x % 3"), Is.TypeOf<Remainder>());
    }

    [TestCase("1/2 x", 0.5)]
    [TestCase("2x", 2)]
    [TestCase("x/2", 0.5)]
    [TestCase("sin 30°", 0.5)]
    [TestCase("sin^2(x) + cos^2(x)", 1)]
    [TestCase("sin^-1(1)", 1.5707963267948966)]
    [TestCase("log(100)", 2)]
    [TestCase("ln(e)", 1)]
    [TestCase("2pi", 6.283185307179586)]
    [TestCase("(-8)^(1/3)", -2, Description = "the real root of an odd degree")]
    [TestCase("5!", 120)]
    [TestCase("binom(6;3)", 20)]
    [TestCase("tan(pi/4)", 1)]
    [TestCase("cot(pi/4)", 1)]
    [TestCase("sec(0)", 1)]
    [TestCase("cosh(0)", 1)]
    [TestCase("arctan(1)", 0.7853981633974483)]
    public void Approximate_AtOne_IsTheValue(string text, double expected) =>
        Assert.That(NumericEvaluator.Evaluate(Formulas.Of(text), _ => 1), Is.EqualTo(expected).Within(1e-12));

    [TestCase("i^2", -1, 0)]
    [TestCase("(1+i)^2", 0, 2)]
    [TestCase("e^(i pi)", -1, 0)]
    [TestCase("sqrt(-4)", 0, 2)]
    [TestCase("1/i", 0, -1)]
    public void Evaluate_OfAComplexNumber_HasBothParts(string text, double real, double imaginary)
    {
        var value = ComplexEvaluator.Evaluate(Formulas.Of(text), _ => double.NaN);
        Assert.That(value.Real, Is.EqualTo(real).Within(1e-12));
        Assert.That(value.Imaginary, Is.EqualTo(imaginary).Within(1e-12));
    }

    [TestCase("x + y_1 x", "x y_1")]
    [TestCase("pi + e + i", "")]
    [TestCase("sin(t)", "t")]
    [TestCase("f(a) % b", "a b")]
    public void Variables_AreSortedAndWithoutConstants(string text, string expected) =>
        Assert.That(string.Join(' ', Formulas.Of(text).Variables()), Is.EqualTo(expected));

    [Test]
    public void TryParse_WhenNestedTooDeep_IsFalse()
    {
        Assert.That(Expression.TryParse(new string('(', 300) + "1" + new string(')', 300), out _), Is.False);
        Assert.That(Expression.TryParse(new string('(', 150) + "1" + new string(')', 150), out _), Is.True);
    }

    [Test]
    public void TryParse_WhenTooLong_IsFalse()
    {
        Assert.That(Expression.TryParse(string.Concat(Enumerable.Repeat("1+", 6_000)) + "1", out _), Is.False);
        Assert.That(Expression.TryParse(string.Concat(Enumerable.Repeat("1+", 4_000)) + "1", out _), Is.True);
    }

    [TestCase("3", "2", "7", "2", Description = "3^2 = 9")]
    [TestCase("2", "1000", "1000007", "783922")]
    [TestCase("-2", "3", "5", "2")]
    [TestCase("7", "0", "3", "1")]
    public void RemainderOfPower_IsFoundWithoutThePower(string value, string exponent, string divisor, string expected)
    {
        var remainder = FunctionValues.RemainderOfPower(Rational.Parse(value), Rational.Parse(exponent), Rational.Parse(divisor));
        Assert.That(remainder, Is.EqualTo(Rational.Parse(expected)));
    }

    [TestCase("sin", true)]
    [TestCase("log_2", true)]
    [TestCase("pi", false)]
    [TestCase("six", false)]
    public void IsFunction_KnowsTheNames(string name, bool expected) => Assert.That(FunctionNames.IsFunction(name), Is.EqualTo(expected));
}
