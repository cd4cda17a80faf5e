using Miner.Offline.Text;

namespace Miner.Offline.Tests;

/// <summary>Sentences, terms and excerpts.</summary>
internal sealed class TextTests
{
    [TestCase("One. Two! Three? Four", "One.|Two!|Three?|Four")]
    [TestCase("See e.g. this. And J. S. Bach, etc. too.", "See e.g. this.|And J. S. Bach, etc. too.")]
    [TestCase("It is 3.14 or so. 1. First\n2. Second", "It is 3.14 or so.|1. First|2. Second")]
    [TestCase("一。二！三？", "一。|二！|三？")]
    [TestCase("... --- |\n***", "")]
    [TestCase("a.b.c", "a.b.c")]
    [TestCase("a\rb\n\nc", "a|b|c")]
    [TestCase("It was 12. Then 123. End", "It was 12.|Then 123.|End")]
    [TestCase("12. a. 123. b", "12. a. 123.|b")]
    [TestCase("(e.g. this) etc. (cf. that)", "(e.g. this) etc. (cf. that)")]
    [TestCase("DR. No. I", "DR. No. I")]
    [TestCase("I saw\ti. It ran.", "I saw\ti. It ran.")]
    [TestCase("Ends.", "Ends.")]
    [TestCase("", "")]
    public void Sentences_OfProse_EndWhereTheyDo(string text, string expected) =>
        Assert.That(string.Join('|', Sentences.Split(text)), Is.EqualTo(expected));

    [TestCase("The bees' 3.5 cats classes", "bee 3.5 cat classe")]
    [TestCase("What is the point of it?", "point")]
    [TestCase("Don't use C++", "don't c")]
    [TestCase("glass bus is", "glass bus")]
    [TestCase("a.b 1.b b.1 a.", "b 1 b b.1")]
    [TestCase("rock’s 5'", "rock’ 5")]
    [TestCase("gas cats", "gas cat")]
    [TestCase("", "")]
    public void Terms_OfAText_AreItsWordsWithMeaning(string text, string expected) =>
        Assert.That(string.Join(' ', Terms.Of(text)), Is.EqualTo(expected));

    [Test]
    public void Terms_OfAVeryLongWord_AreItsBeginning() =>
        Assert.That(Terms.Of(new string('y', 100)), Is.EqualTo(new[] { new string('y', 40) }));

    [TestCase("a b", "b c", 1 / 3.0)]
    [TestCase("b", "b", 1)]
    [TestCase("b c d", "b", 1 / 3.0)]
    [TestCase("b", "c", 0)]
    [TestCase("", "b", 0)]
    [TestCase("b", "", 0)]
    public void Overlap_OfTwoTexts_IsTheShareOfTermsInBoth(string left, string right, double expected) =>
        Assert.That(Terms.Overlap(Words(left), Words(right)), Is.EqualTo(expected).Within(1e-9));

    [TestCase("abc", 3, "abc")]
    [TestCase("abcd", 3, "abc…")]
    [TestCase("a \n\t b", 3, "a b")]
    [TestCase("ab😀d", 3, "ab…")]
    [TestCase("ab😀d", 4, "ab😀…")]
    [TestCase("", 3, "")]
    public void Excerpt_OfAText_IsItsBeginningOnOneLine(string text, int length, string expected) =>
        Assert.That(Excerpt.Of(text, length), Is.EqualTo(expected));

    private static HashSet<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
