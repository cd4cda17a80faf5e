using Miner.Mathematics.Language;

namespace Miner.Mathematics.Tests.Language;

internal sealed class LatexRewriterTests
{
    [TestCase(@"\frac{1}{2}", "((1)/(2))")]
    [TestCase(@"\dfrac12", "((1)/(2))")]
    [TestCase(@"2\frac{1}{3}", "2 1/3")]
    [TestCase(@"2\frac{4}{3}", "2((4)/(3))")]
    [TestCase(@"x\frac{1}{3}", "x((1)/(3))")]
    [TestCase(@"\frac{\frac{1}{2}}{3}", "((((1)/(2)))/(3))")]
    [TestCase(@"{1 \over 2}", "(((1)/(2)))")]
    [TestCase(@"{5 \choose 2}", "( binom(5;2))")]
    [TestCase(@"\binom{5}{2}", " binom(5;2)")]
    [TestCase(@"\sqrt{2}", " sqrt(2)")]
    [TestCase(@"\sqrt[3]{8}", " root(3;8)")]
    [TestCase(@"\sqrt x", " sqrt(x)")]
    [TestCase(@"x^{10}", "x^(10)")]
    [TestCase(@"x^10", "x^(10)")]
    [TestCase(@"e^{-x}", "e^(-x)")]
    [TestCase(@"90^\circ", "90°")]
    [TestCase(@"90^{\circ}", "90°")]
    [TestCase(@"f'(x)", "f'(x)")]
    [TestCase(@"x_1", "x_1")]
    [TestCase(@"x_{12}", "x_12")]
    [TestCase(@"a_{n+1}", "a_nu431")]
    [TestCase(@"3 \times 4 \cdot 5", "3 * 4 * 5")]
    [TestCase(@"6 \div 2", "6 / 2")]
    [TestCase(@"x \leq 3", "x ≤ 3")]
    [TestCase(@"x \geqslant 3", "x ≥ 3")]
    [TestCase(@"x \neq 3", "x ≠ 3")]
    [TestCase(@"A \cup B", "A ∪ B")]
    [TestCase(@"\infty", "∞")]
    [TestCase(@"\left( 1, 2 \right]", "( 1, 2 ]")]
    [TestCase(@"\{1, 2\}", "{1, 2}")]
    [TestCase(@"\lfloor x \rfloor", " floor(  x )")]
    [TestCase(@"\mathbb{R}", "ℝ")]
    [TestCase(@"\overline{AB}", "A B")]
    [TestCase(@"0.\overline{3}", "(0.0+3/9)")]
    [TestCase(@"0.1\overline{6}", "(0.10+6/90)")]
    [TestCase(@"0.\dot{1}4\dot{2}", "(0.0+142/999)")]
    [TestCase(@"\text{and}", " and ")]
    [TestCase(@"5 \text{ cm}", "5  \"cm\" ")]
    [TestCase(@"\text{no solution}", " \"no solution\" ")]
    [TestCase(@"\mathrm{sin}", " sin ")]
    [TestCase(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "⟦1¦2‖3¦4⟧")]
    [TestCase(@"\begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix}", " det ⟦1¦2‖3¦4⟧")]
    [TestCase(@"\begin{bmatrix} 1 \\[2pt] 2 \end{bmatrix}", "⟦1‖2⟧")]
    [TestCase(@"\begin{cases} x = 1 \\ y = 2 \end{cases}", "x = 1, y = 2")]
    [TestCase(@"\pmod{5}", " (mod 5)")]
    [TestCase(@"\not= 3", "≠ 3")]
    [TestCase(@"\vec{AB}", "v_AB")]
    [TestCase(@"\boxed{7}", "7")]
    [TestCase(@"\tag{1}", "")]
    [TestCase(@"\unknowncommand", "\"unknowncommand\"")]
    [TestCase(@"xy", " x y")]
    [TestCase(@"12cm", "12\"cm\"")]
    [TestCase(@"word", "\"word\"")]
    public void Rewrite_OfAFormula_GivesThePlainNotation(string latex, string expected) =>
        Assert.That(LatexRewriter.Rewrite(latex, isMath: true), Is.EqualTo(expected));

    [TestCase("5 apples", "5 apples")]
    [TestCase("It is $x^2$.", "It is x^(2).")]
    [TestCase(@"either \(1\) or \(2\)", "either 1 or 2")]
    [TestCase("costs $5 or $6", "costs $5 or $6")]
    public void Rewrite_OfProse_ReadsItsFormulasOnly(string text, string expected) =>
        Assert.That(LatexRewriter.Rewrite(text, isMath: false), Is.EqualTo(expected));

    [Test]
    public void Rewrite_WhenNestedTooDeep_GivesUp()
    {
        var deep = string.Concat(Enumerable.Repeat(@"\frac{1}{", 200)) + "2" + new string('}', 200);
        Assert.That(LatexRewriter.Rewrite(deep, isMath: true), Is.Null);
    }

    [TestCase(@"\frac{")]
    [TestCase(@"\sqrt[")]
    [TestCase(@"\begin{pmatrix} 1 &")]
    [TestCase(@"{{{")]
    [TestCase(@"}}")]
    [TestCase(@"^")]
    [TestCase(@"_")]
    [TestCase(@"\")]
    [TestCase(@"\dot")]
    [TestCase(@"\begin")]
    public void Rewrite_OfABrokenFormula_DoesNotThrow(string latex) =>
        Assert.That(() => LatexRewriter.Rewrite(latex, isMath: true), Throws.Nothing);

    [TestCase(@"\text{Yes}", "Yes")]
    [TestCase(@"\left(1,\,2\right)", "(1, 2)")]
    [TestCase(@"\frac{1}{2}", @"\frac{1}{2}")]
    [TestCase(@"10{,}000", "10,000")]
    [TestCase(@"50\%", "50%")]
    [TestCase(@"\$5", "$5")]
    [TestCase(@"\{1\}", "{1}")]
    [TestCase(@"$x = 3$", "x = 3")]
    [TestCase(@"1\!\!  000", "1000")]
    [TestCase(@"\displaystyle\sqrt{2}", @"\sqrt{2}")]
    [TestCase(@"\\frac{1}{2}", @"\frac{1}{2}")]
    [TestCase(@"\text{a {b} c}", "a {b} c")]
    [TestCase(@"plain", "plain")]
    public void Display_TakesOffWhatOnlySetsTheType(string latex, string expected) =>
        Assert.That(LatexDisplay.Plain(latex), Is.EqualTo(expected));

    [TestCase("a $x$ b $$y$$ c", "x|y")]
    [TestCase(@"\(x\) \[y\]", "x|y")]
    [TestCase(@"\begin{align}x\end{align}", "x")]
    [TestCase("$5 and $6", "")]
    [TestCase("$5 is the price, then $10", "")]
    [TestCase("$5x = 10$", "5x = 10")]
    [TestCase("$5, then $x$", "x")]
    [TestCase("$5*3 and $6*4", "")]
    [TestCase("$ 5 $", " 5 ")]
    [TestCase("open $x", "")]
    [TestCase(@"\$5 and \$6", "")]
    [TestCase("$ a\n\n b $", "")]
    public void Spans_AreWhatStandsBetweenDelimiters(string text, string expected) =>
        Assert.That(string.Join('|', MathSpans.Find(text).Select(span => span.Content)), Is.EqualTo(expected));

    [Test]
    public void Spans_TellWhereTheyStand()
    {
        var span = MathSpans.Find("is $x+1$.").Single();
        Assert.That((span.Start, span.Length, span.End), Is.EqualTo((3, 5, 8)));
    }

    [TestCase("alpha", "α")]
    [TestCase("cdot", "*")]
    [TestCase("arctg", " arctan ")]
    [TestCase("quad", " ")]
    [TestCase("left", "")]
    [TestCase("frac", null)]
    [TestCase("nonsense", null)]
    public void Commands_WithoutArguments_HaveASign(string name, string? expected) =>
        Assert.That(LatexCommands.Replace(name), Is.EqualTo(expected));

    [TestCase("times", "×")]
    [TestCase("cdot", "·")]
    [TestCase("div", "÷")]
    [TestCase("lfloor", "floor(")]
    [TestCase("pi", "pi")]
    [TestCase("right", "")]
    [TestCase("sin", null, Description = "a function and no sign")]
    [TestCase("lefty", null, Description = "another command, though it begins with one")]
    public void Commands_AsSigns_AreAsTheyArePrinted(string name, string? expected) =>
        Assert.That(LatexCommands.Sign(name), Is.EqualTo(expected));
}
