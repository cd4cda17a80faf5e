using Miner.Mathematics.Equations;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>Equations whose result is counted in a larger unit than their numbers, up to the bounds of what is so.</summary>
internal sealed class ConversionsTests
{
    [TestCase("7 * 4 = 1 month")]
    [TestCase("15 + 16 = 1 month")]
    [TestCase("2 + 2 = 1 month")]
    [TestCase("2 + 3 = 1 month")]
    [TestCase("26 * 2 = 1 year")]
    [TestCase("53 * 1 = 1 year")]
    [TestCase("360 + 0 = 1 year")]
    [TestCase("366 + 0 = 1 year")]
    [TestCase("500 * 2 = 1 MB")]
    public void Check_WhenAUnitMayStandBetween_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text), Is.EqualTo((0, Array.Empty<FalseEquation>())));

    [TestCase("9 * 3 = 1 month", "27")]
    [TestCase("8 * 4 = 1 month", "32")]
    [TestCase("2 + 1 = 1 month", "3")]
    [TestCase("2 * 3 = 1 month", "6")]
    [TestCase("3 * 5 = 2 months", "15")]
    [TestCase("51 * 1 = 1 year", "51")]
    [TestCase("27 * 2 = 1 year", "54")]
    [TestCase("359 + 0 = 1 year", "359")]
    [TestCase("367 + 0 = 1 year", "367")]
    [TestCase("15 * 2 = 1 kg", "30")]
    [TestCase("512 * 2 = 1 kg", "1024")]
    [TestCase("512 * 3 = 1 MB", "1536")]
    [TestCase("500 + 500 = 0 kg", "1000")]
    [TestCase("68 - 32 = 20 Celsius", "36", Description = "a scale with another zero is no multiple")]
    public void Check_WhenNoUnitStandsBetween_NamesIt(string text, string correct) =>
        Assert.That(EquationChecker.Check(text).False.Select(equation => equation.Correct), Is.EqualTo(new[] { correct }));
}
