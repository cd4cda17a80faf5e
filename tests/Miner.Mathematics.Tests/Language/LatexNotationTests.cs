using Miner.Mathematics.Language;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Language;

/// <summary>LaTeX says what plain notation says, command by command.</summary>
internal sealed class LatexNotationTests
{
    [TestCase("α alpha, β beta, γ gamma, δ delta, ε epsilon, ε varepsilon, ζ zeta, η eta, θ theta, θ vartheta, ι iota, κ kappa, λ lambda")]
    [TestCase("μ mu, ν nu, ξ xi, ρ rho, σ sigma, τ tau, υ upsilon, φ phi, φ varphi, χ chi, ψ psi, ω omega")]
    [TestCase("Γ Gamma, Δ Delta, Θ Theta, Λ Lambda, Σ Sigma, Φ Phi, Ψ Psi, Ω Omega, Ξ Xi, Π Pi, Υ Upsilon")]
    [TestCase("× times, · cdot, ÷ div, ± pm, ∓ mp, ∪ cup, ∩ cap, ∖ setminus, ∈ in, ∉ notin, ∅ emptyset, ∅ varnothing, ∞ infty")]
    [TestCase("≤ le, ≤ leq, ≤ leqslant, ≥ ge, ≥ geq, ≥ geqslant, < lt, > gt, ≠ ne, ≠ neq, ≈ approx, ≡ equiv")]
    [TestCase("→ to, → rightarrow, ⇒ implies, ⇒ Rightarrow, ⇔ iff, ⇔ Leftrightarrow, ° circ, ° degree")]
    [TestCase("' prime, … ldots, … cdots, … dots")]
    [TestCase("{ lbrace, } rbrace, [ lbrack, ] rbrack, ( langle, ) rangle, | lvert, | rvert, | vert, | mid")]
    [TestCase("∠ angle, △ triangle, % percent")]
    public void Sign_OfACommand_IsTheCharacterThatItPrints(string commands)
    {
        foreach (var pair in commands.Split(", ").Select(pair => pair.Split(' ')))
        {
            Assert.That(LatexCommands.Sign(pair[1]), Is.EqualTo(pair[0]), pair[1]);
            Assert.That(LatexCommands.IsKnownAt(pair[1], 0), Is.True, pair[1]);
            Assert.That(LatexCommands.Sign($"{pair[1]}x"), Is.Null, "a longer name is another command");
        }
    }

    [TestCase(@"\sin x", "sin(x)")]
    [TestCase(@"\cos^2 x", "cos(x)^2")]
    [TestCase(@"\tan\left(\frac{x}{2}\right)", "tan(x/2)")]
    [TestCase(@"\tg x + \ctg x", "tan(x) + cot(x)")]
    [TestCase(@"\sec x + \csc x + \cosec x", "sec(x) + 2csc(x)")]
    [TestCase(@"\arcsin x + \arccos x + \arctan x + \arctg x", "arcsin(x) + arccos(x) + 2arctan(x)")]
    [TestCase(@"\sin^{-1} x", "arcsin(x)")]
    [TestCase(@"\sinh x + \cosh x + \tanh x", "sinh(x) + cosh(x) + tanh(x)")]
    [TestCase(@"sinh(x) + cosh(x) + tanh(x)", "sinh(x) + cosh(x) + tanh(x)")]
    [TestCase(@"\ln x + \log x + \lg x", "ln(x) + 2log(x)")]
    [TestCase(@"\log_2 x + \log_{10} x", "log_2(x) + log(x)")]
    [TestCase(@"\exp(2x)", "e^(2x)")]
    [TestCase(@"\max(2, 3) + \min(2, 3)", "5")]
    [TestCase(@"\gcd(12, 18) + \operatorname{lcm}(4, 6)", "18")]
    [TestCase(@"\operatorname{arctan} x + \mathrm{sin}\, x", "arctan(x) + sin(x)")]
    [TestCase(@"\lfloor -2.5 \rfloor + \lceil -2.5 \rceil", "-5")]
    [TestCase(@"\left\lfloor \frac{7}{2} \right\rfloor", "3")]
    [TestCase(@"\left|{-3}\right| + \lvert 2 - 5 \rvert", "6")]
    public void Function_InLatex_IsThatOfThePlainNotation(string latex, string plain) => AssertSame(latex, plain);

    [TestCase(@"\frac12 + \frac1{4} + \dfrac{1}{8} + \tfrac 1 8", "1")]
    [TestCase(@"\cfrac{1}{1 + \cfrac{1}{1 + x}}", "(1 + x)/(2 + x)")]
    [TestCase(@"{x + 1 \over x - 1}", "(x + 1)/(x - 1)")]
    [TestCase(@"3\frac{1}{2} + x\frac{1}{2}", "7/2 + x/2")]
    [TestCase(@"-1\frac{1}{4}", "-5/4")]
    [TestCase(@"\sqrt2 \sqrt{2} + \sqrt[3]{27} + \sqrt[4]{16}", "7")]
    [TestCase(@"\sqrt{x^2 + \sqrt{y}}", "sqrt(x^2 + sqrt(y))")]
    [TestCase(@"x^2y^{10}z^{-1}", "x^2 y^10/z")]
    [TestCase(@"2^{3^2} + {2^3}^2", "576")]
    [TestCase(@"x^\frac12", "sqrt(x)")]
    [TestCase(@"x_1 + x_{12}^2", "x_1 + x_12^2")]
    [TestCase(@"3 \times 10^{-2} \div 4", "0.0075")]
    [TestCase(@"2(3)(4) + 2\left(5\right)6", "84")]
    [TestCase(@"12{,}345{,}678 + 1\,000", "12346678")]
    [TestCase(@"1,\!234", "1234")]
    [TestCase(@"45^\circ + 45^{\circ} + 90\degree", "pi")]
    [TestCase(@"5! + \binom{6}{3} + {4 \choose 2}", "146")]
    [TestCase(@"50\% + \frac{50}{100}", "1")]
    [TestCase(@"\displaystyle \left( a \right) \cdot \bigl[ b \bigr] \quad", "a b")]
    [TestCase(@"\mathbf{x} + \mathit{y} + \boldsymbol{z}", "x + y + z")]
    [TestCase(@"\mathrm{e}^2 + \mathrm{e}^x", "e^2 + e^x")]
    [TestCase(@"\pi r^2", "pi*r^2")]
    [TestCase(@"e^{i\pi}", "-1")]
    [TestCase(@"\sum_{k=1}^{5} k^2 + \prod_{j=1}^4 j", "79")]
    public void Formula_InLatex_IsThatOfThePlainNotation(string latex, string plain) => AssertSame(latex, plain);

    private static void AssertSame(string latex, string plain)
    {
        var rewritten = LatexRewriter.Rewrite(latex, isMath: true)!;
        Assert.That(new Formula(Formulas.Of(rewritten)).SameAs(new Formula(Formulas.Of(plain))), Is.True, rewritten);
    }
}
