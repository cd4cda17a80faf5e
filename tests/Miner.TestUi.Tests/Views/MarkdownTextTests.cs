using System.Net;
using System.Text.RegularExpressions;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

/// <summary>What an answer's Markdown keeps of its mathematics.</summary>
[TestFixture]
internal sealed partial class MarkdownTextTests
{
    [TestCase("2*3*4 = 24")]
    [TestCase("(x+1)*(x+2) and (x+3)*(x+4)")]
    [TestCase("$5*3 and $6*4")]
    [TestCase("from $5 to $10, or $5-$10")]
    [TestCase("2**3 = 8 and x**2*y**2")]
    [TestCase("a_1*b_2*c_{3} + (x)_1*(y)_2")]
    [TestCase("speed*time*rate")]
    [TestCase("5!*3!*-2*.5*√4*π")]
    [TestCase("2 * 3 * 4 = 24")]
    public void Mathematics_OutsideFormulas_StaysAsItIs(string text) => Assert.That(Visible(text), Is.EqualTo(text));

    [TestCase(@"It is $\{1,2\}$.", @"\{1,2\}")]
    [TestCase(@"It is $50\%$.", @"50\%")]
    [TestCase(@"With \(a_1 * b * c_2\) and *stress*", "a_1 * b * c_2")]
    [TestCase("$$\na = 1\\\\\nb = 2\n$$", "a = 1\\\\\nb = 2")]
    [TestCase("\\[\n- x\n- y\n= z\n\\]", "- x\n- y\n= z")]
    [TestCase("\\begin{pmatrix} 1 & 2\\\\ 3 & 4 \\end{pmatrix}", "\\begin{pmatrix} 1 & 2\\\\ 3 & 4 \\end{pmatrix}")]
    [TestCase("f(x) = \\begin{cases} 1 & x>0\\\\ *2* & x<0 \\end{cases}", "\\begin{cases} 1 & x>0\\\\ *2* & x<0 \\end{cases}")]
    [TestCase("\\begin{align}\na &= 1\\\\\nb &= 2\n\\end{align}", "\\begin{align}\na &= 1\\\\\nb &= 2\n\\end{align}")]
    [TestCase(@"| \(|x|\) | b |" + "\n|---|---|\n| c | d |", "|x|")]
    [TestCase("$5, then $x$", "x")]
    [TestCase("**so $x^2$**", "x^2")]
    [TestCase("\\(<img src=x onerror=\"ran\">\\)", "<img src=x onerror=\"ran\">")]
    public void Formula_OfAnAnswer_CarriesItsSource(string text, string tex)
    {
        var found = TexOf().Matches(MarkdownText.ToHtml(text).Value).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

        Assert.That(found, Is.EqualTo(new[] { tex }));
    }

    [TestCase("`2*3*4` and `$x$`", "2*3*4 and $x$")]
    [TestCase("```py\n2*3*4 # $x$\n```", "2*3*4 # $x$")]
    [TestCase("~~~\n2*3*4 # $x$\n~~~", "2*3*4 # $x$")]
    [TestCase("    2*3*4 # $x$", "2*3*4 # $x$")]
    [TestCase(@"This \(one has no end", "This (one has no end")]
    [TestCase("\uE000 2*3 \uE0000\uE000", "\uE000 2*3 \uE0000\uE000")]
    public void Text_ThatIsNoFormula_IsShown(string text, string expected)
    {
        Assert.That(Visible(text), Is.EqualTo(expected));
        Assert.That(MarkdownText.ToHtml(text).Value, Does.Not.Contain("data-tex"));
    }

    [TestCase("**bold** and *stress*", "<p><strong>bold</strong> and <em>stress</em></p>")]
    [TestCase("**2*3 = 6**", "<p><strong>2*3 = 6</strong></p>")]
    [TestCase("这是*重点*，这是**重点**内容", "<p>这是<em>重点</em>，这是<strong>重点</strong>内容</p>")]
    [TestCase("**Answer**s", "<p><strong>Answer</strong>s</p>")]
    public void Emphasis_BesideMathematics_IsKept(string text, string html) =>
        Assert.That(MarkdownText.ToHtml(text).Value.Trim(), Is.EqualTo(html.Replace("<p>", "<p dir=\"auto\">", StringComparison.Ordinal)));

    [TestCase("one\n\nشيء", 2)]
    [TestCase("- one\n- شيء", 2)]
    [TestCase("# one\n\n> two", 2)]
    [TestCase("| a | b |\n|---|---|\n| c | d |", 4)]
    public void Blocks_EachForItself_HaveADirection(string text, int blocks) =>
        Assert.That(MarkdownText.ToHtml(text).Value.Split("dir=\"auto\"").Length - 1, Is.EqualTo(blocks));

    [Test]
    public void Link_WhoseAddressHoldsSuchSigns_LeadsThere() => Assert.That(
        MarkdownText.ToHtml("[a](https://example.org/a*b_(c)_d?q=$x$)").Value,
        Does.Contain("href=\"https://example.org/a*b_(c)_d?q=$x$\""));

    [TestCase("$")]
    [TestCase("$$")]
    [TestCase(@"\(")]
    [TestCase(@"\[")]
    [TestCase(@"\begin{align}")]
    [TestCase("1*")]
    [TestCase("$x$")]
    [TestCase("`$")]
    public void Openings_WithoutAnEnd_TakeNoLongTime(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 50_000 / opening.Length));
        MarkdownText.ToHtml("warm *up* $x$");
        var before = Environment.CpuUsage.TotalTime;

        MarkdownText.ToHtml(text);

        Assert.That(Environment.CpuUsage.TotalTime - before, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    /// <summary>What is read, lines joined.</summary>
    private static string Visible(string text) =>
        WebUtility.HtmlDecode(Tags().Replace(MarkdownText.ToHtml(text).Value, "")).Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("data-tex=\"([^\"]*)\"")]
    private static partial Regex TexOf();
}
