using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Expressions;

/// <summary>Each sign that a formula may be written with, and how far one may go.</summary>
internal sealed class FormulaSignsTests
{
    [TestCase('½', "1/2")]
    [TestCase('⅓', "1/3")]
    [TestCase('⅔', "2/3")]
    [TestCase('¼', "1/4")]
    [TestCase('¾', "3/4")]
    [TestCase('⅕', "1/5")]
    [TestCase('⅖', "2/5")]
    [TestCase('⅗', "3/5")]
    [TestCase('⅘', "4/5")]
    [TestCase('⅙', "1/6")]
    [TestCase('⅚', "5/6")]
    [TestCase('⅐', "1/7")]
    [TestCase('⅛', "1/8")]
    [TestCase('⅜', "3/8")]
    [TestCase('⅝', "5/8")]
    [TestCase('⅞', "7/8")]
    [TestCase('⅑', "1/9")]
    [TestCase('⅒', "1/10")]
    public void VulgarFraction_AloneOrBehindANumeral_IsItsValue(char fraction, string expected)
    {
        var value = Formulas.Value(expected);
        Assert.That(Arithmetic.Evaluate($"{fraction}").Value, Is.EqualTo(value));
        Assert.That(Arithmetic.Evaluate($"12{fraction} - 1").Value, Is.EqualTo(11 + value));
        Assert.That(Arithmetic.Evaluate($"{fraction}*{fraction}").Value, Is.EqualTo(value * value));
    }

    [TestCase("2½½")]
    [TestCase("1.5½")]
    [TestCase("①")]
    [TestCase("₂")]
    [TestCase("↉", Description = "no part of anything")]
    [TestCase("൶")]
    public void OtherNumbers_AreNoneOfAFormula(string text) => Assert.That(Expression.TryParse(text, out _), Is.False);

    [TestCase("12 × 3", "36")]
    [TestCase("12 · 3", "36")]
    [TestCase("12 ⋅ 3", "36")]
    [TestCase("12 ∙ 3", "36")]
    [TestCase("12 ∗ 3", "36")]
    [TestCase("12 * 3", "36")]
    [TestCase("12 X 3", "36")]
    [TestCase("12x(3)", null, Description = "a variable between a numeral and a parenthesis")]
    [TestCase("(4)x3", "12")]
    [TestCase("12 ÷ 3", "4")]
    [TestCase("12 ∕ 3", "4")]
    [TestCase("12⁄3", "4")]
    [TestCase("12 − 3", "9")]
    [TestCase("12 – 3", "9")]
    [TestCase("12 ‐ 3", "9")]
    [TestCase("12 ‑ 3", "9")]
    [TestCase("2⁰ + 2¹ + 2² + 2³ + 2⁴ + 2⁵ + 2⁶ + 2⁷ + 2⁸ + 2⁹", "1023")]
    [TestCase("√(9) + ∛27", "6")]
    [TestCase("√4√9", "6")]
    [TestCase("2√9", "6")]
    public void Sign_OfAnOperation_IsReadInEveryForm(string text, string? expected)
    {
        var result = Arithmetic.Evaluate(text);
        Assert.That(result.HasValue ? result.Value.ToString() : null, Is.EqualTo(expected));
    }

    [TestCase(Expression.MaxDepth - 1, true)]
    [TestCase(Expression.MaxDepth, true)]
    [TestCase(Expression.MaxDepth + 1, false)]
    public void TryParse_UpToTheDeepestNesting_ReadsIt(int depth, bool expected)
    {
        foreach (var (opening, inside, closing) in new[] { ("(", "1", ")"), ("[", "x", "]"), ("2^", "2", "") })
        {
            var text = string.Concat(Enumerable.Repeat(opening, depth)) + inside + string.Concat(Enumerable.Repeat(closing, depth));
            Assert.That(Expression.TryParse(text, out _), Is.EqualTo(expected), opening);
        }
    }

    [TestCase(Expression.MaxLength, true)]
    [TestCase(Expression.MaxLength + 1, false)]
    public void TryParse_UpToTheLongestText_ReadsIt(int length, bool expected) =>
        Assert.That(Expression.TryParse(new string(' ', length - 1) + "7", out _), Is.EqualTo(expected));

    [TestCase("log_2(2^9000)", "9000")]
    [TestCase("log_3((1/3)^1000)", "-1000")]
    [TestCase("log(10^3000)", "3000")]
    [TestCase("log(10^3000 + 1)", null)]
    [TestCase("log_7(1)", "0")]
    [TestCase("log_0(1)", null)]
    [TestCase("gcd(2^1000, 6^500)", "2^500")]
    [TestCase("lcm(-4, 6)", "12")]
    [TestCase("gcd(-4, -6)", "2")]
    [TestCase("binom(60; 30)", "118264581564861424")]
    [TestCase("binom(10^9; 2)", "499999999500000000")]
    [TestCase("binom(10^9; 10^9 - 1)", "10^9")]
    [TestCase("binom(0; 0)", "1")]
    [TestCase("floor(10^20/7)", "14285714285714285714")]
    [TestCase("ceil(-10^20/7)", "-14285714285714285714")]
    [TestCase("3^(2^500) % 5", "1")]
    [TestCase("(2/3)^-3 % 1", "3/8")]
    public void Evaluate_OfLargeNumbers_IsExact(string text, string? expected)
    {
        var result = Arithmetic.Evaluate(text);
        Assert.That(result.HasValue ? result.Value : null as Rational?, Is.EqualTo(expected is null ? null : Formulas.Value(expected)));
    }

    [Test]
    public void RemainderOfPower_IsThatOfThePower()
    {
        foreach (var random in Draws.Of(200))
        {
            var (value, exponent, divisor) = (random.Next(-50, 51), random.Next(0, 60), random.Next(1, 1_000));
            Assert.That(
                FunctionValues.RemainderOfPower(value, exponent, divisor), Is.EqualTo(((Rational)value).Pow(exponent) % divisor));
        }

        Assert.That(FunctionValues.RemainderOfPower(((Rational)2).Pow(511), 2, 3), Is.EqualTo((Rational)1));
        Assert.That(FunctionValues.RemainderOfPower(((Rational)2).Pow(512), 2, 3), Is.Null, "a bit too long");
        Assert.That(FunctionValues.RemainderOfPower(2, -1, 3), Is.Null);
        Assert.That(FunctionValues.RemainderOfPower(2, 1, -3), Is.Null);
        Assert.That(FunctionValues.RemainderOfPower(new Rational(1, 2), 1, 3), Is.Null);
    }
}
