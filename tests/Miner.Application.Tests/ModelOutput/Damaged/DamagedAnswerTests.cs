using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput.Damaged;

/// <summary>JSON that is damaged around the names of the two fields loses neither of them.</summary>
public sealed class DamagedAnswerTests
{
    private const string Notes = "# Title\n\nText, and more.";

    [TestCase("""{"immediate_response": "x"}, "notebook": "code"}""")]
    [TestCase("""{"immediate_response": "x"} "notebook": "code"}""")]
    [TestCase("""{"immediate_response": "x"}, notebook: "code"}""")]
    [TestCase("""{'immediate_response': 'x'}, 'notebook': 'code'}""")]
    [TestCase("""{"notebook": "code"}, "immediate_response": "x"}""")]
    [TestCase("""{"immediate_response": "x","notebook": "code"}]},{"immediate_response": "y"}]}""")]
    [TestCase("""{'immediate_response': 'x','notebook': 'code'}]},{'immediate_response': 'y'}]}""")]
    [TestCase("""{"immediate_response": "x", "notebook": "code"}},{"a": 1}]}""")]
    [TestCase(""" "immediate_response": "x"}, "notebook": "code"}""")]
    public void Read_WhenTheObjectIsClosedTooEarlyOrTooOften_FindsBothFields(string text) => AssertReads(text, "x", "code");

    [TestCase("""{"immediate_response": "x, notebook: "code"}""")]
    [TestCase("""{"immediate_response": "x, notebook": "code"}""")]
    [TestCase("""{"immediate_response": "x", notebook: "code"}""")]
    [TestCase("""{"immediate_response" "x" "notebook" "code"}""")]
    [TestCase("""{immediate_response "x", notebook "code"}""")]
    [TestCase("""{"immediate_response "x", "notebook "code"}""")]
    [TestCase("""{""immediate_response"" "x", ""notebook"" "code"}""")]
    [TestCase("""{"immediate_response" x, "notebook" code}""")]
    [TestCase("""{immediate_response: "x" notebook: "code"}""")]
    [TestCase("""{\"immediate_response\": \"x\", "notebook": "code"}""")]
    [TestCase("""{&quot;immediate_response&quot;: &quot;x&quot;, &quot;notebook&quot;: &quot;code&quot;}""")]
    [TestCase("""{&#34;immediate_response&#34;: &#34;x&#34;, &#34;notebook&#34;: &#34;code&#34;}""")]
    [TestCase("""&#123;&quot;immediate_response&quot;: &quot;x&quot;, &quot;notebook&quot;: &quot;code&quot;&#125;""")]
    public void Read_WhenAQuoteIsMissingOrAnother_FindsBothFields(string text) => AssertReads(text, "x", "code");

    [TestCase("""{, "immediate_response": "x", "notebook": "code"}""")]
    [TestCase(""", {"immediate_response": "x", "notebook": "code"}""")]
    [TestCase("""{, immediate_response: "x", notebook: "code"}""")]
    [TestCase("{// the answer\n\"immediate_response\": \"x\", \"notebook\": \"code\"}")]
    [TestCase("{ /* the answer */ \"immediate_response\": \"x\", \"notebook\": \"code\"}")]
    [TestCase("{ # the answer: \"a\"\n\"immediate_response\": \"x\", \"notebook\": \"code\"}")]
    [TestCase("# the answer\n{\"immediate_response\": \"x\", \"notebook\": \"code\",}")]
    [TestCase("{\"immediate_response\": \"x\", # said\n \"notebook\": \"code\" # kept\n}")]
    public void Read_WhenACommaOrCommentStandsWhereNoneMay_FindsBothFields(string text) => AssertReads(text, "x", "code");

    [TestCase("{\"immediate_\nresponse\": \"x\", \"notebook\": \"code\"}")]
    [TestCase("{\"immediate_response\n\": \"x\", \"notebook\n\": \"code\"}")]
    [TestCase("{\"\nimmediate_response\": \"x\", \"\nnotebook\": \"code\"}")]
    [TestCase("{\"immed\niate_response\": \"x\", \"noteb\r\nook\": \"code\"}")]
    [TestCase("{\"immediate\nresponse\": \"x\", \"note\nbook\": \"code\"}")]
    [TestCase("""{"immediate_\nresponse": "x", "notebook": "code"}""")]
    public void Read_WhenALineBreakStandsInAName_FindsBothFields(string text) => AssertReads(text, "x", "code");

    [TestCase("\"notebook: \"")]
    [TestCase("notebook\": \"")]
    [TestCase("\"notebook\": ")]
    [TestCase("\"notebook\": '")]
    [TestCase("\"notebook\"\" : \"")]
    [TestCase("\"notebook\": “")]
    [TestCase("\"notebook\" \"")]
    [TestCase("'notebook\": \"")]
    [TestCase("\"notebook\": \"\"")]
    public void Read_WhenTheQuotesBeforeAHashAreDamaged_KeepsTheNotebook(string name) =>
        AssertReads($"{{\"immediate_response\": \"x\", {name}# Title\\n\\nText, and more.\"}}", "x", Notes);

    [TestCase("""{immediate_response: Hello, my friend, how are you, notebook: no update}""", "Hello, my friend, how are you", "no update")]
    [TestCase("""{"immediate_response": Hello, my friend?, "notebook": "code"}""", "Hello, my friend?", "code")]
    [TestCase("""{"immediate_response": Hello, my friend}""", "Hello, my friend", "no update")]
    [TestCase("""{"immediate_response": x, "notebook": a, b, c}""", "x", "a, b, c")]
    [TestCase("""{"immediate_response": "Hello, you, notebook: "code, more"}""", "Hello, you", "code, more")]
    [TestCase("""{immediate_response: Hello, confidence: 0.9, notebook: code}""", "Hello", "code")]
    [TestCase("""{"immediate_response": "x", "confidence": 0.9, "notebook": "code"}""", "x", "code")]
    [TestCase("""{'immediate_response': 'x', 'confidence': 0.9, 'notebook': 'code', 'more': [1,2]}""", "x", "code")]
    [TestCase("""{"immediate_response": "x", "notebook": null,}""", "x", "no update")]
    public void Read_WhenAValueHasNoQuotes_KeepsItsCommas(string text, string response, string notebook) =>
        AssertReads(text, response, notebook);

    [TestCase("The screen is 72", "5'8")]
    [TestCase("It is 8.5", "It is 72")]
    [TestCase("6' 2\" and 72", "5'11")]
    public void Read_WhenAValueEndsInInches_KeepsTheirMark(string response, string notebook) =>
        AssertReads($"{{\"immediate_response\": \"{response}\"\", \"notebook\": \"{notebook}\"\"}}", response + "\"", notebook + "\"");

    [TestCase("{\"a\": 1, # one\n \"b\": 2}")]
    [TestCase("{# one\n\"a\": 1, \"b\": 2}")]
    [TestCase("{\"a\": 1, #one\n \"b\": 2 # it's two\n}")]
    public void Read_WhenTheNotebooksObjectHoldsComments_DropsThem(string notebook) =>
        AssertReads($"{{\"immediate_response\": \"x\", \"notebook\": {notebook}}}", "x", "{\n  \"a\": 1,\n  \"b\": 2\n}");

    [TestCase("immediate_response: |\n  Hello\n  World\nnotebook: |\n  def f():\n      return 1\n")]
    [TestCase("```yaml\nimmediate_response: |\n  Hello\n  World\nnotebook: |\n  def f():\n      return 1\n```")]
    [TestCase("---\nimmediate_response: |-\n  Hello\n  World\nnotebook: |-\n  def f():\n      return 1\n...")]
    [TestCase("immediate_response: \"Hello\\nWorld\"\nnotebook: |\n  def f():\n      return 1\n")]
    [TestCase("{\"immediate_response\": |\n  Hello\n  World\n, \"notebook\": |\n  def f():\n      return 1\n}")]
    public void Read_WhenTheFieldsAreYaml_ReadsTheirBlocks(string text) => AssertReads(text, "Hello\nWorld", "def f():\n    return 1");

    [Test]
    public void Read_WhenAYamlBlockIsFolded_JoinsItsLines() =>
        AssertReads("immediate_response: >\n  Hello\n  World\n\n  again\nnotebook: no update", "Hello World\nagain", "no update");

    [TestCase("""{"immediate_response": [[[[""")]
    [TestCase("""{"immediate_response": {""")]
    [TestCase("""{"immediate_response" : }""")]
    public void Read_WhenNothingStandsBetweenTheBrackets_GivesNull(string text) => Assert.That(AnswerReader.Read(text), Is.Null);

    [Test]
    public void Read_WhenNestingIsTooDeepToRead_GivesTheTextInside()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 600));

        AssertReads($"{{\"immediate_response\": {deep}\"deep text\"", "deep text", "no update");
    }

    [TestCase("""{"immediate_response": "a &quot;b&quot; &lt;", "notebook": "n"}""", "a &quot;b&quot; &lt;", "n")]
    [TestCase("""{"immediate_response": "Use {'notebook': 'a'}, please", "notebook": "n"}""", "Use {'notebook': 'a'}, please", "n")]
    [TestCase("""{"immediate_response": "Use {'a': {}}, 'notebook': 1"}""", "Use {'a': {}}, 'notebook': 1", "no update")]
    [TestCase("""{"immediate_response": "x", "notebook": "print(\"notebook\": 1)"}""", "x", "print(\"notebook\": 1)")]
    [TestCase("""{"immediate_response": "Say "yes", then go", "notebook": "n"}""", "Say \"yes\", then go", "n")]
    [TestCase("""{"immediate_response": ""Yes" is it", "notebook": "n"}""", "\"Yes\" is it", "n")]
    [TestCase("Set {a}, \"immediate_response\" next", "Set {a}, \"immediate_response\" next", "no update")]
    public void Read_WhenTheNamesStandInTheTexts_LeavesThemThere(string text, string response, string notebook) =>
        AssertReads(text, response, notebook);

    private static void AssertReads(string text, string response, string notebook)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo(response));
        Assert.That(answer?.Notebook, Is.EqualTo(notebook));
        Assert.That(answer?.Truncated, Is.False);
    }
}
