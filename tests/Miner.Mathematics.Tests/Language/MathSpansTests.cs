using Miner.Mathematics.Language;

namespace Miner.Mathematics.Tests.Language;

internal sealed class MathSpansTests
{
    [TestCase("$x$", "x", false)]
    [TestCase(@"\( x \)", "x", false)]
    [TestCase("$$ x $$", "x", true)]
    [TestCase(@"\[ x \]", "x", true)]
    [TestCase(@"\begin{align*} x &= 1 \end{align*}", @"\begin{align*} x &= 1 \end{align*}", true)]
    [TestCase(@"\begin{cases} 1 \\ 2 \end{cases}", @"\begin{cases} 1 \\ 2 \end{cases}", true)]
    [TestCase(@"\begin{pmatrix} 1 & 2 \end{pmatrix}", @"\begin{pmatrix} 1 & 2 \end{pmatrix}", true)]
    public void FindShown_OfAFormula_TellsWhatIsTypesetAndHow(string formula, string tex, bool isDisplay)
    {
        var text = $"Before {formula}, after.";
        var span = MathSpans.FindShown(text).Single();
        Assert.That((span.Tex(text), span.IsDisplay(text)), Is.EqualTo((tex, isDisplay)));
        Assert.That((span.Start, span.End), Is.EqualTo((7, 7 + formula.Length)));
        Assert.That(text.Substring(span.ContentStart, span.Content.Length), Is.EqualTo(span.Content));
    }

    [TestCase(@"\begin{cases} 1 \end{cases}")]
    [TestCase(@"\begin{pmatrix} 1 \end{pmatrix}")]
    [TestCase(@"\begin{verbatim} x \end{verbatim}")]
    [TestCase(@"\begin{align} x \end{align*}")]
    [TestCase(@"\[ x \)")]
    public void Find_OfWhatOpensNoMathematics_IsNothing(string text) => Assert.That(MathSpans.Find(text), Is.Empty);

    [Test]
    public void Find_OfFormulasSideBySide_KeepsThemApartAndInOrder()
    {
        string[] formulas = ["$x + 1$", "$$y$$", @"\(z^2\)", @"\[w\]", @"\begin{equation}v\end{equation}"];
        string[] prose = [" and ", " costs 5 or ", "\n\n", ". Then ", " – "];
        foreach (var random in Draws.Of(200))
        {
            var chosen = random.GetItems(formulas, random.Next(1, 6));
            var text = "So " + string.Concat(chosen.Select(formula => formula + random.Of(prose)));
            var found = MathSpans.Find(text);
            Assert.That(found.Select(span => text[span.Start..span.End]), Is.EqualTo(chosen), text);
        }
    }

    [TestCase(1_990, true)]
    [TestCase(2_010, false, Description = "longer than any formula")]
    public void Find_UpToTheLongestFormula_FindsIt(int length, bool expected)
    {
        foreach (var (opening, closing) in new[] { (@"\(", @"\)"), ("$", "$"), (@"\begin{align}", @"\end{align}") })
        {
            var text = opening + new string('x', length - (expected ? closing.Length : 0)) + closing;
            Assert.That(MathSpans.Find(text), Has.Count.EqualTo(expected ? 1 : 0), opening);
        }
    }
}
