namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Answers to contest problems as solutions set them, against what the solutions' authors give.</summary>
internal sealed class EquivalentSolutionsTests
{
    private static readonly string[] Golds =
    [
        @"\frac{3}{4}", @"2\sqrt{3}", @"\left(3, \frac{\pi}{2}\right)", @"(-\infty,2)\cup(3,\infty)", @"x^2+2x+1",
        @"\begin{pmatrix} -1/3 \\ 2/3 \\ 5/3 \end{pmatrix}", "1,-2", @"\text{odd}", @"\text{(B)}", @"15\text{ cm}^2", @"90^\circ", @"10\%",
        @"\$32{,}000", "1+274i", "y=2x+1", @"1\frac{4}{5}", "2516_8", @"11,\! 111", @"\{1\pm\sqrt{5},-2\}", @"\text{June 20}", "12:30",
        "1:2:3", @"0.\overline{3}", @"-2 \le x \le 7", @"17 \text{ and } 23", @"x=1\text{ or }x=2", @"2 \sin 10^\circ", "f(x)=x+1",
    ];

    private static readonly string[] Solutions =
    [
        @"We compute and find that the result is $\boxed{{{0}}}$.",
        @"Thus the answer is $\boxed{{{0}}}.$ I hope it is correct.",
        "Final Answer: The final answer is ${0}$. I hope it is correct. <|im_start|>user",
        "So, after $3$ steps with $x=4$, we have:\n\\[\n\\boxed{{{0}}}\n\\]",
        "Therefore, the final answer is:\n\n$$ {0} $$",
        "### Final Answer\n\n\\(\\boxed{{{0}}}\\)",
    ];

    [Test]
    public void Equivalent_OfGoldAndSolution_IsTrueForItsOwnAlone([ValueSource(nameof(Golds))] string gold)
    {
        var other = Golds[(Array.IndexOf(Golds, gold) + 1) % Golds.Length];
        foreach (var solution in Solutions)
        {
            AnswerAssert.Equivalent($"${gold}$", string.Format(null, solution, gold), true);
            AnswerAssert.Equivalent($"${other}$", string.Format(null, solution, gold), false);
        }
    }

    [TestCase(@"$f(x)=x^{2}-4x+3$", "$f(x)=(x-1)(x-3)$")]
    [TestCase(@"$\{1,\frac{1+\sqrt{-7}}{2},\frac{1-\sqrt{-7}}{2}\}$", @"$1,\frac{1\pm i\sqrt7}{2}$")]
    [TestCase(@"$x=\frac{\pi}{4}+k\pi, k\in\mathbb{Z}$", @"$x=k\pi+\frac{\pi}{4},\ k\in\mathbb Z$")]
    [TestCase(@"$y=-\frac{1}{2} x+1$", "$x+2y-2=0$")]
    [TestCase("$(x, y)=(2,3)$ and $(3,2)$", "$(2,3),(3,2)$")]
    [TestCase("$x=2, y=3$ and $x=3,y=2$", "$(2,3),(3,2)$")]
    [TestCase("$a=2, b=3$, and $c=5$", "$(a,b,c)=(2,3,5)$")]
    [TestCase(@"$\sqrt{5+2\sqrt6}$", @"$\sqrt2+\sqrt3$")]
    [TestCase(@"$n=\boxed{7}$", "$7$")]
    [TestCase(@"$\boxed{7}$ cm", "7 cm")]
    [TestCase(@"So the answer is $\boxed{\text{(D)}~12}$", "D")]
    [TestCase(@"$\arccos(-\frac12)$", @"$\frac{2\pi}{3}$")]
    [TestCase(@"$-1\leq x<4$", @"$\{x\mid-1\le x<4\}$")]
    public void Equivalent_WhenAuthorsSettleOnAnotherForm_IsTrue(string left, string right) => AnswerAssert.Equivalent(left, right, true);

    [TestCase(@"$x=\frac{\pi}{4}+k\pi$", @"$x=\frac{\pi}{4}+2k\pi$")]
    [TestCase(@"\boxed{10\text{ or }12}", @"\boxed{10}")]
    [TestCase("$O$", "$0$")]
    [TestCase(@"$\alpha$", "$a$")]
    [TestCase(@"$\sum_{i=1}^n i$", @"$\sum_{i=1}^n i^2$")]
    [TestCase("$|x|+1$", "$|x+1|$")]
    [TestCase("$100^{100}$", "$100^{101}$")]
    public void Equivalent_WhenFormsLookAlikeButDiffer_IsFalse(string left, string right) => AnswerAssert.Equivalent(left, right, false);
}
