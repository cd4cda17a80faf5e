using Miner.Mathematics.Equations;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>What stands around an equation in prose, and makes it a piece of something longer, or not.</summary>
internal sealed class SurroundingsTests
{
    [TestCase("90° - 30 + 5 = 65")]
    [TestCase("10 € - 2 * 3 = 4 €")]
    [TestCase("10€ - 2 * 3 = 4€")]
    [TestCase("10' - 3 + 1 = 8")]
    [TestCase("a₁ - 3 + 1 = 3")]
    [TestCase("5 (m) - 3 + 1 = 3")]
    [TestCase("6 birds – 1 + 2 = 7")]
    [TestCase("6 birds + 1 + 2 = 9")]
    [TestCase("6 birds − 1 + 2 = 7")]
    [TestCase("6 birds* 2 * 2 = 24")]
    [TestCase("6 birds ÷ 2 * 3 = 9")]
    [TestCase("6 birds ⋅ 2 + 3 = 15")]
    [TestCase("5 *\n3 + 4 = 19")]
    [TestCase("5 ⋅\n3 + 4 = 19")]
    [TestCase("5 –\r\n\t3 + 4 = 6")]
    [TestCase("(5) +\n**3 + 4 = 12**")]
    [TestCase("5% +\n3 + 4 = 7.05")]
    [TestCase("5 + 8\n+ 3 * 2 = 19")]
    [TestCase("5 + 8\n× 3 + 2 = 31")]
    [TestCase("∑ 3 + 4 = 9")]
    [TestCase("3 ± 2 * 2 = 7")]
    [TestCase("3 ✖ 4 + 1 = 13")]
    [TestCase("(3) ‑ 4 + 2 = 1")]
    [TestCase("5 choose 2 + 1 = 11")]
    [TestCase("0.(3) * 3 = 1")]
    [TestCase("9/9 * 2 = 1.(9)")]
    [TestCase("2’500 + 500 = 3’000")]
    [TestCase("2.500,5 + 500 = 3.000,5")]
    [TestCase("9 + 5 = 2:30")]
    [TestCase("2:30 + 45 = 75")]
    [TestCase("2,5 + 1 = 3.5")]
    [TestCase("3 + 4 = 7,0")]
    [TestCase("2’500 + 500 = 3000")]
    [TestCase("2500 + 500 = 3’000")]
    [TestCase("250 + 50 = 3'00")]
    [TestCase("2.5 + 1 = 3,5")]
    [TestCase("2'50 + 5 = 55")]
    [TestCase("°3 + 4 = 8")]
    [TestCase("6 (birds)* 2 * 2 = 24")]
    [TestCase("50% are 3 = 1.5 + 0")]
    [TestCase("60 + 30 = 3 × thirty")]
    [TestCase("10 + 5 = 12 + three")]
    [TestCase("5 and 1/2 + 1 = 6.5")]
    public void Check_WhenAnOperandIsNoNumeral_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text), Is.EqualTo((0, Array.Empty<FalseEquation>())));

    [TestCase("≈\t3 + 4 = 8")]
    [TestCase("≈ (3 + 4 = 8")]
    [TestCase("≈ **3 + 4 = 8**")]
    [TestCase("~ 3 + 4 = 8")]
    [TestCase("… 3 + 4 = 8")]
    [TestCase("So ... 3 + 4 = 8")]
    [TestCase("\\ 3 + 4 = 8")]
    [TestCase("3 + 4 = 8 ...")]
    [TestCase("3 + 4 = 8\t…")]
    [TestCase("3 + 4 = 8 (…")]
    [TestCase("3 + 4 = 8 *…")]
    [TestCase("3 + 4 = 8 \\ 9")]
    [TestCase("5 times\t3 + 4 = 8")]
    [TestCase("5 times (3 + 4 = 8")]
    [TestCase("5 times **3 + 4 = 8**")]
    [TestCase("5times 3 + 4 = 8")]
    [TestCase("3000 + 4000 = 7 thousand in all")]
    [TestCase("3000 + 4000 = 7\tthousand")]
    [TestCase("3000 + 4000 = 7 (thousand)")]
    [TestCase("3000 + 4000 = 7 *thousand*")]
    [TestCase("Step 9876543210 - 3 + 4 = 7")]
    [TestCase("Step 2 − 3 + 4 = 7")]
    [TestCase("Option 2 – 3 + 4 = 7")]
    [TestCase("− 2 * 3 = -6")]
    [TestCase("– 2 * 3 = -6")]
    public void Check_WhenMoreIsSaid_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text), Is.EqualTo((0, Array.Empty<FalseEquation>())));

    [Test]
    public void Check_WhenASignTouches_IsSilent([Values] bool isBefore)
    {
        foreach (var sign in "_~#@&₀₁₂₃₄₅₆₇₈₉")
            Assert.That(EquationChecker.Check(isBefore ? $"{sign}3 + 4 = 8" : $"3 + 4 = 8{sign}").False, Is.Empty, $"{sign}");
    }

    [Test]
    public void Check_WhenPunctuationFollowsANumber_ReadsOn()
    {
        foreach (var mark in ".,;!?)]}\"'”’»—")
            Assert.That(EquationChecker.Check($"5 {mark} 3 + 4 = 8").False, Has.Count.EqualTo(1), $"{mark}");
    }

    [Test]
    public void Check_WhenALineEndsWithAnOperator_IsSilent()
    {
        foreach (var sign in "*+-−–/×·÷⋅∙∗∕⁄") Assert.That(EquationChecker.Check($"5 {sign}\n3 + 4 = 9").False, Is.Empty, $"{sign}");
    }

    [TestCase("∛8 + 1 = 3")]
    [TestCase("3 + 4 = 7 !")]
    [TestCase("2'500 + 500 = 3'000")]
    [TestCase("10 / 3\t=\t3.33", Description = "blanks of any kind")]
    [TestCase("10 / 3\u00A0=\u00A03.33")]
    [TestCase("10 / 3\u202F=\u202F3.33")]
    [TestCase("10 / 3\u2009=\u20093.33")]
    [TestCase("- \u00A01\u2009000 * 2 = 2\u2009000")]
    [TestCase("f'(2) = 3 * 4 = 12")]
    [TestCase("**12 apples**\n3 + 4 = 7")]
    [TestCase("In all: 5\n- 3 + 4 = 7")]
    [TestCase("共有：3 + 4 = 7，")]
    [TestCase("共有：３＋４＝７（个）。")]
    [TestCase("3 ＊ 4 + 1 = 13")]
    [TestCase("“3 + 4 = 7”")]
    [TestCase("→3 + 4 = 7")]
    [TestCase("− 3 + 4 = 7")]
    [TestCase("So 5 = - 3 + 8")]
    [TestCase("a\nb\n- 3 + 4 = 7")]
    [TestCase(" \t- 3 + 4 = 7")]
    [TestCase("* - 3 + 4 = 7")]
    [TestCase("> - 3 + 4 = 7")]
    [TestCase("| - 3 + 4 = 7 |")]
    [TestCase("3.33 = 10 / 3")]
    [TestCase("50 - 20% = 49.8")]
    public void Check_WhenAnEquationStandsAlone_CountsIt(string text) =>
        Assert.That(EquationChecker.Check(text), Is.EqualTo((1, Array.Empty<FalseEquation>())));

    [TestCase("2 * 3 = -6", "6")]
    [TestCase("So: - 3 + 4 = 2", "1")]
    [TestCase("Maths +\n3 + 4 = 8", "7", Description = "a sign without an operand before it")]
    [TestCase("3 + 4 = 8 => 8 + 1 = 9", "7")]
    [TestCase("n :=3 + 4 = 8", "7")]
    [TestCase("3 + 4 = **8**", "7")]
    [TestCase("5 → 3 + 4 = 8", "7")]
    [TestCase("so. ✖ 3 + 4 = 8", "7")]
    [TestCase("<3 + 4 = 8>", "7")]
    [TestCase("so >3 + 4 = 8", "7")]
    [TestCase("⇒3 + 4 = 8", "7")]
    [TestCase("a:3 + 4 = 8", "7")]
    [TestCase("!:3 + 4 = 8", "7")]
    [TestCase("a : 3 + 4 = 8", "7")]
    [TestCase("! : 3 + 4 = 8", "7")]
    [TestCase("3 + 4 = 8:x", "7")]
    [TestCase("3 + 4 = 8: x", "7")]
    [TestCase("| a | - 3 + 4 = 2 |", "1")]
    [TestCase("so; - 3 + 4 = 2", "1")]
    [TestCase("Well, - 3 + 4 = 2", "1")]
    [TestCase("a\nb\n* 3 + 4 = 8", "7")]
    [TestCase("In all: 5\n3 + 4 = 8", "7")]
    [TestCase("Case 12 * 7 = 85", "84")]
    [TestCase("1 in 4 = 1/4 = 20%", "25%")]
    [TestCase("15% of 80 = 0.15 × 80 = 13", "12")]
    [TestCase("25＋17＝43（元），", "42")]
    [TestCase("So 5 = 2 * 3", "6")]
    [TestCase("So we get 5 = 2 * 3", "6")]
    [TestCase("(so 5 = 2 * 3)", "6")]
    public void Check_WhenAFalseEquationStandsAlone_NamesIt(string text, string correct) =>
        Assert.That(EquationChecker.Check(text).False.Select(equation => equation.Correct), Is.EqualTo(new[] { correct }));

    [Test]
    public void Check_WhenAnItemOfAListIsFalse_NamesItWithoutItsDash() =>
        Assert.That(EquationChecker.Check("- 3 + 4 = 8").False.Select(equation => equation.Text), Is.EqualTo(new[] { "3 + 4 = 8" }));
}
