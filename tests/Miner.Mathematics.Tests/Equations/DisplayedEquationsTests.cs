using Miner.Mathematics.Equations;

namespace Miner.Mathematics.Tests.Equations;

internal sealed class DisplayedEquationsTests
{
    [TestCase("\\[\r\n\t3 + 4\t\r\n\t= 8\r\n\\]", "3 + 4 = 8", "7")]
    [TestCase("$12 \\times 7 = 85.$", "12 \\times 7 = 85", "84")]
    [TestCase("$= 3 + 4 = 8$", "3 + 4 = 8", "7")]
    [TestCase("$€3 + €4 = €8$", "€3 + €4 = 8", "7")]
    [TestCase("\\(\\$3 + \\$4 = \\$8\\)", "\\$3 + \\$4 = 8", "7")]
    [TestCase("$£ 3 + £ 4 = £ 8$", "£ 3 + £ 4 = 8", "7")]
    [TestCase("$¥-3 + 4 = 2$", "¥-3 + 4 = 2", "1")]
    [TestCase("$3 + 4 = 8 €$", "3 + 4 = 8", "7")]
    [TestCase("$3 + 4 = 8 ≈ 9$", "3 + 4 = 8", "7")]
    [TestCase("$3 + 4 = 7, 3 + 4 = 8$", "3 + 4 = 8", "7")]
    [TestCase("$3 + 4 = \\sqrt{64}$", "3 + 4 = \\sqrt{64}", "7")]
    [TestCase("$a ≈ 2 = 1 + 2, 3 + 4 = 8$", "3 + 4 = 8", "7")]
    [TestCase("$a ≈ b ≈ 2 = 1 + 2 \\\\ 3 + 4 = 8$", "3 + 4 = 8", "7")]
    public void Check_OfAFalseEquationInLatex_NamesIt(string text, string equation, string correct) =>
        Assert.That(
            EquationChecker.Check(text).False.Select(failure => (failure.Text, failure.Correct)),
            Is.EqualTo(new[] { (equation, correct) }));

    [TestCase("$\\frac{10}{3} ≈ 3.33 \\times 2 = 7$")]
    [TestCase("$a ≈ 2 = 1 + 2$")]
    [TestCase("$3 + 4 = = 8$")]
    [TestCase("$3 + 4 = 8 \\text{ m} \\text{ s}$")]
    public void Check_WhenASideIsNotRead_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text), Is.EqualTo((0, Array.Empty<FalseEquation>())));

    [TestCase("1000", 1, Description = "500 characters")]
    [TestCase("10000", 0)]
    public void Check_OfALongSide_ReadsUpToItsBound(string first, int expected)
    {
        var side = first + string.Concat(Enumerable.Repeat(" + 0", 124));
        Assert.That(EquationChecker.Check($"${side} = 5$").False, Has.Count.EqualTo(expected));
    }

    [TestCase("$3 + 4 = \\boxed{-8}$", "$3 + 4 = \\boxed{7}$")]
    [TestCase("$3 + 4 = \\boxed{−8}$", "$3 + 4 = \\boxed{7}$")]
    [TestCase("$3 + 4 = \\boxed{1,008}$", "$3 + 4 = \\boxed{7}$")]
    [TestCase("$3 + 4 = \\boxed{8.5}$", "$3 + 4 = \\boxed{7}$")]
    [TestCase("$3 + 4 = \\sqrt{64}$", "$3 + 4 = \\sqrt{64}$")]
    public void Correct_InLatex_ReplacesTheNumberAlone(string text, string expected) =>
        Assert.That(EquationCorrector.Correct(text, "").Text, Is.EqualTo(expected));
}
