using Miner.Operator.Evaluation.Problems;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class ProblemDrawTests
{
    private const int Often = 2_000;

    private readonly ProblemDraw _draw = new(seed: 11);

    [TestCase(3, 7)]
    [TestCase(-2, 2)]
    [TestCase(5, 5)]
    public void Between_OfTwoEnds_ReachesBothAndNothingBeyond(int least, int most)
    {
        var drawn = Enumerable.Range(0, Often).Select(_ => _draw.Between(least, most)).ToHashSet();

        Assert.That(drawn, Is.EquivalentTo(Enumerable.Range(least, most - least + 1)));
    }

    [Test]
    public void NotZero_OfARangeAroundIt_LeavesItOut() => Assert.That(
        Enumerable.Range(0, Often).Select(_ => _draw.NotZero(-1, 1)).ToHashSet(), Is.EquivalentTo(new[] { -1, 1 }));

    [Test]
    public void List_OfNumbers_HasAsManyAsAskedFor()
    {
        var list = _draw.List(200, -3, 3);

        Assert.That(list, Has.Length.EqualTo(200));
        Assert.That(list.Distinct(), Is.EquivalentTo(Enumerable.Range(-3, 7)));
    }

    [Test]
    public void Of_OfChoices_TakesEachAboutAsOften()
    {
        var taken = Enumerable.Range(0, 3 * Often).CountBy(_ => _draw.Of("a", "b", "c")).ToDictionary();

        Assert.That(taken.Keys, Is.EquivalentTo(new[] { "a", "b", "c" }));
        Assert.That(taken.Values, Is.All.EqualTo(Often).Within(Often / 10));
    }

    [Test]
    public void Say_OfWordings_PutsTheValuesIn()
    {
        var said = Enumerable.Range(0, Often).Select(_ => _draw.Say("{0} and {1}|{1}, then {0}", 1, "two")).ToHashSet();

        Assert.That(said, Is.EquivalentTo(new[] { "1 and two", "two, then 1" }));
    }

    [Test]
    public void Ask_OfAFormula_AsksInManyWays()
    {
        var asked = Enumerable.Range(0, Often).Select(_ => _draw.Ask("6 * 7")).ToHashSet();

        Assert.That(asked, Has.Count.EqualTo(13).And.All.Contain("6 * 7"));
    }

    [Test]
    public void Draw_WithTheSameSeed_DrawsTheSame()
    {
        var (one, other) = (new ProblemDraw(5), new ProblemDraw(5));

        Assert.That(one.List(100, 0, 1_000_000), Is.EqualTo(other.List(100, 0, 1_000_000)));
        Assert.That(one.List(100, 0, 1_000_000), Is.Not.EqualTo(new ProblemDraw(6).List(100, 0, 1_000_000)));
    }
}
