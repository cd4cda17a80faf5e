using Miner.Mathematics.Equations;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>Passages as models write them: the figures of docs/answers.md.</summary>
internal sealed class WorkingsTests
{
    [Test]
    public void Check_OfRightWorkings_NamesNone()
    {
        var passages = Read("right-workings.tsv");
        var accused = passages.FindAll(passage => EquationChecker.Check(passage.Text).False.Count > 0);

        TestContext.Out.WriteLine($"{accused.Count} of {passages.Count} right passages with an equation called false");
        Assert.That(accused, Is.Empty);
        Assert.That($"0 of {passages.Count}", Is.EqualTo(Figures.Documented("right passages")));
    }

    [Test]
    public void Check_OfWrongWorkings_NamesAsManyAsSaid()
    {
        var passages = Read("wrong-workings.tsv");
        var missed = passages.FindAll(passage => EquationChecker.Check(passage.Text).False.Count == 0);

        TestContext.Out.WriteLine($"{passages.Count - missed.Count} of {passages.Count} wrong passages with an equation called false");
        missed.ForEach(passage => TestContext.Out.WriteLine(passage.Text));
        Assert.That($"{passages.Count - missed.Count} of {passages.Count}", Is.EqualTo(Figures.Documented("wrong passages")));
    }

    /// <summary>A passage in each line behind its kind or right value; <c>⏎</c> ends a line of it.</summary>
    private static List<(string Label, string Text)> Read(string file) =>
    [
        .. File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Data", file))
            .Select(line => line.Split('\t'))
            .Select(row => (row[0], row[1].Replace('⏎', '\n'))),
    ];
}
