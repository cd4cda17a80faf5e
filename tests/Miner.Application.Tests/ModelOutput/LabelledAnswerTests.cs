using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>Answers that name their fields without JSON.</summary>
public sealed class LabelledAnswerTests
{
    private static readonly string[] Labelled =
    [
        "**immediate_response**: It is 42:\n1. six\n2. seven\n\n**notebook**: x = 42",
        "**Immediate Response:**\nIt is 42:\n1. six\n2. seven\n\n**Notebook:**\n```python\nx = 42\n```",
        "**immediate_response**\r\nIt is 42:\n1. six\n2. seven\r\n**notebook**\r\nx = 42",
        "## immediate_response\n\nIt is 42:\n1. six\n2. seven\n\n## notebook\n\nx = 42",
        "## Notebook\nx = 42\n## Immediate Response\nIt is 42:\n1. six\n2. seven",
        "immediate_response: It is 42:\n1. six\n2. seven\nnotebook: x = 42",
        "Immediate response: It is 42:\n1. six\n2. seven\n\nNotebook: x = 42",
        "<think>Hm.</think>\n**immediate_response**: \"It is 42:\\n1. six\\n2. seven\"\n**notebook**: \"x = 42\"",
        "<immediate_response>It is 42:\n1. six\n2. seven</immediate_response><notebook>x = 42</notebook>",
        "Here it is:\n<notebook>\nx = 42\n</notebook>\n<immediate_response>\nIt is 42:\n1. six\n2. seven\n</immediate_response>",
        "<answer>\n<immediate_response>It is 42:\n1. six\n2. seven</immediate_response>\n<notebook>```\nx = 42\n```</notebook>\n</answer>",
        "<immediate_response>It is 42:\n1. six\n2. seven</immediate_response><notebook>x = 42",
        "<tool_call>\n<function=answer>\n<parameter=immediate_response>\nIt is 42:\n1. six\n2. seven\n</parameter>\n"
            + "<parameter=notebook>\nx = 42\n</parameter>\n</function>\n</tool_call>",
        "<invoke name=\"answer\"><parameter name=\"notebook\">x = 42</parameter><parameter name=\"immediate_response\">"
            + "It is 42:\n1. six\n2. seven</parameter></invoke>",
    ];

    [TestCaseSource(nameof(Labelled))]
    public void Read_WhenTheFieldsAreNamedWithoutJson_FindsThem(string text) => AssertReads(text, "It is 42:\n1. six\n2. seven", "x = 42");

    [TestCase("**immediate_response**: r", "r")]
    [TestCase("**immediate_response**: r\n\n**notebook**: no update", "r")]
    [TestCase("<immediate_response>r</immediate_response>", "r")]
    [TestCase("<immediate_response>r", "r")]
    [TestCase("<think>t</think>\n<answer>\n42\n</answer>", "42")]
    [TestCase("<answer>42</answer>\nSix times seven.", "42\nSix times seven.")]
    [TestCase("<immediate_response>```\ncode\n```</immediate_response>", "```\ncode\n```")]
    public void Read_WhenNoNotebookIsNamed_SaysNoUpdate(string text, string response) => AssertReads(text, response, "no update");

    [TestCase("## Immediate Response\nCall for help.\n\n## Recovery\nRest.")]
    [TestCase("Notebook computers are light.\n**Notebook**: a small computer.")]
    [TestCase("The form is\n**immediate_response**: …\n**notebook**: …")]
    [TestCase("<b>bold</b> and <answers>")]
    [TestCase("Use <answer> here.")]
    [TestCase("A call has <parameter=city>Rome</parameter>.")]
    public void Read_WhenTextOnlyLooksLabelled_GivesAllOfIt(string text) => AssertReads(text, text, "no update");

    [TestCase("**immediate_response**:\n**notebook**: no update")]
    [TestCase("<immediate_response> </immediate_response>")]
    [TestCase("<answer></answer>")]
    public void Read_WhenNothingStandsUnderTheLabels_GivesNull(string text) => Assert.That(AnswerReader.Read(text), Is.Null);

    [Test]
    public void Read_WhenTheNotebookHoldsSeveralFences_KeepsThem() =>
        AssertReads("**immediate_response**: r\n**notebook**:\n```\na\n```\nand\n```\nb\n```", "r", "```\na\n```\nand\n```\nb\n```");

    private static void AssertReads(string text, string response, string notebook)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo(response));
        Assert.That(answer?.Notebook, Is.EqualTo(notebook));
    }
}
