namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Ratios in words, beside the same with colons.</summary>
internal sealed class RatioPhrasesTests
{
    [TestCase("3 to 4", "3:4")]
    [TestCase("The ratio is 3 to 4.", "\\boxed{3:4}")]
    [TestCase("\\boxed{3 \\text{ to } 4}", "3 : 4")]
    [TestCase("Boys and girls are in the ratio of 3 to 4.", "3:4")]
    [TestCase("2 to 3 to 5", "2:3:5")]
    [TestCase("The ratio of boys to girls is 3 to 40.", "The ratio of boys to girls is 3 to 40")]
    public void Equivalent_WhenTheyAreOneRatio_IsTrue(string left, string right) => AnswerAssert.Equivalent(left, right, true);

    [TestCase("3 to 4", "4:3")]
    [TestCase("3 to 4", "4")]
    [TestCase("3 to 4", "3")]
    [TestCase("3 to 4", "34")]
    [TestCase("The ratio is 3 to 4.", "The ratio is 4 to 3.")]
    [TestCase("The ratio is 3 to 4.", "The answer is 4.")]
    [TestCase("3 to 4 hours", "4 hours")]
    [TestCase("3 to 4 hours", "3:4")]
    [TestCase("3 to the 4th", "3:4")]
    public void Equivalent_WhenTheyDiffer_IsFalse(string left, string right) => AnswerAssert.Equivalent(left, right, false);
}
