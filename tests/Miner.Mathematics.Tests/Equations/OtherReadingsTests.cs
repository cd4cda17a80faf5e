using Miner.Mathematics.Equations;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>The values of a calculation with brackets in any place.</summary>
internal sealed class OtherReadingsTests
{
    [TestCase("2+4+6/3", "4", true, Description = "a mean")]
    [TestCase("60 + 40 / 2", "50", true)]
    [TestCase("12 / 2 + 4", "2", true, Description = "a fraction on one line")]
    [TestCase("2 + 3 × 4", "20", true)]
    [TestCase("100 - 20 + 30", "50", true)]
    [TestCase("8^1/3", "2", true, Description = "a root")]
    [TestCase("27**2/3", "9", true)]
    [TestCase("5 ^ 3", "6", true, Description = "the exclusive or")]
    [TestCase("1^2^3", "0", true)]
    [TestCase("(1 + 2) * 3 + 1", "12", true, Description = "brackets stay what they are")]
    [TestCase("(1 + 2) * 3", "7", false)]
    [TestCase("-2 * 3 + 1", "-8", true)]
    [TestCase("1 + 2 * 3 + 4 * 5", "65", true)]
    [TestCase("2 + 3", "6", false)]
    [TestCase("2 + 3 × 4", "24", false)]
    [TestCase("1/(2-2) + 3", "3", false)]
    [TestCase("1 / 0 + 2", "1", false)]
    [TestCase("0 ^ 1 - 2", "0", false, Description = "no power of zero")]
    [TestCase("99 ^ 99 * 2", "1", false, Description = "too large")]
    [TestCase("1 + 2 * 3 + 4 * 5 + 6 * 7", "1", false, Description = "more than six operands")]
    [TestCase("2 + 3 +", "5", false)]
    [TestCase("x + 3", "5", false)]
    [TestCase("7", "7", false)]
    public void Any_OfTheValues_IsAccepted(string calculation, string value, bool expected) =>
        Assert.That(OtherReadings.Any(calculation, reading => reading == Formulas.Value(value)), Is.EqualTo(expected));

    [TestCase("85 + 90 + 92 / 3 = 89")]
    [TestCase("67 + 70 + 75 / 3 = 71", Description = "a rounded mean")]
    [TestCase("3 + 5 + 8 / 3 = 5.33")]
    public void Check_OfAMeanWithoutBrackets_IsSilent(string text) => Assert.That(EquationChecker.Check(text).False, Is.Empty);

    [TestCase("85 + 90 + 92 / 3 = 88", "617/3")]
    [TestCase("3 + 5 + 8 / 3 = 5.43", "10.67")]
    public void Check_OfAWrongMean_NamesIt(string text, string correct) =>
        Assert.That(EquationChecker.Check(text).False.Select(equation => equation.Correct), Is.EqualTo(new[] { correct }));
}
