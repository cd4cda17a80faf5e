using Miner.Mathematics.Answers;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Answers that SymPy wrote and compared (Data/README.md): half in two forms, half a small change apart.</summary>
internal sealed class SymbolicPairsTests
{
    [Test]
    public void Equivalent_OfPairsThatSymPyJudged_GivesItsVerdicts()
    {
        var pairs = PairsFile.Read("symbolic-pairs.tsv.gz").ToList();
        var misses = pairs.FindAll(pair => Read(pair[0]).Equivalent(Read(pair[1])) != (pair[2] == "="));

        var figure = $"{pairs.Count - misses.Count} of {pairs.Count}";
        TestContext.Out.WriteLine($"{figure} verdicts as SymPy's; misses:");
        foreach (var miss in misses) TestContext.Out.WriteLine(string.Join(" | ", miss));
        Assert.That(misses.Where(miss => miss[2] == "!"), Is.Empty, "different answers called equal");
        Assert.That(figure, Is.EqualTo(Figures.Documented("pairs of answers judged as SymPy does")));
    }

    private static FinalAnswer Read(string formula) => FinalAnswer.Extract($"\\boxed{{{formula}}}")!;
}
