using Miner.Mathematics.Equations;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>Units, remarks and labels beside an equation, and what of them makes its last number a piece of something longer.</summary>
internal sealed class WordsBehindTests
{
    [TestCase("12 * 7 = 85 (dollars)", "84")]
    [TestCase("12*7=85(cm)", "84")]
    [TestCase("12 * 7 = 85 [dollars]", "84")]
    [TestCase("12 × 7 = **85** (dollars)", "84")]
    [TestCase("12 * 7 = 85 (as 10 * 7 = 70)", "84")]
    [TestCase("(3 + 4 = 8 (see above))", "7")]
    [TestCase("60 + 60 = 3 (hours)", "120")]
    [TestCase("1/4 = 20 (percent)", "25%")]
    [TestCase("12 * 7 = 85 dollars and 3 + 4 = 7", "84")]
    [TestCase("$12 \\times 7 = 85 \\text{ (dollars)}$", "84")]
    [TestCase("$12 \\times 7 = 85\\ (\\mathrm{cm})$", "84")]
    [TestCase("(2) 3 + 4 = 8", "7")]
    [TestCase("(iv) 3 + 4 = 8", "7")]
    [TestCase("3 + 4 = 8 (2)", "7")]
    [TestCase("3 + 4 = 8 (7 + 1)", "7")]
    [TestCase("2 (3 + 4) = 15", "14")]
    [TestCase("+ 2 + 2 = 4\n+ 3 + 4 = 8", "7")]
    [TestCase("+ Ann: 2 + 2 = 4\r\n\r\n+ 3 + 4 = 8", "7")]
    public void Check_WhenAFalseEquationHasWordsBehind_NamesIt(string text, string correct) =>
        Assert.That(EquationChecker.Check(text).False.Select(equation => equation.Correct), Is.EqualTo(new[] { correct }));

    [TestCase("12 * 7 = 84 (dollars)")]
    [TestCase("1/4 = 25 (percent)")]
    [TestCase("(2) 3 + 4 = 7")]
    [TestCase("(b) 3 + 4 = 7")]
    [TestCase("(2) (3 + 4) * 2 = 14")]
    [TestCase("(2) (3 + 4) = 14", Description = "a product")]
    [TestCase("3 + 4 = 7 (2)")]
    [TestCase("12 + 3 = 15 (10 + 5)")]
    [TestCase("12 + 3 = 15 (10 + 5) = 15")]
    [TestCase("+ 4 = 4\n+ 3 + 4 = 7")]
    public void Check_WhenATrueEquationHasWordsBehind_CountsIt(string text)
    {
        var (holding, failing) = EquationChecker.Check(text);

        Assert.That((holding, failing.Count), Is.EqualTo((1, 0)));
    }

    [TestCase("10 + 5 = 3 (five)")]
    [TestCase("12 + 7 = 20 (apples) - 1 (rotten) = 19")]
    [TestCase("84 / 4 = 20 (apples) and 4 (pears)")]
    [TestCase("100 = 20 + 4 (price)")]
    [TestCase("10 + 5 = 5(rate)")]
    [TestCase("1500 + 500 = 2 (in km)")]
    [TestCase("3000 + 4000 = 7 (thousand)")]
    [TestCase("1234 + 1 = 1200 (nearest hundred)")]
    [TestCase("7 + 8 = 5 (carry 1)")]
    [TestCase("20 = 5 * 2 * rate")]
    [TestCase("10 + 5 = 20 - cost")]
    [TestCase("10 + 5 = 5 * (rate)")]
    [TestCase("3 * 30 = 1 hour 30 minutes")]
    [TestCase("90 + 60 = 2 hours, 30 minutes")]
    [TestCase("90 + 60 = 2 hours 30")]
    [TestCase("90 + 60 = 2 horas y 30 minutos")]
    [TestCase("90 + 60 = 2 hr. 30 min.")]
    [TestCase("3 * 30 = 1 hour and a half")]
    [TestCase("12 + 15 = 2' 3\"")]
    [TestCase("20 * 3 = 1 full hour")]
    [TestCase("$3000 + 4000 = 7 \\text{ thousand}$")]
    [TestCase("$3000 + 4000 = 7 \\text{ (thousand)}$")]
    [TestCase("$3 \\times 30 = 1 \\text{ hour } 30 \\text{ minutes}$")]
    [TestCase("+ 5 + 8\n+ 3 * 2 = 19")]
    public void Check_WhenTheNumberIsAPieceOfMore_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text), Is.EqualTo((0, Array.Empty<FalseEquation>())));

    [Test]
    public void Check_WhenAListRunsOn_IsSilent() =>
        Assert.That(EquationChecker.Check("+ 2 + 2 = 4\n+ 3 + 4 = 11\n+ 1 + 1 = 13").False, Is.Empty);
}
