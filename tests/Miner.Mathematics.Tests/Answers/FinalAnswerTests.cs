using Miner.Mathematics.Answers;
using Miner.Mathematics.Tests.Answers.Equality;

namespace Miner.Mathematics.Tests.Answers;

internal sealed class FinalAnswerTests
{
    private const string Mathematical = "How many are there?";
    private const string Other = "Who wrote it?";

    [TestCase(@"so $\boxed{x=5}$.", "x=5")]
    [TestCase(@"\boxed{73 \text{ cm}}", "73 cm")]
    [TestCase(@"\boxed{\frac{1}{2}}.", @"\frac{1}{2}")]
    [TestCase(@"\boxed{\text{Paris}}", "Paris")]
    [TestCase(@"\fbox{7}", "7")]
    [TestCase(@"\boxed{\boxed{7}}", "7")]
    [TestCase(@"$\boxed{\{1, 2\}}$", "{1, 2}")]
    [TestCase(@"first \boxed{4}, then I corrected it. \boxed{5}", "5")]
    [TestCase(@"\boxed{-2} \quad \text{and} \quad \boxed{1}", "-2 and 1")]
    [TestCase(@"\boxed{2} or \boxed{3}", "2 or 3")]
    [TestCase(@"\boxed{1},\boxed{2}", "1 and 2")]
    [TestCase(@"\boxed{5} and again \boxed{5}", "5")]
    [TestCase(@"\boxed{1} was what I thought at first, and then a very long way later \boxed{2}", "2")]
    [TestCase(@"$\boxed{28}\%$", "28%")]
    [TestCase(@"\\boxed{\\left( 3, \\frac{\\pi}{2} \\right)}", @"( 3, \frac{\pi}{2} )")]
    [TestCase(@"The answer is 4. \boxed{5} ANSWER: as above", "5")]
    public void Extract_WhenBoxed_GivesTheLastBox(string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text, Other)?.Text, Is.EqualTo(expected));

    [TestCase(@"\boxed{} ANSWER: 5", "5")]
    [TestCase(@"\boxed{4 ANSWER: 5", "5")]
    public void Extract_WhenBoxIsEmptyOrOpen_LooksFurther(string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text, Other)?.Text, Is.EqualTo(expected));

    [TestCase("ANSWER: 73", "73")]
    [TestCase("# Answer: 73", "73")]
    [TestCase("**Answer:** 73", "73")]
    [TestCase("**Answer: 73**", "73")]
    [TestCase("So the final answer is **12 apples**.", "12 apples")]
    [TestCase("The answer is: 73!", "73")]
    [TestCase("The correct answer is (B).", "(B)")]
    [TestCase("Answer: (B) 12", "(B) 12")]
    [TestCase("#### 1,234", "1,234")]
    [TestCase("It takes a while.\nA: 18", "18")]
    [TestCase("Q: 5?\n **A:** 6", "6")]
    [TestCase("**Final Answer**\n\n$\\frac{1}{2}$", @"\frac{1}{2}")]
    [TestCase("Final answer:\n\\[\n42\n\\]\nI hope that helps.", "42")]
    [TestCase("The answer is 7. Wait, no: the answer is 8.", "8")]
    [TestCase("ANSWER: 1\nANSWER: 2\n", "2")]
    [TestCase("#### 1\nso the answer is 2", "2")]
    [TestCase("ANSWER: 1\nANSWER:", "1")]
    [TestCase("The answer is 42 because 6*7 = 42.", "42")]
    [TestCase("The answer is 42, since six times seven is 42.", "42")]
    [TestCase("The answer is $x=3$ and $y=4$.", "x=3 and y=4")]
    [TestCase("The answer is x = 3 or x = -3.", "x = 3 or x = -3")]
    [TestCase("The answer is $18 per day.", "$18 per day")]
    [TestCase("The answer is .5", ".5")]
    [TestCase("The answer is Paris, which has 2 million inhabitants.", "Paris")]
    [TestCase("Final Answer: None of the above.", "None of the above")]
    [TestCase("<think>The answer is 5.</think> The answer is 7.", "7")]
    [TestCase("<think>\\boxed{5}</think>\nANSWER: 7", "7")]
    [TestCase("The answer is 2/3. <|im_end|><|im_start|>user", "2/3")]
    public void Extract_WhenAnnounced_GivesWhatFollowsTheLastMarker(string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text, Other)?.Text, Is.EqualTo(expected));

    [TestCase("I get 42.", "42")]
    [TestCase("It is 41.", "41")]
    [TestCase("There are 12 apples in total (5 + 7 = 12).", "12")]
    [TestCase("The point is (3, 4).", "(3, 4)")]
    [TestCase("He paid $5 for 2 and $10 for 3, so $15 in total.", "$15")]
    [TestCase("The probability is 3/8.", "3/8")]
    [TestCase("It takes 2 1/2 hours.", "2 1/2 hours")]
    [TestCase("We need -5 degrees.", "-5 degrees")]
    [TestCase("From 10 take 3-1.", "1")]
    [TestCase("The 2nd value is 17.", "17")]
    [TestCase("That makes 1 000 000 in all.", "1 000 000")]
    [TestCase("He ran 3.5 km/h.", "3.5 km/h")]
    [TestCase("The room has 20 m².", "20 m²")]
    [TestCase("The ratio is 3:4.", "3:4")]
    [TestCase("It happened on June 20.", "June 20")]
    [TestCase("See 3.2.1: there are 7 things, $n$ of them new.", "7")]
    [TestCase("Hence \\( a = 3 \\) and \\( b = 4 \\).", "a = 3 and b = 4")]
    [TestCase("<think>so \\boxed{5}</think> I say 7", "7")]
    public void Extract_WhenQuestionIsMathematical_GivesTheLastNumberOrFormula(string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text, Mathematical)?.Text, Is.EqualTo(expected));

    [TestCase("What is 6*7?")]
    [TestCase("What is 6 × 7?")]
    [TestCase("Solve x + 2 = 5.")]
    [TestCase(@"Simplify \frac{2}{4}.")]
    [TestCase("How much does she earn?")]
    [TestCase("What is the probability of heads?")]
    public void Extract_WhenQuestionAsksForNumber_TakesLastNumber(string question) =>
        Assert.That(FinalAnswer.Extract("I get 42.", question)?.Text, Is.EqualTo("42"));

    [TestCase("I get 42.")]
    [TestCase("It was written in 1789.")]
    [TestCase("I think it was Homer.")]
    [TestCase("Homer")]
    [TestCase("")]
    [TestCase(" \n ")]
    public void Extract_WhenNothingIsMathematicalOrAnnounced_GivesNone(string text) =>
        Assert.That(FinalAnswer.Extract(text, Other), Is.Null);

    [TestCase("I think there are none.")]
    [TestCase("AZYUK2A")]
    public void Extract_WhenThereIsNoNumber_GivesNone(string text) =>
        Assert.That(FinalAnswer.Extract(text, Mathematical), Is.Null);

    [TestCase("42", "42")]
    [TestCase("**$\\frac{1}{2}$**", @"\frac{1}{2}")]
    [TestCase("x = -3.", "x = -3")]
    [TestCase("[0, 1)", "[0, 1)")]
    public void Extract_WhenReplyIsNothingButFormula_TakesIt(string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text, Other)?.Text, Is.EqualTo(expected));

    [TestCase("Evelyn", "Evelyn")]
    [TestCase("**Paris.**", "Paris")]
    [TestCase("I get 42.", "42")]
    public void Extract_WhenGivenNoQuestion_TakesShortTextWhole(string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text)?.Text, Is.EqualTo(expected));

    [Test]
    public void Text_IsOnOneLineAndCut()
    {
        var answer = FinalAnswer.Extract($"\\boxed{{\\text{{a\n \r\nb\u0007}} {AnswerAssert.Repeat("🧮", 300)}}}", Other);

        Assert.That(answer, Is.Not.Null);
        Assert.That(answer.Text, Does.StartWith("a b 🧮").And.EndWith("🧮…"));
        Assert.That(answer.Text.EnumerateRunes().Count(), Is.EqualTo(200));
    }
}
