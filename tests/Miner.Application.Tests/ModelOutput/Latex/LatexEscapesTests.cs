using System.Text.Json;
using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput.Latex;

/// <summary>LaTeX whose backslash a model did not double is no control character to the reader.</summary>
public sealed class LatexEscapesTests
{
    [TestCase("""$\frac{1}{2} \times \theta \neq \rho$""", """$\frac{1}{2} \times \theta \neq \rho$""")]
    [TestCase("""The answer is \boxed{42}, \beta""", """The answer is \boxed{42}, \beta""")]
    [TestCase("""5 \text{ km}, \left( x \right), \nabla f""", """5 \text{ km}, \left( x \right), \nabla f""")]
    [TestCase("""Let $\nu = 3$ and \(\tau\), $a \to b$, \[\tan x\]""", """Let $\nu = 3$ and \(\tau\), $a \to b$, \[\tan x\]""")]
    [TestCase("""$$\text{if } x\ne y, \text{ or so it is}$$""", """$$\text{if } x\ne y, \text{ or so it is}$$""")]
    [TestCase("""\begin{aligned} a &= \rho \\\\ b &\neq c \end{aligned}""", """\begin{aligned} a &= \rho \\ b &\neq c \end{aligned}""")]
    [TestCase("""$\\alpha\nu$, \underline{a} and $\upsilon$""", """$\alpha\nu$, \underline{a} and $\upsilon$""")]
    [TestCase("""where x \neq 0 and b) \neq c""", """where x \neq 0 and b) \neq c""")]
    [TestCase("""$\\frac{1}{2} \\neq \\beta$""", """$\frac{1}{2} \neq \beta$""")]
    public void Read_WhenLatexIsNotEscaped_RestoresIt(string json, string expected) => Assert.That(Response(json), Is.EqualTo(expected));

    [TestCase("one\ntwo\n\nthree\r\nfour")]
    [TestCase("a\tb\n\ttext {\n\times\teq")]
    [TestCase("eq\n\neq 1\nequal\nabla2")]
    [TestCase("\b \f 1\f")]
    [TestCase("hello\fworld")]
    [TestCase("as in\neq 1")]
    [TestCase("as in \neq 1")]
    [TestCase("It costs $5\nto him, then $6\nto me.")]
    [TestCase("From $5\nto $6")]
    [TestCase("It is $5\nto her and to him it is 4$")]
    [TestCase("echo $HOME\nu=$USER\ni=${A}\nu=$(B)")]
    [TestCase("foreach ($a as $b)\n\to($b);\n\tan($c);")]
    [TestCase("$$\nx = 1\n\ty = 2\r\ne = 3\n$$")]
    [TestCase("$$\n\\frac{u}{2} \\\\\nu = 3\n$$")]
    [TestCase("\\begin{aligned}\nu &= \\tau \\\\\ni &= 2\\end{aligned}")]
    [TestCase("$a\n\nu$")]
    [TestCase("a \\( b\nu c, it has no end")]
    public void Read_WhenAControlCharacterCanBeMeant_KeepsIt(string text) =>
        Assert.That(Response(JsonSerializer.Serialize(text)[1..^1]), Is.EqualTo(text));

    private static string? Response(string json) =>
        AnswerReader.Read($$"""{"immediate_response": "{{json}}", "notebook": "no update"}""")?.ImmediateResponse;
}
