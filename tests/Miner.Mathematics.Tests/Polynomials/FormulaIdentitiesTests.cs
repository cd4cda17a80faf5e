using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Polynomials;

/// <summary>Identities of algebra and analysis, and formulas that only look like one.</summary>
internal sealed class FormulaIdentitiesTests
{
    [TestCase("(x^3 - 1)/(x - 1)", "x^2 + x + 1")]
    [TestCase("(a + b + c)^2", "a^2 + b^2 + c^2 + 2a b + 2b c + 2c a")]
    [TestCase("(x + y)^4 - (x - y)^4", "8x^3 y + 8x y^3")]
    [TestCase("1/(1/x + 1/y)", "x y/(x + y)")]
    [TestCase("(x - 1/x)^2", "x^2 - 2 + x^(-2)")]
    [TestCase("cbrt(54) - cbrt(16)", "cbrt(2)")]
    [TestCase("1/(sqrt(3) - sqrt(2))", "sqrt(3) + sqrt(2)")]
    [TestCase("sqrt(1/3)", "sqrt(3)/3")]
    [TestCase("((1 + sqrt(5))/2)^5", "(11 + 5sqrt(5))/2")]
    [TestCase("x^(1/2) x^(1/3)", "x^(5/6)")]
    [TestCase("(x^(1/3))^3", "x")]
    [TestCase("abs(x)^2", "x^2")]
    [TestCase("(2^x)^3", "8^x")]
    [TestCase("6^x / 3^x", "2^x")]
    [TestCase("2^(x + 1/2)", "sqrt(2) * 2^x")]
    [TestCase("(-2)^(n + 1)", "-2(-2)^n")]
    [TestCase("sin(x)^4 - cos(x)^4", "sin(x)^2 - cos(x)^2")]
    [TestCase("sec(x)^2 - tan(x)^2", "1")]
    [TestCase("csc(x)^2", "1 + cot(x)^2")]
    [TestCase("sin(3x)", "3sin(x) - 4sin(x)^3")]
    [TestCase("tan(-x)", "-tan(x)")]
    [TestCase("1 + sin(pi)", "1")]
    [TestCase("x cos(pi/2)", "0")]
    [TestCase("2sin(pi/6) - 1", "0")]
    [TestCase("tan(pi/4) + cot(5pi/4) + sec(pi/3) + csc(-pi/6)", "2")]
    [TestCase("x + arctan(0) + arcsin(0) + sinh(0) + tanh(0) + arccos(1) + abs(sin(pi))", "x")]
    [TestCase("cosh(0) x", "x")]
    [TestCase("cosh(x)^2 - sinh(x)^2", "1")]
    [TestCase("4arctan(1)", "pi")]
    [TestCase("ln(6)", "ln(2) + ln(3)")]
    [TestCase("log_4(8)", "3/2")]
    [TestCase("log(x)", "ln(x)/ln(10)")]
    [TestCase("(1 + i)^4", "-4")]
    [TestCase("1/(2 + i)", "(2 - i)/5")]
    [TestCase("cos(x) + i sin(x)", "e^(i x)")]
    [TestCase("(n + 1)!/n!", "n + 1")]
    [TestCase("binom(n;3)", "n(n - 1)(n - 2)/6")]
    public void SameAs_OfBothSidesOfAnIdentity_IsTrue(string left, string right) => Assert.That(Same(left, right), Is.True);

    [TestCase("(x + y)^3", "x^3 + y^3")]
    [TestCase("sqrt(4 + x^2)", "2 + x")]
    [TestCase("ln(x + y)", "ln(x) + ln(y)")]
    [TestCase("ln(x)^2", "2ln(x)")]
    [TestCase("sin(x)^2", "sin(x^2)")]
    [TestCase("tan(2x)", "2tan(x)")]
    [TestCase("e^(2x)", "2e^x")]
    [TestCase("x^(y + z)", "x^y + x^z")]
    [TestCase("(2x)^2", "2x^2")]
    [TestCase("(n!)^2", "(n^2)!")]
    [TestCase("cbrt(x^3)", "abs(x)")]
    [TestCase("arcsin(x) + arccos(x)", "pi/2", Description = "which is defined for every x")]
    [TestCase("(-2)^(n + 1)", "2(-2)^n")]
    [TestCase("1/sqrt(3)", "sqrt(3)")]
    [TestCase("tan(pi/2)", "tan(pi/2)", Description = "which has no value")]
    [TestCase("sin(3pi/4)", "-sqrt(2)/2")]
    [TestCase("x + sin(2pi/5)", "x + 1")]
    [TestCase("(1 + i)^4", "4")]
    public void SameAs_OfWhatOnlyLooksLikeAnIdentity_IsFalse(string left, string right) => Assert.That(Same(left, right), Is.False);

    [TestCase("(sqrt(3) + sqrt(2))^2 (5 - 2sqrt(6))", "1")]
    [TestCase("((1 + sqrt(5))/2)^10 + ((1 - sqrt(5))/2)^10", "123")]
    [TestCase("1/(1 - sqrt(2)) + 1/(1 + sqrt(2))", "-2")]
    [TestCase("cbrt(2) cbrt(4)", "2")]
    [TestCase("27^(-2/3)", "1/9")]
    [TestCase("(1 + i)^8", "16")]
    [TestCase("sqrt(-4) sqrt(-9)", "-6")]
    [TestCase("(x + 1)^2 - (x - 1)^2 - 4x", "0")]
    [TestCase("sin(t)^2 + cos(t)^2", "1")]
    [TestCase("sin(pi/3)^2 + cos(pi/3)", "1.25")]
    [TestCase("i^i", null)]
    [TestCase("sqrt(2 + sqrt(3))", null)]
    public void Constant_OfARationalValue_IsExact(string text, string? expected) =>
        Assert.That(new Formula(Formulas.Of(text)).Constant?.ToString(), Is.EqualTo(expected));

    [TestCase("sqrt(12)", "2*3^0.5")]
    [TestCase("cbrt(1/4)", "0.5*2^1/3", Description = "the root's power is between 0 and 1")]
    [TestCase("sqrt(-3)", "1*3^0.5*i")]
    [TestCase("sqrt(x^2)", "1*abs(1*x)")]
    [TestCase("sqrt(x^4)", "1*x^2")]
    [TestCase("sqrt(pi^2)", "1*pi", Description = "pi is positive")]
    [TestCase("sqrt(994009)", "997*")]
    [TestCase("(-8)^(1/3)", "-2*")]
    [TestCase("sqrt(4x + 4)", "2*(1*x+1*)^0.5")]
    [TestCase("1/sec(x)", "1*cos(1*x)")]
    [TestCase("cos(y - x)", "1*cos(1*y+-1*x)")]
    public void Key_OfARootOrFunction_IsTheSameForEveryWayToWriteIt(string text, string expected) =>
        Assert.That(NormalForm.TryCreate(Formulas.Of(text))!.Key, Is.EqualTo(expected));

    [TestCase("x^2 + pi", true)]
    [TestCase("sqrt(2) + cbrt(5)", true)]
    [TestCase("sin(x)", false)]
    [TestCase("sqrt(x + 1)", false)]
    [TestCase("2^x", false)]
    [TestCase("sqrt(1000003)", false, Description = "whose factors are not looked for so far")]
    public void IsComplete_WhenEveryIdentityIsKnown(string text, bool expected) =>
        Assert.That(NormalForm.TryCreate(Formulas.Of(text))!.IsComplete, Is.EqualTo(expected));

    [Test]
    public void Value_OfEveryMultipleOfFifteenDegrees_IsThatOfTheFunction()
    {
        for (var twelfths = -30; twelfths <= 30; twelfths++)
        {
            var form = NormalForm.TryCreate(Formulas.Of($"sin({twelfths}pi/12)"))!;
            Assert.That(form.IsComplete, Is.EqualTo(twelfths % 2 == 0 || twelfths % 3 == 0), $"{twelfths}");
            if (!form.IsComplete) continue;

            var value = form.Numerator.Terms.Sum(term => (double)term.Value
                * term.Key.Powers.Aggregate(1.0, (all, root) => all * Math.Pow(int.Parse(root.Atom, null), (double)root.Exponent)));
            Assert.That(value, Is.EqualTo(Math.Sin(twelfths * Math.PI / 12)).Within(1e-12), $"{twelfths}");
        }
    }

    private static bool Same(string left, string right) => new Formula(Formulas.Of(left)).SameAs(new Formula(Formulas.Of(right)));
}
