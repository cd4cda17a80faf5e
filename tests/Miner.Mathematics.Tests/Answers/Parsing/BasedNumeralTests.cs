using Miner.Mathematics.Answers.Parsing;

namespace Miner.Mathematics.Tests.Answers.Parsing;

internal sealed class BasedNumeralTests
{
    [TestCase("101_2", "101_2")]
    [TestCase("(101)_2", "101_2")]
    [TestCase("0101_2", "101_2")]
    [TestCase("-101_2", "-101_2")]
    [TestCase("101₂", "101_2")]
    [TestCase("1F₁₆", "1F_16")]
    [TestCase("0b101", "101_2")]
    [TestCase("0o17", "17_8")]
    [TestCase("0xff", "FF_16")]
    [TestCase(" F F_16", "FF_16", Description = "as letters of a formula are written")]
    [TestCase("ff_16", "FF_16")]
    [TestCase("1A_16", "1A_16")]
    [TestCase("\"1101\"_2", "1101_2")]
    [TestCase("a_2", null, Description = "a variable")]
    [TestCase("F_16", null)]
    [TestCase("AB_12", null)]
    [TestCase("102_2", null)]
    [TestCase("10_1", null)]
    [TestCase("10_37", null)]
    [TestCase("x_2", null)]
    [TestCase("0x", null)]
    [TestCase("0b12", null)]
    [TestCase("101", null)]
    [TestCase("", null)]
    public void Canonical_OfANumeralWithItsBase_IsOneForm(string text, string? expected) =>
        Assert.That(BasedNumeral.Canonical(text), Is.EqualTo(expected));
}
