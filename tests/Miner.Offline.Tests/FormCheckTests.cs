using Miner.Offline.Review;
using Miner.Offline.Text;

namespace Miner.Offline.Tests;

/// <summary>What is said of a text's form: each rule where it begins and just before.</summary>
internal sealed class FormCheckTests
{
    private const string Enough = "This is a sentence of quite enough words to be one. ";

    [TestCase("One two three four", "It is very short (4 words) and gives no reasons.")]
    [TestCase("One two three four five.", null)]
    [TestCase("A word and ten of them go on and so they", "It seems to break off (\"A word and ten of them go on and so they\").")]
    [TestCase("The words of this text go on and then they end.", null)]
    [TestCase("The words of this text go on and then they end:", null)]
    [TestCase("The words of this text go on and come to 42", null)]
    [TestCase("The words of this text go on in a list:\n- and then they", null)]
    [TestCase("The words of this text go on in a list:\n2) and then they", null)]
    [TestCase("The words of this text go on until\n# The end", null)]
    [TestCase("One two three four five six seven eight nine", null)]
    [TestCase("It is known. " + Enough + Enough, "It says the same 2 times: \"This is a sentence of quite enough words to be one.\"")]
    [TestCase("It is known. Short one. Short one.", null)]
    [TestCase(Enough + "```\nThis is a sentence of quite enough words to be one.\n```", null)]
    [TestCase("I cannot answer such a thing at all, sorry.", "It declines to answer (\"i cannot answer\").")]
    [TestCase("He said that I cannot answerable things, sorry.", null)]
    [TestCase("There is a [insert name here] left in it.", "It holds a placeholder (\"[insert\").")]
    [TestCase("There are methodological todos left in it.", null)]
    [TestCase("```\ncode that is not closed, as you can see.", "A code block is opened and not closed.")]
    public void Weakness_OfAText_IsFoundWhereItBegins(string text, string? weakness) =>
        Assert.That(Weaknesses(text), Is.EqualTo(weakness is null ? [] : new[] { weakness }));

    [TestCase(250, 0, null)]
    [TestCase(251, 0, "Its 251 words stand in one block.")]
    [TestCase(251, 100, null)]
    [TestCase(1_500, 100, null)]
    [TestCase(1_501, 100, "It is long (1501 words).")]
    public void Weakness_OfALongText_IsItsLengthOrItsOneBlock(int words, int paragraph, string? weakness)
    {
        var text = string.Concat(
            Enumerable.Range(1, words).Select(word => $"w{word}{(paragraph > 0 && word % paragraph == 0 ? "\n\n" : " ")}"));

        Assert.That(Weaknesses($"{text.TrimEnd()}."), Is.EqualTo(weakness is null ? [] : new[] { weakness }));
    }

    [TestCase("# Plan\nText", "Headings make it easy to find one's way.")]
    [TestCase("- a\n* b\n• c", "It is laid out as a list of 3 items.")]
    [TestCase("1. a\n12) b\nc", "It is laid out as a list of 2 items.")]
    [TestCase("- a\nb", null)]
    [TestCase("-a\n-b", null)]
    [TestCase("1234. a\n1235. b", null)]
    [TestCase("See:\n```\nx\n```", "Code stands in blocks of its own.")]
    public void Strength_OfAText_IsItsLayout(string text, string? strength)
    {
        var remarks = Run(text);

        Assert.That(remarks.Strengths, Is.EqualTo(strength is null ? [] : new[] { strength }));
    }

    [Test]
    public void Score_OfRemarks_CountsStrengthsAndWeighsWeaknesses()
    {
        var remarks = new Remarks();
        remarks.Praise("good");
        remarks.Object(5, "bad", "mend it");
        remarks.Object(2, "poor", "mend it");

        Assert.That(remarks.Score, Is.EqualTo(-6));
        Assert.That(remarks.Suggestions, Is.EqualTo(new[] { "mend it" }), "said once");
    }

    [TestCase("One. Two! Three? Four", "One.|Two!|Three?|Four")]
    [TestCase("See e.g. this. And J. S. Bach, etc. too.", "See e.g. this.|And J. S. Bach, etc. too.")]
    [TestCase("It is 3.14 or so. 1. First\n2. Second", "It is 3.14 or so.|1. First|2. Second")]
    [TestCase("一。二！三？", "一。|二！|三？")]
    [TestCase("... --- |\n***", "")]
    [TestCase("a.b.c", "a.b.c")]
    public void Sentences_OfProse_EndWhereTheyDo(string text, string expected) =>
        Assert.That(string.Join('|', Sentences.Split(text)), Is.EqualTo(expected));

    [TestCase("The bees' 3.5 cats classes", "bee 3.5 cat classe")]
    [TestCase("What is the point of it?", "point")]
    [TestCase("Don't use C++", "don't c")]
    [TestCase("glass bus is", "glass bus")]
    public void Terms_OfAText_AreItsWordsWithMeaning(string text, string expected) =>
        Assert.That(string.Join(' ', Terms.Of(text)), Is.EqualTo(expected));

    [TestCase("abc", 3, "abc")]
    [TestCase("abcd", 3, "abc…")]
    [TestCase("a \n\t b", 3, "a b")]
    [TestCase("ab😀d", 3, "ab…")]
    public void Excerpt_OfAText_IsItsBeginningOnOneLine(string text, int length, string expected) =>
        Assert.That(Excerpt.Of(text, length), Is.EqualTo(expected));

    private static IReadOnlyList<string> Weaknesses(string text) => Run(text).Weaknesses;

    private static Remarks Run(string text)
    {
        var remarks = new Remarks();
        FormChecks.Run(text, remarks);
        return remarks;
    }
}
