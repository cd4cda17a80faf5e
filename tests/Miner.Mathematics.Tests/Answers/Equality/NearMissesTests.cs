using Miner.Mathematics.Answers;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Different answers that look alike (Data/README.md), in a box and as plain text, in both orders.</summary>
internal sealed class NearMissesTests
{
    private static readonly IReadOnlyList<(string First, string Second)> Pairs =
        [.. PairsFile.Read("near-misses.tsv").Select(fields => (fields[0], fields[1]))];

    [Test]
    public void Equivalent_OfNearMissesInABox_IsFalse() => Assert.That(CalledEqual(text => $"\\boxed{{{text}}}"), Is.Empty);

    [Test]
    public void Equivalent_OfNearMisses_IsFalse() => Assert.That(CalledEqual(text => text), Is.Empty);

    [Test]
    public void Equivalent_OfNearMissesBehindAMarker_IsFalse() => Assert.That(CalledEqual(text => $"The answer is {text}"), Is.Empty);

    [Test]
    public void NearMisses_AreManyAndEachOne()
    {
        Assert.That($"0 of {Pairs.Count}", Is.EqualTo(Figures.Documented("different answers that look alike")));
        Assert.That(Pairs, Is.Unique);
    }

    private static IEnumerable<string> CalledEqual(Func<string, string> write)
    {
        foreach (var (first, second) in Pairs)
        {
            var (left, right) = (FinalAnswer.Extract(write(first))!, FinalAnswer.Extract(write(second))!);
            if (left.Equivalent(right) || right.Equivalent(left)) yield return $"{first} and {second}";
        }
    }
}
