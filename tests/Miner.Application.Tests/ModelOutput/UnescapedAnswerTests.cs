using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>Code whose quotes a model left as they are, which then look like the ends of strings and the names of members.</summary>
public sealed class UnescapedAnswerTests
{
    private static readonly string[] Codes =
    [
        "def f():\n    print(\"hi\")\n    x = {\"a\": 1, \"b\": [\"c\"]}\n    return x\n",
        "import json\ndata = {\"name\": \"x\",\n  \"items\": []}\nprint(json.dumps(data))",
        "{\"a\": {\"b\": \"c\"}, \"d\": [1, 2]}",
        "const a = {\"key\": \"value\", \"other\": [\"x\", \"y\"]};\nconsole.log(\"a\", \"b\");",
        "body { color: \"red\" }\na[\"b\"] = {\"notebook\": \"c\", \"d\": \"e\"};",
    ];

    [TestCaseSource(nameof(Codes))]
    public void Read_WhenTheNotebookHoldsUnescapedCode_KeepsItWhole(string code)
    {
        var answer = AnswerReader.Read($"{{\"immediate_response\": \"Here it is.\", \"notebook\": \"{code}\"}}");

        Assert.That(answer!.ImmediateResponse, Is.EqualTo("Here it is."));
        Assert.That(answer.Notebook, Is.EqualTo(code));
        Assert.That(answer.Truncated, Is.False);
    }

    [TestCaseSource(nameof(Codes))]
    public void Read_WhenTheFieldsAreInTheOtherOrderAndFenced_KeepsItWhole(string code)
    {
        var answer = AnswerReader.Read($"```json\n{{\n  \"notebook\" : \"{code}\",\n  \"immediate_response\" : \"Here it is.\"\n}}\n```\n");

        Assert.That(answer!.ImmediateResponse, Is.EqualTo("Here it is."));
        Assert.That(answer.Notebook, Is.EqualTo(code));
    }

    [Test]
    public void Read_WhenTheResponseHoldsUnescapedCode_KeepsItWhole()
    {
        var answer = AnswerReader.Read("""{"immediate_response": "Use x = {"a": 1, "b": 2}.\nThat is all.", "notebook": "no update"}""");

        Assert.That(answer!.ImmediateResponse, Is.EqualTo("Use x = {\"a\": 1, \"b\": 2}.\nThat is all."));
        Assert.That(answer.Notebook, Is.EqualTo("no update"));
    }

    [Test]
    public void Read_WhenUnescapedCodeIsCutOff_SavesWhatThereIs()
    {
        var answer = AnswerReader.Read("{\"immediate_response\": \"Here it is.\", \"notebook\": \"x = {\"a\": 1, \"b");

        Assert.That(answer!.ImmediateResponse, Is.EqualTo("Here it is."));
        Assert.That(answer.Notebook, Does.StartWith("x = {\"a\": 1"));
    }

    [Test]
    public void Read_WhenBracketsAreOddByThemselves_LeavesTheRepairAsItIs()
    {
        var answer = AnswerReader.Read("""{'immediate_response': 'An open { stays open.', 'notebook': 'no update',}""");

        Assert.That(answer!.ImmediateResponse, Is.EqualTo("An open { stays open."));
    }
}
