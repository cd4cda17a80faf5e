using Miner.Mathematics.Language;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Language;

internal sealed class TopLevelTests
{
    [TestCase("a, b", ",", "a| b")]
    [TestCase("(a, b), c", ",", "(a, b)| c")]
    [TestCase("\"a, b\", c", ",", "\"a, b\"| c")]
    [TestCase("[1; 2]; {3, 4}", ",;", "[1; 2]| {3, 4}")]
    [TestCase("a", ",", "a")]
    [TestCase("a,", ",", "a|")]
    [TestCase("), a", ",", ")| a")]
    [TestCase("", ",", "")]
    public void Split_CutsOutsideOfBracketsOnly(string text, string separators, string expected) =>
        Assert.That(string.Join('|', TopLevel.Split(text, separators)), Is.EqualTo(expected));

    [TestCase("(a)", true)]
    [TestCase("(a) + (b)", false)]
    [TestCase("[1, 2)", true, Description = "a half-open interval")]
    [TestCase("((a))", true)]
    [TestCase("(a", false)]
    [TestCase("a", false)]
    [TestCase("", false)]
    public void IsEnclosed_WhenTheFirstBracketClosesLast(string text, bool expected) =>
        Assert.That(TopLevel.IsEnclosed(text), Is.EqualTo(expected));

    [TestCase("{a{b}c}d", 6)]
    [TestCase(@"{a\}b}", 5)]
    [TestCase("{a", 2)]
    public void ClosingBrace_IsTheOneThatMatches(string text, int expected) =>
        Assert.That(TopLevel.ClosingBrace(text, 0), Is.EqualTo(expected));

    [Property]
    public bool Split_OfAnyText_LosesNothing(string? text) =>
        string.Join(',', TopLevel.Split(text ?? "", ",")) == (text ?? "");

    [TestCase("a `b` c", "a     c")]
    [TestCase("a ```b\nc``` d", "a     \n     d")]
    [TestCase("a ```b", "a     ")]
    [TestCase("a ` b", "a   b")]
    [TestCase("none", "none")]
    public void Blank_OfCode_KeepsEveryIndex(string text, string expected) => Assert.That(CodeBlocks.Blank(text), Is.EqualTo(expected));

    [TestCase("```a```", true)]
    [TestCase("```a", false)]
    [TestCase("", true)]
    public void AreClosed_WhenFencesComeInPairs(string text, bool expected) =>
        Assert.That(CodeBlocks.AreClosed(text), Is.EqualTo(expected));

    [Property]
    public bool Blank_OfAnyText_KeepsItsLength(string? text) => CodeBlocks.Blank(text ?? "").Length == (text ?? "").Length;
}
