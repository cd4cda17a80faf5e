using System.Text.Json;
using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>LaTeX whose backslash a model did not double is no control character to the reader.</summary>
public sealed class LatexEscapesTests
{
    [TestCase("""$\frac{1}{2} \times \theta \neq \rho$""", """$\frac{1}{2} \times \theta \neq \rho$""")]
    [TestCase("""The answer is \boxed{42}, \beta""", """The answer is \boxed{42}, \beta""")]
    [TestCase("""5 \text{ km}, \left( x \right), \nabla f""", """5 \text{ km}, \left( x \right), \nabla f""")]
    [TestCase("""$\\frac{1}{2} \\neq \\beta$""", """$\frac{1}{2} \neq \beta$""")]
    public void Read_WhenLatexIsNotEscaped_RestoresIt(string json, string expected) => Assert.That(Response(json), Is.EqualTo(expected));

    [TestCase("one\ntwo\n\nthree\r\nfour")]
    [TestCase("a\tb\n\ttext {\n\times\teq")]
    [TestCase("eq\n\neq 1\nequal\nabla2")]
    [TestCase("\b \f 1\f")]
    public void Read_WhenAControlCharacterCanBeMeant_KeepsIt(string text) =>
        Assert.That(Response(JsonSerializer.Serialize(text)[1..^1]), Is.EqualTo(text));

    private static string? Response(string json) =>
        AnswerReader.Read($$"""{"immediate_response": "{{json}}", "notebook": "no update"}""")?.ImmediateResponse;
}
