using System.Text.Json;
using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>Where an answer's object may stand, and when there is none.</summary>
public sealed class AnswerReaderTests
{
    private const string Answer = """{"immediate_response": "The answer is 42.", "notebook": "x = 42"}""";
    private const string Broken = """{'immediate_response': "The answer is 42.", notebook: "x = 42",}""";
    private const string Draft = """{"immediate_response": "a draft", "notebook": "y"}""";

    private static readonly string[] Wrapped =
    [
        Answer,
        "\uFEFF  " + Answer + "\r\n",
        "Sure!\n```json\n" + Answer + "\n```\nHope that helps",
        "```\n" + Answer + "\n```",
        "```JSON " + Answer + "```",
        "```json\n" + Answer,
        Answer + "\n```",
        "The set {1, 2}, the object {\"a\":1} and the list [3] lead to " + Answer + " as {x} or {\"b\": {\"c\": 2}} would.",
        "[" + Answer + "]",
        JsonSerializer.Serialize(Answer),
        JsonSerializer.Serialize(JsonSerializer.Serialize(Answer)),
        "```json\n" + JsonSerializer.Serialize(Answer) + "\n```",
        "It is " + JsonSerializer.Serialize(Answer) + " as JSON",
        Answer.Replace("\"", "\\\"", StringComparison.Ordinal),
        "{" + Answer + "}",
        Answer[1..],
        Draft + Answer,
        Draft + "\nOr rather:\n" + Answer,
        Answer + """{"immediate_response": "cut off in the mid""",
        """{"type": "object", "properties": {"immediate_response": {"type": "string"}, "notebook": {"type": "string"}}}""" + "\n" + Answer,
        """{"properties": {"immediate_response": "The answer is 42.", "notebook": "x = 42"}}""",
        """The form is {"immediate_response": "...", "notebook": "..."}. """ + Broken,
        """{"name": "component_output", "arguments": """ + JsonSerializer.Serialize(Answer) + "}",
        "<think>I should answer</think>\n<tool_call>\n{\"name\": \"answer\", \"arguments\": " + Answer + "}\n</tool_call>",
    ];

    private static readonly string[] Thoughtful =
    [
        "<think>Let me see {\"a\":1}</think>\n" + Answer,
        "<think>" + Draft + "</think>" + Answer,
        "<think>one {</think>\n<think>two \"</think>" + Answer,
        "<THINKING>\nOr " + Draft + "?\n</THINKING>\n```json\n" + Answer + "\n```",
        "<think>It never ends, {\"a\": {\"b\": \"c\"}} { and " + Answer,
        "The prompt opened it: " + Draft + "</think>" + Answer,
        "The prompt opened it: " + Draft + "</think>" + Broken,
        Answer + "\n<think>Was that right? " + Draft + "</think>",
        "<think>" + Answer + "</think>",
    ];

    [TestCaseSource(nameof(Wrapped))]
    [TestCaseSource(nameof(Thoughtful))]
    public void Read_WhenTheObjectIsWrapped_FindsIt(string text)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo("The answer is 42."));
        Assert.That(answer?.Notebook, Is.EqualTo("x = 42"));
        Assert.That(answer?.Truncated, Is.False);
    }

    [TestCase("Use <think> and </think> tags", "y</think>z")]
    [TestCase("```json\n{\"immediate_response\": \"inner\"}\n```", "{\"immediate_response\": \"inner\"}")]
    [TestCase("a \"quoted\" {brace} [bracket]", "```python\nprint({\"a\": [1]})\n```\n```js\nf();\n```")]
    public void Read_WhenTheFieldsLookLikeWrapping_KeepsThem(string response, string notebook)
    {
        var answer = AnswerReader.Read(JsonSerializer.Serialize(new { immediate_response = response, notebook }));

        Assert.That(answer?.ImmediateResponse, Is.EqualTo(response));
        Assert.That(answer?.Notebook, Is.EqualTo(notebook));
    }

    [TestCase("Just text, no JSON at all.", "Just text, no JSON at all.")]
    [TestCase("  padded\n", "padded")]
    [TestCase("<think>{\"a\":1}</think>\n plain", "plain")]
    [TestCase("thoughts without a beginning</think>plain", "plain")]
    [TestCase("Write `<think>` first and `</think>` last.", "Write `<think>` first and `</think>` last.")]
    [TestCase("{\"foo\": 1, \"bar\": \"baz\"}", "{\"foo\": 1, \"bar\": \"baz\"}")]
    [TestCase("```json\n{\"foo\": 1}\n```", "```json\n{\"foo\": 1}\n```")]
    [TestCase("The API returns {\"text\": \"hello\"} when called.", "The API returns {\"text\": \"hello\"} when called.")]
    [TestCase("if (x) { return \"y\"; }", "if (x) { return \"y\"; }")]
    [TestCase("[1, 2, 3]", "[1, 2, 3]")]
    [TestCase("\"quoted\"", "\"quoted\"")]
    [TestCase("42", "42")]
    [TestCase("{{{{ [[[ \"", "{{{{ [[[ \"")]
    public void Read_WhenThereIsNoAnswerObject_GivesTheTextWithoutThoughts(string text, string expected)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo(expected));
        Assert.That(answer?.Notebook, Is.EqualTo("no update"));
    }

    [TestCase("")]
    [TestCase(" \n\t")]
    [TestCase("<think>only thoughts</think>")]
    [TestCase("<think>thoughts that never end")]
    [TestCase("{\"immediate_response\": \"\", \"notebook\": \"no update\"}")]
    [TestCase("{\"immediate_response\": null}")]
    [TestCase("{\"immediate_response\": \"  \", \"notebook\": \"\"}")]
    [TestCase("{\"immediate_response\": \"")]
    [TestCase("{\"immediate_response\":")]
    [TestCase("{\"immediate_re")]
    [TestCase("{\n  \"")]
    public void Read_WhenThereIsNothingToShow_GivesNull(string text) => Assert.That(AnswerReader.Read(text), Is.Null);
}
