using Miner.Mathematics.Answers;

namespace Miner.Mathematics.Tests.Answers.Equality;

internal static class AnswerAssert
{
    /// <summary>Reads both texts and compares them in both directions.</summary>
    public static void Equivalent(string left, string right, bool expected)
    {
        var (first, second) = (FinalAnswer.Extract(left), FinalAnswer.Extract(right));

        Assert.That(first, Is.Not.Null);
        Assert.That(second, Is.Not.Null);
        Assert.That(first.Equivalent(second), Is.EqualTo(expected));
        Assert.That(second.Equivalent(first), Is.EqualTo(expected));
    }

    public static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
