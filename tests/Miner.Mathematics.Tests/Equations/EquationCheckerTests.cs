using Miner.Mathematics.Equations;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Equations;

internal sealed class EquationCheckerTests
{
    [TestCase("So 12 * 7 = 85.", "12 * 7 = 85", "84")]
    [TestCase("We get **12 * 7 = 85** apples", "12 * 7 = 85", "84")]
    [TestCase("(see 3 + 4 = 8)", "3 + 4 = 8", "7")]
    [TestCase("85 = 12 × 7", "85 = 12 × 7", "84")]
    [TestCase("x = 12 * 7 = 85", "12 * 7 = 85", "84")]
    [TestCase("1. 3 + 4 = 8", "3 + 4 = 8", "7")]
    [TestCase("- 3 + 4 = 8", "3 + 4 = 8", "7")]
    [TestCase("In 2024, 3 + 4 = 8", "3 + 4 = 8", "7")]
    [TestCase("| 3 + 4 = 8 |", "3 + 4 = 8", "7")]
    [TestCase("10 / 4 = 2.6", "10 / 4 = 2.6", "2.5")]
    [TestCase("10 / 3 = 3.43", "10 / 3 = 3.43", "3.33")]
    [TestCase("1,000 * 2 = 2,001", "1,000 * 2 = 2,001", "2000")]
    [TestCase("$12 \\times 7 = 85$", "12 ×      7 = 85", "84")]
    [TestCase("2^10 = 1000", "2^10 = 1000", "1024")]
    [TestCase("\\( 12 \\times 7 = 85 \\)", "12 ×      7 = 85", "84")]
    [TestCase("\\[ \\left( 3 + 4 \\right) \\cdot 2 = 15 \\]", "( 3 + 4       ) ·     2 = 15", "14")]
    [TestCase("$\\frac{10}{4} = 2.6$", "((10)/(4)) = 2.6", "2.5")]
    [TestCase("12 * 7 = \\boxed{85}", "12 * 7 = 85", "84")]
    [TestCase("12 * 7 = 85 \\text{ apples}", "12 * 7 = 85", "84")]
    [TestCase("They cost $3 * 4 = $13 in all", "3 * 4 = 13", "12")]
    [TestCase("Step 1: 17 - 9 = 9", "17 - 9 = 9", "8")]
    [TestCase("So *12 * 7 = 85* it is", "12 * 7 = 85", "84")]
    [TestCase("12 * 7 = 84 + 6 = 91", "84 + 6 = 91", "90")]
    [TestCase("3 * 12.99 = 38.87", "3 * 12.99 = 38.87", "38.97")]
    [TestCase("3/4 = 80%", "3/4 = 80%", "75%")]
    [TestCase("2/3 = 70%", "2/3 = 70%", "66.7%")]
    [TestCase("1/2 + 1/3 = 2/5", "1/2 + 1/3 = 2/5", "5/6")]
    public void Check_WhenEquationIsFalse_NamesIt(string text, string equation, string correct)
    {
        var (_, failing) = EquationChecker.Check(text);

        Assert.That(
            failing.Select(failure => (failure.Text.TrimStart('-', ' '), failure.Correct)),
            Is.EqualTo(new[] { (equation, correct) }));
    }

    [TestCase("12 * 7 = 84")]
    [TestCase("10 / 3 = 3.33 and 2/3 = 0.66")]
    [TestCase("3 / 20 = 15%")]
    [TestCase("12 * 7 = 80 + 4 = 84")]
    [TestCase("It costs 12 * 7 = 84 dollars.")]
    [TestCase("2/3 = 66.7% and 5/6 = 83%")]
    [TestCase("6.02 × 10^23 * 2 = 1.2 × 10^24")]
    [TestCase("2000 / 75 = 26.666666666666668")]
    [TestCase("$10 / 3 = $3.33 each")]
    public void Check_WhenEquationsHold_CountsThem(string text)
    {
        var (holding, failing) = EquationChecker.Check(text);

        Assert.That(holding, Is.GreaterThan(0));
        Assert.That(failing, Is.Empty);
    }

    [TestCase("x + 3 = 7 and 2x = 9")]
    [TestCase("12 * 7 = 85 is wrong")]
    [TestCase("It is not true that 12 * 7 = 85.")]
    [TestCase("7 + 8 = 3 (mod 12)")]
    [TestCase("7 / 2 = 3 remainder 1")]
    [TestCase("5 times 7 + 3 = 38")]
    [TestCase("$5 \\cdot 7 \\bmod 3 + 1 = 9 \\pm 1$")]
    [TestCase("2 * 1500000 = 3 million")]
    [TestCase("```\n12 * 7 = 85\n```")]
    [TestCase("Write `1 + 1 = 3` here")]
    [TestCase("assert 12 * 7 == 85")]
    [TestCase("3 = 4")]
    [TestCase("50 - 20% = 40")]
    [TestCase("-2^2 = 4")]
    [TestCase("1 + 1 = 10 in binary")]
    [TestCase("3 m * 4 m = 13 m")]
    [TestCase("6/2(1+2) = 1")]
    [TestCase("17 / 5 = 4 with a remainder of 2")]
    [TestCase("365 / 7 = 52 weeks")]
    [TestCase("10 / 4 = 3 buses")]
    [TestCase("Pages 10-20 = 11 pages")]
    [TestCase("2020 - 2024 = 5 years")]
    [TestCase("2:30 + 45 = 3:15")]
    [TestCase("Step 2 - 3 + 4 = 7")]
    [TestCase("So 6 birds * 2/3 = 4 birds")]
    [TestCase("10 apples - 3 * 2 = 4 apples")]
    [TestCase("3.33 * 300 = 1000")]
    [TestCase("2 * 3.14 * 5 = 31.42")]
    [TestCase("1.200 + 300 = 1.500")]
    [TestCase("5 * 20 = $1")]
    [TestCase("5 + 5 = 10!")]
    [TestCase("Is 5 + 3 = 9?")]
    [TestCase("That would make 2 + 2 = 5, a contradiction")]
    [TestCase("log10(100) = 2")]
    public void Check_WhenItMayBeMeantOtherwise_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text), Is.EqualTo((0, Array.Empty<FalseEquation>())));

    [Test]
    public void Check_WhenACalculationGoesOn_ComparesEachStep() =>
        Assert.That(EquationChecker.Check("12 * 7 = 84 + 6 = 90 / 7 = 12.86 * 2 = 25.72").False, Is.Empty);

    [Test]
    public void Correct_CarriesTheRightNumberOn()
    {
        const string text = "First 12 * 7 = 85. Then 85 + 16 = 101, so the answer is 101.";

        var (corrected, changes) = EquationCorrector.Correct(text, "What is 12*7 + 16?");

        Assert.That(corrected, Is.EqualTo("First 12 * 7 = 84. Then 84 + 16 = 100, so the answer is 100."));
        Assert.That(changes.Select(change => change.Correct), Is.EqualTo(new[] { "84", "100" }));
    }

    [TestCase("There are 85 seats. 12 * 7 = 85. All 85 are free.", "", "There are 85 seats. 12 * 7 = 84. All 85 are free.")]
    [TestCase("12 * 7 = 85. All 85 seats are free.", "Are 85 seats enough?", "12 * 7 = 84. All 85 seats are free.")]
    [TestCase("12 * 7 = 85, or 85.5 or 1.85 or 850", "", "12 * 7 = 84, or 85.5 or 1.85 or 850")]
    [TestCase("2 * 3 = 3 + 4", "", "2 * 3 = 3 + 4")]
    public void Correct_LeavesNumbersOfOtherOrigin(string text, string question, string expected) =>
        Assert.That(EquationCorrector.Correct(text, question).Text, Is.EqualTo(expected));

    [TestCase("1 + 1 = 3. ")]
    [TestCase("=")]
    [TestCase("1=")]
    [TestCase("9^9^9 = 1 ")]
    [TestCase("`")]
    [TestCase("a")]
    [TestCase("((((1+1=")]
    [TestCase("85 ")]
    [TestCase("1.000.000 + 1 = 1.5 ")]
    [TestCase("\\frac{1}{2}")]
    [TestCase("\\frac{")]
    [TestCase("$1 ")]
    [TestCase("1.11")]
    public void Correct_WhenTextIsHostile_EndsFast(string piece)
    {
        var text = "12 * 7 = 85. " + string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length));

        Assert.That(CpuTime.Of(() => EquationCorrector.Correct(text, "")), Is.LessThan(TimeSpan.FromSeconds(3)));
    }
}
