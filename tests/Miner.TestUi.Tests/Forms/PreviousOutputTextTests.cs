using Miner.Client;
using Miner.TestUi.Forms;

namespace Miner.TestUi.Tests.Forms;

/// <summary>Previous outputs that somebody pasted: JSON, plain lines, or both.</summary>
[TestFixture]
internal sealed class PreviousOutputTextTests
{
    private const string One =
        """{"task":"t1","input":[{"user_query":"q1"}],"output":{"immediate_response":"r1","notebook":"n1"},"component":"refine"}""";

    private const string Other = """
        {
          "task": "t2", "input": [],
          "output": {"immediate_response": "r2 {", "notebook": "no update"},
          "component": "other"
        }
        """;

    [TestCase("", "")]
    [TestCase("\n  \n", "")]
    [TestCase("It is 4.", "It is 4.")]
    [TestCase("It is 4.\n\n  It is 5.  ", "It is 4.|It is 5.")]
    [TestCase(One, "r1")]
    [TestCase(One + "," + "\n" + Other, "r1|r2 {")]
    [TestCase("first\n" + Other + "\nlast", "first|r2 {|last")]
    [TestCase("  " + One + " ,\t\n", "r1")]
    [TestCase("[" + One + "," + Other + "]", "r1|r2 {")]
    [TestCase(" \n[]", "")]
    [TestCase("été [1]", "été [1]")]
    public void Read_OfLinesAndJson_GivesOneForEach(string text, string responses) => Assert.That(
        string.Join('|', Read(text).Select(output => output.Output.ImmediateResponse)), Is.EqualTo(responses));

    [Test]
    public void Read_OfALine_AnswersTheRequest()
    {
        var output = Read("It is 4.").Single();

        Assert.That(
            (output.Task, output.Input.Single().UserQuery, output.Output.Notebook, output.Component),
            Is.EqualTo(("task", "query", "no update", "complete")));
    }

    [Test]
    public void Read_OfJson_TakesAllOfIt()
    {
        var output = Read(One).Single();

        Assert.That(
            (output.Task, output.Input.Single().UserQuery, output.Output.Notebook, output.Component),
            Is.EqualTo(("t1", "q1", "n1", "refine")));
    }

    [TestCase("[1", "line 1")]
    [TestCase("[\n\n{\"task\": 1}]", "line 3, $[0].task")]
    [TestCase("a\nb\n{\"task\": \"t\"}", "line 3")]
    [TestCase(Other + "\n{\"task\": true}", "line 6, $.task")]
    [TestCase(One + " and more", "line 1")]
    [TestCase(One + One, "line 1")]
    [TestCase("{", "line 1")]
    [TestCase("[{}]", "line 1")]
    public void Read_OfWhatIsNone_NamesTheLine(string text, string place) => Assert.That(
        () => Read(text),
        Throws.TypeOf<FormatException>().With.Message.StartsWith($"This is not JSON of previous outputs: {place}"));

    private static List<PreviousOutputItem> Read(string text) =>
        PreviousOutputText.Read(text, "task", [new QueryItem { UserQuery = "query" }]);
}
