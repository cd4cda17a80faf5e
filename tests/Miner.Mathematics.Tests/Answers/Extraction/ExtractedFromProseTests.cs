using Miner.Mathematics.Answers;

namespace Miner.Mathematics.Tests.Answers.Extraction;

/// <summary>Solutions of word problems as models write them, and the number that each ends up with.</summary>
internal sealed class ExtractedFromProseTests
{
    private const string Question = "How many apples does he have?";

    [TestCase("He has 3 + 4 = 7 apples.\nA: 7", "7")]
    [TestCase("A: $1,200", "$1200")]
    [TestCase("A: 5 hours and 30 minutes", "5 h 30 min")]
    [TestCase("A: 12/4 = 3", "3")]
    [TestCase("A: x = 5", "5")]
    [TestCase("A: The answer is 5 apples (not 6).", "5 apples")]
    [TestCase("A: 5 apples (not 6).", "5")]
    [TestCase("A: He has 5 apples left.", "5")]
    [TestCase("A:5", "5")]
    [TestCase("A: **$5.00**.", "5")]
    [TestCase("A: 2 1/2", "2.5")]
    [TestCase("A: 50%", "0.5")]
    [TestCase("A: 5\nA: 6", "6")]
    [TestCase("#### 1,200 dollars", "1200")]
    [TestCase("text\n####42\n\nThanks!", "42")]
    [TestCase("So he has 5 + 2 = 7 apples left. Therefore, the answer is 7.", "7")]
    [TestCase("Therefore, he has **7** apples.", "7")]
    [TestCase("The total is $1,200.50 per month.", "1200.5")]
    [TestCase("So the total cost is 3 * $4 = $12.", "12")]
    [TestCase("The answer is therefore 12.", "12")]
    [TestCase("Thus, the answer is 5 + 7 = 12.", "12")]
    [TestCase("Answer - 12", "12")]
    [TestCase("The answer is $18. He sells 9 eggs for $2 each.", "18")]
    [TestCase("The answer is 18 (9 eggs for $2 each).", "18")]
    [TestCase("The answer is not 20 but 18.", "18")]
    [TestCase("He has 7 apples left, since he ate 3.", "7")]
    [TestCase("Each one gets 7 because 3 went away.", "7")]
    [TestCase("He has 7 apples. (He started with 10 and ate 3.)", "7")]
    [TestCase("He gets 7 (21 divided by 3).", "7")]
    [TestCase("7 apples\n\nExplanation: 10 - 3 = 7, since he ate 3.", "7")]
    [TestCase("Since he ate 3, he has 7 left.", "7")]
    [TestCase("(He ate 3 of 10.)", "10")]
    [TestCase("He has seven apples.", "7")]
    [TestCase("He gives one away, so there are twenty-seven left.", "27")]
    [TestCase("Step 1: 10 - 3 = 7\nStep 2: 7 * 2 = 14", "14")]
    public void Extract_FindsTheNumber(string text, string expected)
    {
        var answer = FinalAnswer.Extract(text, Question);

        Assert.That(answer, Is.Not.Null);
        Assert.That(answer.Equivalent(FinalAnswer.Extract(expected)!), Is.True, answer.Text);
    }

    [TestCase("That is the one.")]
    [TestCase("No one knows.")]
    public void Extract_WhenWordsCountNothing_GivesNone(string text) =>
        Assert.That(FinalAnswer.Extract(text, Question), Is.Null);
}
