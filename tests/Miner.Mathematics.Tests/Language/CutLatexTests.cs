using Miner.Mathematics.Answers;
using Miner.Mathematics.Equations;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Tests.Language;

/// <summary>LaTeX that ends anywhere, as an answer does that is cut at its most tokens, and LaTeX in no order at all.</summary>
[TestFixture]
internal sealed class CutLatexTests
{
    private const int Mixes = 5_000;

    private static readonly string[] Formulas =
    [
        @"\int_{0}^{1} x^{2}\,\mathrm{d}x = \frac{1}{3}", @"\sum_{k=1}^{n} k^{2} = \frac{n(n+1)(2n+1)}{6}",
        @"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^{n} = e", @"\begin{pmatrix} 1 & 2 \\[2pt] 3 & 4 \end{pmatrix}",
        @"\begin{cases} x & x > 0 \\ -x & \text{otherwise} \end{cases}", @"\begin{array}{c|c} 1 & 2 \end{array}",
        @"\prod\limits_{k=1}^{4} (k+1) \sqrt[3]{27} + \sqrt{2}", @"\binom{5}{2} = {5 \choose 2} = {1 \over 2}",
        @"\boxed{\textbf{(B)}\ 42} \overline{AB} \cdot \vec{v}_{12}",
        @"\left\lfloor 2.5 \right\rfloor \log_{2}{8} \operatorname{lcm}(4, 6)", @"0.\overline{3} + 0.(3) + 0.333\ldots",
        @"5^{\circ}30' \pm 1\% \underbrace{1+1}_{2} \hspace{1em}",
        @"\$5.00 \text{ per } \mathrm{kg} 10^{-3} \times 32,\!349", @"101_{2} \stackrel{?}{=} 5 \pmod{7}",
    ];

    private static readonly string[] Pieces =
    [
        @"\int", @"\sum", @"\lim", "_", "^", "{", "}", @"\", @"\frac", @"\sqrt", "[", "]", "(", ")", "x", "1", "=", "&", @"\\", " ", "$",
        "dx", @"\begin{cases}", @"\end", @"\left", @"\right", @"\text", @"\to", @"\boxed{", @"\binom", @"\over", ",", "|", @"\begin",
        "'", "\"",
    ];

    private static readonly string[] Ends = ["", "}", "{", @"\", "^", "_", @"\int_{", @"\sqrt[", @"\begin{cases}"];

    [Test]
    public void Rewrite_OfEveryBeginning_ReadsWhatThereIs()
    {
        foreach (var formula in Formulas)
        {
            for (var length = 0; length <= formula.Length; length++)
            {
                foreach (var end in Ends) Read(formula[..length] + end);
            }
        }
    }

    [Test]
    public void Rewrite_OfPiecesInNoOrder_ReadsWhatThereIs()
    {
        var random = new Random(1);
        for (var mix = 0; mix < Mixes; mix++)
        {
            Read(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)])));
        }
    }

    private static void Read(string latex)
    {
        Assert.That(() => LatexRewriter.Rewrite(latex, isMath: true), Throws.Nothing, latex);
        Assert.That(() => LatexRewriter.Rewrite(latex, isMath: false), Throws.Nothing, latex);
        Assert.That(() => FinalAnswer.Extract($"So ${latex}$", "How many?"), Throws.Nothing, latex);
        Assert.That(() => FinalAnswer.Extract($@"The answer is \boxed{{{latex}", "How many?"), Throws.Nothing, latex);
        Assert.That(() => EquationChecker.Check($"Then {latex}"), Throws.Nothing, latex);
    }
}
