using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Testing;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Expressions;

internal sealed class ArithmeticTests
{
    [TestCase("1 + 2 * 3", "7")]
    [TestCase("(1 + 2) * 3", "9")]
    [TestCase("8 / 4 / 2", "1")]
    [TestCase("2 - 3 - 4", "-5")]
    [TestCase("-2^2", "-4")]
    [TestCase("(-2)^2", "4")]
    [TestCase("2^3^2", "512")]
    [TestCase("2**-1", "0.5")]
    [TestCase("2 - -3", "5")]
    [TestCase("--+2", "2")]
    [TestCase("6×7", "42")]
    [TestCase("6 x 7", "42")]
    [TestCase("6x7", "42")]
    [TestCase("10 ÷ 4 − 1", "1.5")]
    [TestCase("3·4", "12")]
    [TestCase("{2 + [3 * (4 - 1)]}", "11")]
    public void Evaluate_FollowsPrecedence(string text, string expected) => AssertValue(text, expected);

    [TestCase("1,000,000 + 1", "1000001")]
    [TestCase("12 345 + 0", "12345")]
    [TestCase("1'000 * 2", "2000")]
    [TestCase("1,234.5 * 2", "2469")]
    [TestCase(".5 + 1.5e3", "1500.5")]
    [TestCase("2 2/3", "8/3")]
    [TestCase("5 - 2 2/3", "7/3")]
    [TestCase("2½", "2.5")]
    [TestCase("⅓ + ⅓", "2/3")]
    [TestCase("3² + 4²", "25")]
    public void Evaluate_ReadsNumerals(string text, string expected) => AssertValue(text, expected);

    [TestCase("50%", "0.5")]
    [TestCase("50% * 20", "10")]
    [TestCase("10% - 3", "-2.9")]
    [TestCase("7 % 3", "1")]
    [TestCase("-7 % 3", "2")]
    [TestCase("7%(1 + 2)", "1")]
    [TestCase("5! / 3!", "20")]
    [TestCase("(2 + 3)!", "120")]
    [TestCase("0!", "1")]
    [TestCase("2(3 + 4)", "14")]
    [TestCase("(1 + 2)(3 + 4)", "21")]
    [TestCase("sqrt(16) + √9", "7")]
    [TestCase("8^(1/3)", "2")]
    [TestCase("4^-1.5", "0.125")]
    [TestCase("root(3; 27)", "3")]
    [TestCase("|2 - 5| + abs(-1)", "4")]
    [TestCase("floor(-2.5) + ceil(2.5)", "0")]
    [TestCase("binom(5; 2)", "10")]
    [TestCase("binom(2; 5)", "0")]
    public void Evaluate_KnowsTheSignsOfArithmetic(string text, string expected) => AssertValue(text, expected);

    [TestCase("1/0")]
    [TestCase("0^-1")]
    [TestCase("5 % 0")]
    [TestCase("1/(2 - 2)")]
    [TestCase("(-3)!")]
    [TestCase("2.5!")]
    [TestCase("binom(-1; 2)")]
    public void Evaluate_WhenThereIsNoValue_SaysUndefined(string text) => AssertOutcome(text, ArithmeticOutcome.Undefined);

    [TestCase("sqrt(2)")]
    [TestCase("(-8)^(1/3)")]
    [TestCase("2 pi")]
    [TestCase("x + 1")]
    [TestCase("sin(0)")]
    public void Evaluate_WhenNotRational_SaysSo(string text) => AssertOutcome(text, ArithmeticOutcome.NotRational);

    [TestCase("9^9^9^9")]
    [TestCase("10^1000000")]
    [TestCase("1e1000000")]
    [TestCase("(1/3)^99999999999999999999")]
    [TestCase("100000!")]
    [TestCase("((5!)!)!")]
    [TestCase("2^9999 * 2^9999")]
    [TestCase("binom(1000000; 500000)")]
    public void Evaluate_WhenTheValueIsTooLarge_RefusesAtOnce(string text) => AssertOutcome(text, ArithmeticOutcome.TooLarge);

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("2 +")]
    [TestCase("* 2")]
    [TestCase("2 3")]
    [TestCase("(2")]
    [TestCase("2)")]
    [TestCase("(2]")]
    [TestCase("()")]
    [TestCase("(1, 2)")]
    [TestCase("1,00")]
    [TestCase("1.2.3")]
    [TestCase("6/2(1 + 2)")]
    [TestCase("1 100/200")]
    [TestCase("2 3/2")]
    [TestCase("2 2/3!")]
    [TestCase("2 2/3 (4)")]
    [TestCase("5!!")]
    [TestCase("2 = 2")]
    [TestCase("two plus two")]
    [TestCase("AZYUK2A")]
    [TestCase("12:00")]
    [TestCase("\ud800")]
    public void Evaluate_WhenNotAFormula_SaysSo(string text) => AssertOutcome(text, ArithmeticOutcome.NotAnExpression);

    [TestCase("(", ")")]
    [TestCase("-", "")]
    [TestCase("2^", "")]
    [TestCase("|", "|")]
    [TestCase("5%", "")]
    [TestCase("((5)%", "")]
    [TestCase("√", "")]
    [TestCase("1+", "")]
    [TestCase("1 ", "/7")]
    [TestCase("2!", "")]
    [TestCase("1'000", "")]
    [TestCase("sin ", "")]
    [TestCase("f(", ")")]
    public void Evaluate_WhenHugeAndHostile_EndsFast(string opening, string closing)
    {
        foreach (var count in new[] { 150, 2_000, 100_000 })
        {
            var text = Repeat(opening, count) + "1" + Repeat(closing, count);

            CpuTime.EnsureLess(TimeSpan.FromSeconds(2), () => Arithmetic.Evaluate(text));
        }
    }

    [Test]
    public void Evaluate_WhenNumbersGrowAllTheWay_EndsFast()
    {
        var text = string.Join('+', Enumerable.Range(1000, 1_400).Select(divisor => $"1/{divisor}"));
        var outcome = ArithmeticOutcome.NotAnExpression;

        CpuTime.EnsureLess(TimeSpan.FromSeconds(2), () => outcome = Arithmetic.Evaluate(text).Outcome);
        Assert.That(outcome, Is.EqualTo(ArithmeticOutcome.Value));
    }

    [Test]
    public void Evaluate_WhenNestedPastTheLimit_SaysTooLarge() =>
        AssertOutcome(Repeat("(", 300) + "1" + Repeat(")", 300), ArithmeticOutcome.TooLarge);

    [Property]
    public bool Evaluate_WhenGivenAnyText_DoesNotThrow(string? text) => Enum.IsDefined(Arithmetic.Evaluate(text ?? "").Outcome);

    [Property]
    public bool Evaluate_AgreesWithMachineArithmetic(short a, short b, short c) =>
        Arithmetic.Evaluate($"{a} - {b} * ({c} - {a}) + {c}^2").Value == (Rational)(a - (b * (c - a)) + (c < 0 ? -(c * c) : c * c));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static void AssertValue(string text, string expected)
    {
        var result = Arithmetic.Evaluate(text);

        Assert.That(result.Outcome, Is.EqualTo(ArithmeticOutcome.Value));
        Assert.That(result.Value.ToString(), Is.EqualTo(expected));
    }

    private static void AssertOutcome(string text, ArithmeticOutcome expected) =>
        Assert.That(Arithmetic.Evaluate(text), Is.EqualTo(new ArithmeticResult(expected, default)));
}
