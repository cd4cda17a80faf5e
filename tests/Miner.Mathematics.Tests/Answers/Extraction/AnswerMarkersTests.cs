using Miner.Mathematics.Answers.Extraction;
using Miner.Mathematics.Tests.Answers.Equality;

namespace Miner.Mathematics.Tests.Answers.Extraction;

/// <summary>The pieces that an answer is found by.</summary>
internal sealed class AnswerMarkersTests
{
    [TestCase("So the answer is 42.", "42.")]
    [TestCase("Answer: 42", "42")]
    [TestCase("**Answer:** 42", "42")]
    [TestCase("The final answer is: 42", "42")]
    [TestCase("Final Answer\n42", "42")]
    [TestCase("## Final Answer\n\n42\n", "42")]
    [TestCase("work\n#### 42", "42")]
    [TestCase("A: 42", "42")]
    [TestCase("Q: what?\nA: 42", "42")]
    [TestCase("The correct option is B", "B")]
    [TestCase("The answer is 1. No, the answer is 2", "2")]
    [TestCase("answer: 1\nanswer:", "1", Description = "the last that says something")]
    [TestCase("Answer:\n\\[\nx = 3\n\\]\nbye", "\\[\nx = 3\n\\]")]
    [TestCase("The answer depends", null)]
    [TestCase("My answers: many", null)]
    [TestCase("unanswer: 3", null)]
    [TestCase("nothing here", null)]
    [TestCase("", null)]
    public void Find_GivesWhatTheLastMarkerAnnounces(string text, string? expected) =>
        Assert.That(AnswerMarkers.Find(text), Is.EqualTo(expected));

    [TestCase(@"so \boxed{42}.", "42")]
    [TestCase(@"\boxed{\frac{1}{2}}", @"\frac{1}{2}")]
    [TestCase(@"first \boxed{1}. Then it is \boxed{2}", "2")]
    [TestCase(@"\boxed{1} and \boxed{2}", "1 and 2")]
    [TestCase(@"\boxed{1} or \boxed{2}", "1 or 2")]
    [TestCase(@"\boxed{1}, \boxed{2}", "1 and 2")]
    [TestCase(@"\boxed{2} and \boxed{2}", "2")]
    [TestCase(@"\boxed{\boxed{7}}", @"\boxed{7}")]
    [TestCase(@"\boxed {7}", "7")]
    [TestCase(@"\fbox{7}", "7")]
    [TestCase(@"\boxed{50}\%", "50%")]
    [TestCase(@"$\boxed{50}$ percent", "50%")]
    [TestCase(@"\boxed{", null)]
    [TestCase(@"\boxed{} \boxed{ }", null)]
    [TestCase(@"\boxed{1} \boxed{", "1")]
    [TestCase(@"{42}", null)]
    public void Boxes_GiveTheLastAnswer(string text, string? expected) =>
        Assert.That(BoxedAnswers.Find(text)?.Answer.Text, Is.EqualTo(expected));

    [TestCase("**42**", "42", false)]
    [TestCase("$42$", "42", true)]
    [TestCase(@"\(42\).", "42", true)]
    [TestCase("*`42`*", "42", false)]
    [TestCase("42.", "42", false)]
    [TestCase("0.333...", "0.333...", false)]
    [TestCase("5!", "5", false, Description = "an exclamation, outside of mathematics")]
    [TestCase("$5!$", "5!", true)]
    [TestCase("**a** and **b**", "a** and **b", false)]
    [TestCase("", "", false)]
    public void Unwrap_TakesOffTheMarkup(string text, string expected, bool isMath)
    {
        var answer = new ExtractedAnswer(text, IsMath: false).Unwrapped();
        Assert.That((answer.Text, answer.IsMath), Is.EqualTo((expected, isMath)));
    }

    [Test]
    public void Display_IsOnOneLineAndNotTooLong()
    {
        Assert.That(AnswerText.Display(" a\n\tb  c "), Is.EqualTo("a b c"));
        Assert.That(AnswerText.Display(new string('x', 300)), Is.EqualTo(new string('x', 199) + "…"));
        Assert.That(
            AnswerText.Display(AnswerAssert.Repeat("🧮", 201)),
            Is.EqualTo(AnswerAssert.Repeat("🧮", 199) + "…"));
        Assert.That(AnswerText.Display(new string('x', 200)), Has.Length.EqualTo(200));
    }

    [TestCase("Yes", "Yes")]
    [TestCase("**Paris.**", "Paris")]
    [TestCase("New York City", "New York City")]
    [TestCase("I cannot say", null)]
    [TestCase("it depends", null)]
    [TestCase("one two three four five", null)]
    [TestCase("a, b", null)]
    [TestCase("!!!", null)]
    public void Phrase_OfAFewWords_IsAnAnswer(string text, string? expected) =>
        Assert.That(BarePhrase.Read(text)?.Text, Is.EqualTo(expected));

    [TestCase("What is 2 + 2?", true)]
    [TestCase("How many apples are left?", true)]
    [TestCase("Solve x^2 = 4", true)]
    [TestCase(@"Find \(x\).", true)]
    [TestCase("Simplify $x + x$", true)]
    [TestCase("3×4", true)]
    [TestCase("What is the capital of France?", false)]
    [TestCase("What happened in 1914-1918?", false)]
    [TestCase("Is a well-known fact true?", false)]
    [TestCase("sometimes I wonder", false, Description = "not the word times")]
    [TestCase("and/or", false)]
    [TestCase("", false)]
    public void Question_IsMathematical_ByItsWordsAndSigns(string question, bool expected) =>
        Assert.That(MathematicalQuestion.Is(question), Is.EqualTo(expected));

    [TestCase("There are 12 apples.", "12")]
    [TestCase("It costs $5.50 now", "$5.50")]
    [TestCase("about 3/4 of it", "3/4")]
    [TestCase("between 5 and 7", "5|7")]
    [TestCase("at 3 pm on May 4, 2021", "3 pm|May 4, 2021")]
    [TestCase("2 hours 30 minutes later", "2 hours 30 minutes")]
    [TestCase("90 km/h", "90 km/h")]
    [TestCase("x is minus 3", "minus 3")]
    [TestCase("1,234.5", "1,234.5")]
    [TestCase("7 out of 10 people", "7 out of 10")]
    [TestCase("5 remainder 2", "5 remainder 2")]
    [TestCase("none", "")]
    public void Numbers_InProse_AreFoundWhole(string text, string expected) =>
        Assert.That(string.Join('|', NumberScanner.Find(text, 0, text.Length).Select(found => found.Answer.Text)), Is.EqualTo(expected));
}
