using Miner.Mathematics.Answers.Parsing;

namespace Miner.Mathematics.Tests.Answers.Parsing;

/// <summary>What tells the kinds of answer apart before they are read.</summary>
internal sealed class AnswerPhrasesTests
{
    [TestCase("3 and 1/4 cups", "3 1/4 cups")]
    [TestCase("-2 and 1/2", "-2 1/2")]
    [TestCase("3 and 5/4", "3 and 5/4", Description = "two numbers")]
    [TestCase("1 and 1/0", "1 and 1/0")]
    [TestCase("x and 1/2", "x and 1/2")]
    [TestCase("1 and 1/2 or 2", "1 and 1/2 or 2")]
    public void JoinMixed_OfAProperFraction_MakesOneNumber(string text, string expected) =>
        Assert.That(QuantityPhrases.JoinMixed(text), Is.EqualTo(expected));

    [TestCase("7 out of 10 people", 0, 11)]
    [TestCase("a 7 out of 10", 2, 13)]
    [TestCase("a 7 out of 10", 0, -1)]
    [TestCase("10 out of 10", 0, 12)]
    [TestCase("10 out of 7", 0, -1)]
    [TestCase("0 out of 0", 0, -1)]
    [TestCase("7 out of 10%", 0, -1)]
    [TestCase("7 out of 10.5", 0, -1)]
    [TestCase("7 out of 10th", 0, -1)]
    public void EndOfShare_OfAPartOfAWhole_IsBehindIt(string text, int index, int expected) =>
        Assert.That(QuantityPhrases.EndOfShare(text, index), Is.EqualTo(expected));

    [TestCase("2/3 of 9 apples", "6 apple")]
    [TestCase("0 out of 10", "0")]
    [TestCase("seven out of ten", "0.7")]
    [TestCase("3/4 (75%)", "0.75")]
    [TestCase("12 inhabitants in 1987", "12 inhabitant in 1987")]
    [TestCase("about $5", "5 dollar")]
    [TestCase("roughly 2 dozen", "24")]
    [TestCase("5 thousand euros", "5000 euro")]
    [TestCase("¢50", "50 cent")]
    [TestCase("2 m + 3 m", "f(m)", Description = "what looks like a unit is part of the formula")]
    public void Parse_OfAQuantityInWords_IsItsValue(string text, string expected) =>
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(text, isMath: false)), Is.EqualTo(expected));

    [TestCase("4πr²", true)]
    [TestCase("ab + c", true)]
    [TestCase("xy^2", true)]
    [TestCase("x + 1", false, Description = "is read as it is")]
    [TestCase("2 + 3", false)]
    [TestCase("sin(x)", false)]
    [TestCase("xy", false, Description = "without a sign of a formula")]
    [TestCase("3 km/h", false)]
    [TestCase("to (5)", false)]
    [TestCase("apples + pears", false)]
    [TestCase("\"ab\" + c", false)]
    [TestCase("$ab + c$", false)]
    public void BareFormula_IsToldFromWords(string text, bool expected) => Assert.That(BareFormula.Is(text), Is.EqualTo(expected));

    [TestCase("(A) 5", "A", "5")]
    [TestCase("(B)", "B", "")]
    [TestCase("(C): 5", "C", "5")]
    [TestCase("(D)3", "D", "3")]
    [TestCase("(A) -3", "A", "-3")]
    [TestCase("E. Paris", "E", "Paris")]
    [TestCase("H) 4", "H", "4")]
    [TestCase("option b", "B", "")]
    [TestCase("Choice (c): yes", "C", "yes")]
    public void ChoiceLabel_OfALetterThatIsOffered_IsTakenOff(string text, string letter, string rest) =>
        Assert.That(ChoiceLabel.Read(text), Is.EqualTo((letter[0], rest)));

    [TestCase("(A) + (B)", Description = "a formula")]
    [TestCase("(A) ∪ (B)")]
    [TestCase("(a) 5")]
    [TestCase("(I) 5")]
    [TestCase("A")]
    [TestCase("A)5")]
    [TestCase("optional b")]
    public void ChoiceLabel_OfAnythingElse_IsNone(string text) => Assert.That(ChoiceLabel.Read(text), Is.Null);

    [TestCase("A. x", 1, true)]
    [TestCase("I. x", 1, false)]
    [TestCase("A. x", 2, false)]
    public void ChoiceLabel_EndsAtItsFullStop(string text, int index, bool expected) =>
        Assert.That(ChoiceLabel.EndsAt(text, index), Is.EqualTo(expected));

    [TestCase("no solutions", "∅")]
    [TestCase("The equation has no roots.", "∅")]
    [TestCase("There exists no solution", "∅")]
    [TestCase("no integer solutions exist", "no integer solution")]
    [TestCase("this limit doesn’t exist", "does not exist")]
    [TestCase("no solution was found", null)]
    [TestCase("there is one solution", null)]
    [TestCase("not 5", null)]
    public void EmptyAnswer_OfNothing_IsOneForm(string text, string? expected) =>
        Assert.That(EmptyAnswer.Canonical(text), Is.EqualTo(expected));
}
