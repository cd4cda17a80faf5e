using Miner.Mathematics.Answers;

namespace Miner.Mathematics.Tests.Answers.Extraction;

/// <summary>Full stops that end an announced answer all the same, and words behind a number that leave it the answer.</summary>
internal sealed class AbbreviationsTests
{
    [TestCase("5 p.m. The train leaves", "5 pm")]
    [TestCase("5 ft. The rest follows", "5 feet")]
    [TestCase("5 meters. 3 of them are left", "5 meters")]
    [TestCase("yes! - because it is", "yes")]
    [TestCase("the U.S. It is large", "the U.S.")]
    [TestCase("12 sq. ft.", "12 square feet")]
    [TestCase("6 ft. 2 in.", "6 feet 2 inches")]
    [TestCase("Jan. 5, 2020", "January 5, 2020")]
    [TestCase("5 of the 7 boxes", "5")]
    [TestCase("5 students, each of age 7", "5 students")]
    [TestCase("a profit of $5", "$5")]
    [TestCase("5个苹果", "5")]
    [TestCase("5块", "5元")]
    [TestCase("x = 1 or x = 2", "x = 1, x = 2")]
    [TestCase("x = 1 or y = 2", "y = 2 or x = 1")]
    public void Equivalent_OfTheSameAnnounced_IsTrue(string first, string second)
    {
        var (left, right) = (FinalAnswer.Extract($"The answer is {first}")!, FinalAnswer.Extract($"The answer is {second}")!);

        Assert.That(left.Equivalent(right));
    }
}
