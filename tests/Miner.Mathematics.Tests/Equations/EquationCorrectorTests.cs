using Miner.Mathematics.Equations;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>Which equations are put right, how many, and where else their number is replaced.</summary>
internal sealed class EquationCorrectorTests
{
    private const string Two = "1 + 1 = 3 and 4 + 4 = 9";

    [TestCase("2 * 3 = 3 + 4. 12 * 7 = 85", "2 * 3 = 3 + 4. 12 * 7 = 84", Description = "where it is open what is wrong, nothing is")]
    [TestCase("12 * 7 = 85: 85 and 85", "12 * 7 = 84: 84 and 84")]
    [TestCase(
        "12 * 7 = 85: A85, 85B, 85é, 1,85, 1.85, .85, 85,1, 85.1, 850, 185, 100-85, 85, 85.",
        "12 * 7 = 84: A85, 85B, 85é, 1,85, 1.85, .85, 85,1, 85.1, 850, 185, 100-84, 84, 84.")]
    public void Correct_ReplacesTheNumberWhereItStandsAlone(string text, string expected) =>
        Assert.That(EquationCorrector.Correct(text, "").Text, Is.EqualTo(expected));

    [TestCase(22, 0)]
    [TestCase(23, 1)]
    [TestCase(45, 1)]
    [TestCase(46, 2)]
    public void Correct_WhenReadingIsBounded_StopsThere(int maxRead, int expected) =>
        Assert.That(
            EquationCorrector.Correct(Two, "", maxRead).Corrected.Select(equation => equation.Correct),
            Is.EqualTo(new[] { "2", "8" }.Take(expected)));

    [Test]
    public void Correct_OfManyEquations_PutsTwentyRight()
    {
        var text = string.Join(". ", Enumerable.Range(1, 21).Select(number => $"{number}00 + 1 = {number}02"));

        var (corrected, changes) = EquationCorrector.Correct(text, "");

        Assert.That(changes, Has.Count.EqualTo(20));
        Assert.That(corrected, Does.EndWith("2000 + 1 = 2001. 2100 + 1 = 2102"));
    }

    [TestCase(60, 1)]
    [TestCase(61, 0)]
    public void Correct_OfALongNumber_ReplacesItUpToItsBound(int digits, int expected) =>
        Assert.That(EquationCorrector.Correct($"1 + 1 = {new string('3', digits)}", "").Corrected, Has.Count.EqualTo(expected));

    [Test]
    public void Check_OfManyEquations_ReadsFiveHundred() =>
        Assert.That(EquationChecker.Check(string.Concat(Enumerable.Repeat("1 + 1 = 2. ", 501))).True, Is.EqualTo(500));
}
