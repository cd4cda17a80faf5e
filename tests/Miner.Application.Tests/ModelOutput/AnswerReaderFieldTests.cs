using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>What names and values an answer's fields may have.</summary>
public sealed class AnswerReaderFieldTests
{
    [TestCase("""{"response": "r", "notebook": "n"}""")]
    [TestCase("""{"answer": "r", "notebook": "n"}""")]
    [TestCase("""{"text": "r", "notebook": "n"}""")]
    [TestCase("""{"message": "r", "notebook": "n"}""")]
    [TestCase("""{"Immediate_Response": "r", "NOTEBOOK": "n"}""")]
    [TestCase("""{"immediateResponse": "r", "notebook": "n"}""")]
    [TestCase("""{"immediate-response": "r", "notebook": "n"}""")]
    [TestCase("""{"output": {"immediate_response": "r", "notebook": "n"}}""")]
    [TestCase("""{"immediate_response": "r", "output": {"notebook": "n"}}""")]
    [TestCase("""{"notebook": "n", "output": {"response": "r"}}""")]
    [TestCase("""{"result": {"data": {"notebook": "n", "immediate_response": "r"}}}""")]
    [TestCase("""{"data": {"answer": "r", "notebook": "n"}}""")]
    [TestCase("""{"result": {"response": {"text": "r"}, "notebook": "n"}}""")]
    [TestCase("""{"result": {"reply": "r", "notebook": "n"}}""")]
    [TestCase("""{"immediate_response": "r"}{"notebook": "n"}""")]
    [TestCase("""{"notebook": "n"} {"immediate_response": "r"}""")]
    [TestCase("""{immediate_response: "r"}\n{notebook: "n"}""")]
    [TestCase("""{""immediate_response"": ""r"", ""notebook"": ""n""}""")]
    [TestCase("""{"text": "other", "immediate_response": "r", "notebook": "n"}""")]
    [TestCase("""{"immediate_response": "first", "immediate_response": "r", "notebook": "n"}""")]
    [TestCase("""{"immediate_response": {"text": "r"}, "notebook": "n"}""")]
    [TestCase("""Here: {'immediate_response': 'r', 'notebook': 'n',}""")]
    [TestCase("""{immediate_response: r, notebook: n}""")]
    public void Read_WhenFieldsAreRenamedOrNested_FindsThem(string text) => AssertReads(text, "r", "n");

    [TestCase("""{"immediate_response": "r"}""")]
    [TestCase("""{"immediate_response": "r", "notebook": null}""")]
    [TestCase("""{"immediate_response": "r", "notebook": " \n"}""")]
    [TestCase("""{"immediate_response": "r", "notebook": "No Update "}""")]
    [TestCase("""{"immediate_response": "r", "notebook": "No update."}""")]
    [TestCase("""{"immediate_response": "r", "notebook": "no_update"}""")]
    [TestCase("""{"response": "r"}""")]
    [TestCase("""{"answer": "r"} I hope.""")]
    [TestCase("""{"text": "r"}""")]
    [TestCase("""{"output": "r"}""")]
    [TestCase("""{"output": {"answer": "r"}}""")]
    public void Read_WhenThereIsNoNotebook_SaysNoUpdate(string text) => AssertReads(text, "r", "no update");

    [TestCase("""{"final_answer": "42"}""", "42")]
    [TestCase("""{"Final Answer": 42, "confidence": 0.9}""", "42")]
    [TestCase("""{"result": 42}""", "42")]
    [TestCase("""{"solution": "x = 2"}""", "x = 2")]
    [TestCase("""{"answer": "42", "explanation": "Six times seven."}""", "Six times seven.\n\n42")]
    [TestCase("""{"reasoning": "Six times seven.", "answer": 42}""", "Six times seven.\n\n42")]
    [TestCase("""{"steps": ["6 * 7", "= 42"], "final_answer": "42"}""", "6 * 7\n= 42\n\n42")]
    [TestCase("""{"solution": "Six times seven.", "answer": "42"}""", "Six times seven.\n\n42")]
    [TestCase("""{"explanation": "Six times seven.", "result": "42", "notebook": "no update"}""", "Six times seven.\n\n42")]
    [TestCase("""{"output": {"answer": "42", "explanation": "Six times seven."}}""", "Six times seven.\n\n42")]
    [TestCase("""{"answer": "42", "explanation": " ", "steps": []}""", "42")]
    [TestCase("""{"immediate_response": "42", "explanation": "for the log"}""", "42")]
    [TestCase("""{"result": "ok", "count": 3}""", """{"result": "ok", "count": 3}""")]
    [TestCase("""{"explanation": "Six times seven."}""", """{"explanation": "Six times seven."}""")]
    public void Read_WhenTheAnswerHasAnotherNameOrItsWorkingBeside_GivesAllOfIt(string text, string response) =>
        AssertReads(text, response, "no update");

    [TestCase("42", "42")]
    [TestCase("-1.50e3", "-1.50e3")]
    [TestCase("true", "true")]
    [TestCase("false", "false")]
    [TestCase("""["one", "two"]""", "one\ntwo")]
    [TestCase("""["one", 2]""", "[\n  \"one\",\n  2\n]")]
    [TestCase("""{"a": 1, "b": []}""", "{\n  \"a\": 1,\n  \"b\": []\n}")]
    [TestCase("[]", "[]")]
    public void Read_WhenTheResponseIsNoString_GivesItsText(string value, string expected) =>
        AssertReads($$"""{"immediate_response": {{value}}, "notebook": "n"}""", expected, "n");

    [TestCase(""" "{\"a\": 1}" """, "{\"a\": 1}")]
    [TestCase("""{"a": {"b": ["é😀", "\u0041\n"]}}""", "{\n  \"a\": {\n    \"b\": [\n      \"é😀\",\n      \"A\\n\"\n    ]\n  }\n}")]
    [TestCase("""{"text": "t"}""", "{\n  \"text\": \"t\"\n}")]
    [TestCase("""["a", "b"]""", "[\n  \"a\",\n  \"b\"\n]")]
    [TestCase("""{"immediate_response": "not this"}""", "{\n  \"immediate_response\": \"not this\"\n}")]
    [TestCase("7", "7")]
    public void Read_WhenTheNotebookIsJson_GivesItAsIndentedText(string value, string expected) =>
        AssertReads($$"""{"immediate_response": "r", "notebook": {{value}}}""", "r", expected);

    [TestCase("{\"immediate_response\": \"line1\nline2\t\u0001\r\n\", \"notebook\": \"a\nb\"}", "line1\nline2\t\u0001\r\n", "a\nb")]
    [TestCase("{\"immediate_response\": \"He said \"hi\", ok?\", \"notebook\": \"no update\"}", "He said \"hi\", ok?", "no update")]
    [TestCase(
        "{\"immediate_response\": \"ok\", \"notebook\": \"print(\"a\", \"b\")\nd = {\"x\": [1, \"y\"]}\n\"}",
        "ok",
        "print(\"a\", \"b\")\nd = {\"x\": [1, \"y\"]}\n")]
    [TestCase("{\"immediate_response\": \"ok\", \"notebook\": \"{\"name\": \"x\", \"age\": 5}\"}", "ok", "{\"name\": \"x\", \"age\": 5}")]
    [TestCase("{\"immediate_response\": \"ok\", \"notebook\": ```python\nprint(\"hi\")\n```}", "ok", "print(\"hi\")")]
    [TestCase("{\"immediate_response\": \"\"\"two\n\"lines\" \"\"\", \"notebook\": \"n\"}", "two\n\"lines\" ", "n")]
    [TestCase("{\"immediate_response\": \"\\(x^2\\) \\alpha\", \"notebook\": \"a\\\\b\",}", "\\(x^2\\) \\alpha", "a\\b")]
    [TestCase("{'immediate_response': 'it's \"fine\"', 'notebook': None}", "it's \"fine\"", "no update")]
    [TestCase("{\"immediate_response\": \"a\nb\", \"notebook\": {\"text\": \"t\"}}", "a\nb", "{\n  \"text\": \"t\"\n}")]
    public void Read_WhenTheObjectIsBroken_RepairsIt(string text, string response, string notebook) =>
        AssertReads(text, response, notebook);

    private static void AssertReads(string text, string response, string notebook)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo(response));
        Assert.That(answer?.Notebook, Is.EqualTo(notebook));
    }
}
