using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput.Damaged;

/// <summary>Texts that are no JSON's fault stay as they are, whatever is damaged around them.</summary>
public sealed class SoundTextTests
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Texts =
    [
        "The answer is 42.",
        "He said \"hi\", then left.",
        "\"quoted\"",
        "“Hi” she said",
        "It's 5'11\" tall",
        "72\"",
        "Use {\"a\": [1, \"b\"]} here.",
        "Set \"notebook\": \"x\" in the file.",
        "Line1\nLine2: \"notebook: y\"",
        "Update the notebook: see below.",
        "The immediate_response: field is text.",
        "{\"immediate_response\": \"inner\", \"notebook\": \"x\"}",
        "Call f(\"a\", 'b'); done.",
        "x = 1; y = {'k': 'v'}",
        "keys: a: 1, b: 2",
        "Ends with brace }",
        "# Title\n- x",
        "```py\nprint('x')\n```",
        "def f():\n    return {\"a\": 1, \"b\": [\"c\"]}\n",
        "key: |\n  block",
        "SELECT \"a\" FROM 'b';",
        "a &quot;b&quot; &lt;",
    ];

    private static readonly Func<string, string, string>[] Damages =
    [
        (response, notebook) => $"{{\"immediate_response\": {response}, \"notebook\": {notebook},}}",
        (response, notebook) => $"{{\"immediate_response\": {response},, \"notebook\": {notebook}}}",
        (response, notebook) => $"{{\"notebook\": {notebook}, \"immediate_response\": {response},}}",
        (response, notebook) => $"{{\n  immediate_response: {response},\n  notebook: {notebook}\n}}",
        (response, notebook) => $"Sure!\n```json\n{{\"immediate_response\": {response}, \"notebook\": {notebook},}}\n```\nSo, \"friend\".",
        (response, notebook) => $"{{\"immediate_response\": {response}, \"notebook\": {notebook}, \"confidence\": 0.9,}}",
        (response, notebook) => $"{{'immediate_response': {response}, 'notebook': {notebook}}}}}",
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from response in Texts from notebook in Texts select new TestCaseData(response, notebook);

    [TestCaseSource(nameof(Cases))]
    public void Read_WhenTheObjectIsDamagedAroundTheTexts_KeepsThem(string response, string notebook)
    {
        foreach (var damage in Damages)
        {
            var text = damage(JsonSerializer.Serialize(response, Json), JsonSerializer.Serialize(notebook, Json));

            var answer = AnswerReader.Read(text);

            Assert.That(answer?.ImmediateResponse, Is.EqualTo(response), text);
            Assert.That(answer?.Notebook, Is.EqualTo(notebook), text);
        }
    }

    [TestCase("Read it with `data[\"immediate_response\"]`, then save `data[\"notebook\"]`.")]
    [TestCase("Use data.get(\"immediate_response\") and data.get(\"notebook\").")]
    [TestCase("It returns (\"immediate_response\", \"notebook\"), both strings.")]
    [TestCase("The keys are [\"immediate_response\", \"notebook\"] and no more.")]
    [TestCase("Two keys, {\"immediate_response\", \"notebook\"}, make it up.")]
    [TestCase("The reply has an <immediate_response> tag and a <notebook> tag.")]
    [TestCase("Put \"immediate_response\" first and \"notebook\" last.")]
    [TestCase("The immediate response is quick, the notebook is long.")]
    public void Read_OfProseThatSpeaksOfTheFields_GivesItWhole(string prose)
    {
        var answer = AnswerReader.Read(prose);

        Assert.That(answer?.ImmediateResponse ?? prose, Is.EqualTo(prose));
        Assert.That(answer?.Notebook ?? "no update", Is.EqualTo("no update"));
    }

    [TestCase("""{"immediate_response": "x", "notebook": "",}""", "x", "no update")]
    [TestCase("""{"immediate_response": "x", "notebook": "" "confidence": 0.9}""", "x", "no update")]
    [TestCase("""{"immediate_response": "Set \"notebook\": \"y\", please",}""", "Set \"notebook\": \"y\", please", "no update")]
    [TestCase("""{"immediate_response": "It's 5'11\" tall, "notebook": "n"}""", "It's 5'11\" tall", "n")]
    [TestCase("""{"immediate_response": "72\", "notebook": "n"}""", "72\"", "n")]
    [TestCase("""{"immediate_response": "x", "notebook": "\"quoted\"}""", "x", "\"quoted\"")]
    [TestCase("""{"immediate_response": "x = {'k': 'v'}, "notebook": "n"}""", "x = {'k': 'v'}", "n")]
    [TestCase("""{"immediate_response": "x", "notebook": "a, b, "confidence": 0.9}""", "x", "a, b")]
    [TestCase("""{"immediate_response": "``` ends it```, "notebook": "n"}""", "``` ends it```", "n")]
    public void Read_WhenAQuoteIsMissing_KeepsThoseOfTheText(string text, string response, string notebook)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo(response));
        Assert.That(answer?.Notebook, Is.EqualTo(notebook));
    }
}
