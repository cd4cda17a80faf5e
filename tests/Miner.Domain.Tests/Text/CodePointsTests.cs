using Miner.Domain.Text;

namespace Miner.Domain.Tests.Text;

[TestFixture]
internal sealed class CodePointsTests
{
    [TestCase("", 0)]
    [TestCase("abc", 3)]
    [TestCase("🧮🧮", 2)]
    public void Count_OfText_CountsCodePoints(string text, int expected) => Assert.That(CodePoints.Count(text), Is.EqualTo(expected));

    [TestCase("abc", 2, "ab")]
    [TestCase("abc", 3, "abc")]
    [TestCase("🧮🧮🧮", 2, "🧮🧮")]
    [TestCase("a🧮b", 2, "a🧮")]
    [TestCase("🧮🧮", 3, "🧮🧮")]
    public void Cut_ToALength_KeepsPairsWhole(string text, int maximum, string expected) =>
        Assert.That(CodePoints.Cut(text, maximum), Is.EqualTo(expected));

    // A table of attributes cannot hold a lone surrogate, so these rows are made here.
    [Test]
    public void ReplaceUnstorable_OfText_ReplacesNulAndLoneSurrogates()
    {
        var (high, low) = ('\ud83e', '\uddee');
        foreach (var (text, expected) in new[]
        {
            ("plain 🧮", "plain 🧮"), ("a\0b", "a\uFFFDb"), ($"a{high}", "a\uFFFD"), ($"{low}a", "\uFFFDa"),
            ($"{low}{high}", "\uFFFD\uFFFD"), ($"{high}{high}{low}", $"\uFFFD{high}{low}"),
        })
        {
            Assert.That(CodePoints.ReplaceUnstorable(text), Is.EqualTo(expected));
            Assert.That(CodePoints.HasUnstorable(text), Is.EqualTo(text != expected));
            Assert.That(CodePoints.Count(text), Is.EqualTo(CodePoints.Count(expected)));
        }
    }
}
