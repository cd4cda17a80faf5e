using Miner.Mathematics.Answers.Extraction;

namespace Miner.Mathematics.Tests.Answers.Extraction;

internal sealed class MathematicalQuestionTests
{
    [TestCase("What is 6*7?")]
    [TestCase("What is 6 × 7?")]
    [TestCase("What is 2010 - 2015?")]
    [TestCase("What is 20101-2015?")]
    [TestCase("How many apples are left?")]
    [TestCase("Solve for y.")]
    [TestCase("Find \\frac{1}{2} of it")]
    [TestCase("Let $x$ be even")]
    [TestCase("3x + 5 = 20")]
    [TestCase("Seven times six")]
    public void Is_WhenANumberOrFormulaIsAskedFor_IsTrue(string question) => Assert.That(MathematicalQuestion.Is(question), Is.True);

    [TestCase("")]
    [TestCase("Who wrote Faust?")]
    [TestCase("What happened in 2010-2015?")]
    [TestCase("Why do people sometimes lie?")]
    [TestCase("Describe the aftermath.")]
    [TestCase("well-known and/or famous")]
    public void Is_WhenSomethingElseIsAskedFor_IsFalse(string question) => Assert.That(MathematicalQuestion.Is(question), Is.False);
}
