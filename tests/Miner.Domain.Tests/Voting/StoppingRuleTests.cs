using Miner.Domain.Voting;

namespace Miner.Domain.Tests.Voting;

internal sealed class StoppingRuleTests
{
    [TestCase(0, 2)]
    [TestCase(0, 4, 1)]
    [TestCase(0, 5, 2)]
    [TestCase(0, 6, 2)]
    [TestCase(1, 3, 1)]
    [TestCase(1, 3, 1, 1)]
    [TestCase(1, 4, 2)]
    [TestCase(2, 2, 1)]
    public void NextWave_WithEightAtMost_IsAsLargeAsADecisionTakes(int wave, params int[] counts) =>
        Assert.That(StoppingRule.NextWave(Vote(counts), counts.Sum(), most: 8), Is.EqualTo(wave));

    [TestCase(2, 1, 1)]
    [TestCase(1, 1, 1, 1)]
    [TestCase(2, 2, 2)]
    [TestCase(1, 2, 1, 1)]
    public void NextWave_WhereFourAnswersAreNearer_IsAsLargeAsTheyTake(int wave, params int[] counts) =>
        Assert.That(StoppingRule.NextWave(Vote(counts), counts.Sum(), most: 16), Is.EqualTo(wave));

    [TestCase(3, 3, 2)]
    [TestCase(2, 2, 2)]
    [TestCase(4, 3)]
    public void NextWave_WhereNoDecisionIsInReach_IsNone(params int[] counts) =>
        Assert.That(StoppingRule.NextWave(Vote(counts), counts.Sum(), most: 8), Is.Zero);

    [TestCase(0, 1, 1, 1, 1)]
    [TestCase(0, 2, 1, 1, 1)]
    [TestCase(1, 3, 1, 1, 1)]
    public void NextWave_OfFourAnswers_IsNoneUnlessOneLeads(int wave, params int[] counts) =>
        Assert.That(StoppingRule.NextWave(Vote(counts), counts.Sum(), most: 16), Is.EqualTo(wave));

    [Test]
    public void NextWave_WithoutAnyAnswer_IsNone() =>
        Assert.That(StoppingRule.NextWave(MajorityVote.Count("How many?", ["Hm.", "Well."]), asked: 2, most: 8), Is.Zero);

    private static MajorityVote Vote(int[] counts) => MajorityVote.Count(
        "How many?", [.. counts.SelectMany((count, answer) => Enumerable.Repeat($"The answer is {answer + 1}.", count))]);
}
