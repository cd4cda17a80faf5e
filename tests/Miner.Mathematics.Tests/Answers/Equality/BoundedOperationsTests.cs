using Miner.Mathematics.Answers;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Sums, products, integrals and limits that are left to be computed.</summary>
internal sealed class BoundedOperationsTests
{
    [TestCase(@"\sum_{k=1}^{4} k", @"10", true)]
    [TestCase(@"\sum_{k=1}^{4} k", @"9", false)]
    [TestCase(@"\sum_{k=1}^{4} k^2", @"30", true)]
    [TestCase(@"$\sum\limits_{k=1}^{n} k$", @"10", false)]
    [TestCase(@"\sum_{k=1}^{4} k + 1", @"11", true)]
    [TestCase(@"\sum_{k=1}^{4} (k + 1)", @"14", true)]
    [TestCase(@"\sum_{i=0}^{3} \binom{3}{i}", @"8", true)]
    [TestCase(@"\sum_{i=1}^{2}\sum_{j=1}^{2} ij", @"9", true)]
    [TestCase(@"\prod_{k=1}^{4} k", @"24", true)]
    [TestCase(@"\int_0^1 x\,dx", @"\frac12", true)]
    [TestCase(@"\int_0^1 x\,dx", @"\frac13", false)]
    [TestCase(@"\int_0^1 x^2 dx", @"\frac13", true)]
    [TestCase(@"\int_0^1 (x^2+1) dx", @"\frac43", true)]
    [TestCase(@"\int_0^1 x^2+1\, dx", @"\frac43", true)]
    [TestCase(@"\int_{0}^{\pi} \sin x \, dx", @"2", true)]
    [TestCase(@"\int_{0}^{\pi} \sin(x) \, dx", @"2", true)]
    [TestCase(@"\int_1^e \frac{1}{x} \, dx", @"1", true)]
    [TestCase(@"\int_0^1 e^x dx", @"e-1", true)]
    [TestCase(@"\int_0^1 e^{2x}\,\mathrm{d}x", @"\frac{e^2-1}{2}", true)]
    [TestCase(@"\int_0^1 \sqrt{x}\,dx", @"\frac23", true)]
    [TestCase(@"\int_0^1 \frac{1}{1+x^2}\,dx", @"\frac{\pi}{4}", true)]
    [TestCase(@"\int_0^4 \frac{dx}{x^2}", @"\frac{\pi}{4}", false)]
    [TestCase(@"\int_{-1}^1 \frac{1}{x} \, dx", @"0", false)]
    [TestCase(@"\int_0^1 2xdx", @"1", true)]
    [TestCase(@"\int_1^2 \ln x \, dx", @"2\ln 2 - 1", true)]
    [TestCase(@"\int_0^t x dx", @"\frac{t^2}{2}", true)]
    [TestCase(@"\lim_{x\to 0}\frac{\sin x}{x}", @"1", true)]
    [TestCase(@"\lim_{x \to 0} \frac{\sin(3x)}{x}", @"3", true)]
    [TestCase(@"\lim_{x \to 0} \frac{1-\cos x}{x^2}", @"\frac12", true)]
    [TestCase(@"\lim_{x \to 2} \frac{x^2-4}{x-2}", @"4", true)]
    [TestCase(@"\lim_{x \to \infty} \frac{2x^2+1}{x^2-x}", @"2", true)]
    [TestCase(@"\lim_{x \to \infty} \frac{x}{x^2+1}", @"0", true)]
    [TestCase(@"\lim_{x\to\infty}(\sqrt{x^2+x}-x)", @"\frac12", true)]
    [TestCase(@"\lim_{x \to 0} \frac{e^x-1}{x}", @"1", true)]
    [TestCase(@"\lim_{x \to 0} \frac{e^x-1}{x}", @"0", false)]
    [TestCase(@"\lim_{x \to 1} \frac{\ln x}{x-1}", @"1", true)]
    [TestCase(@"\lim_{x \to 0} \frac1x", @"0", false)]
    [TestCase(@"\lim_{x \to 0} \frac{\sin x}{x}", @"1.0", true)]
    [TestCase(@"\lim_{n\to\infty} a_n = 5", @"5", true)]
    [TestCase(@"\sum_{n=1}^{\infty} \frac{1}{n^2} = \frac{\pi^2}{6}", @"\frac{\pi^2}{6}", true)]
    [TestCase(@"\sum_{k=1}^{4} k = 10", @"10", true)]
    [TestCase(@"\boxed{\sum_{k=1}^{100} k}", @"5050", true)]
    [TestCase(@"\int x\,dx = \frac{x^2}{2} + C", @"\frac{x^2}{2} + C", true)]
    [TestCase(@"\int_0^1 f(x)\,dx", @"1", false)]
    [TestCase(@"\int_0^1 f(x)\,dx = 3", @"3", true)]
    [TestCase(@"\sum_{k=1}^{100000000} k", @"5000000050000000", false)]
    public void Equivalent_OfAnOperationAndAValue_ComputesIt(string left, string right, bool expected) =>
        AnswerAssert.Equivalent(left, right, expected);

    [TestCase(@"\int_0^1 ")]
    [TestCase(@"\sum_{k=1}^{9} ")]
    [TestCase(@"\lim_{x\to 0} ")]
    [TestCase(@"\int_0^1 x dx ")]
    [TestCase(@"\sum_{k=1}^{500} k ")]
    [TestCase(@"(\sum_{k=1}^{9} ")]
    public void Equivalent_OfManyOperations_EndsFast(string piece)
    {
        var answer = $"${AnswerAssert.Repeat(piece, 1_900 / piece.Length)} 1$";
        CpuTime.EnsureLess(TimeSpan.FromMilliseconds(500), () => FinalAnswer.Extract(answer)!.Equivalent(FinalAnswer.Extract("$2$")!));
    }
}
