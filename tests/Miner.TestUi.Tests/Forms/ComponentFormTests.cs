using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Miner.Client;
using Miner.TestUi.Forms;

namespace Miner.TestUi.Tests.Forms;

[TestFixture]
internal sealed class ComponentFormTests
{
    [Test]
    public void Read_OfCardsAndPastedLines_GivesThePreviousOutputsInTheirOrder()
    {
        var request = Read(
            ("task", ["Answer"]),
            ("query", ["one\r\ntwo"]),
            ("previous_component", ["refine", "complete"]),
            ("previous_text", ["by a component", "by hand"]),
            ("previous_notebook", ["x = 1\r\n", ""]),
            ("previous_task", ["Its own", ""]),
            ("previous_input", ["""[{"user_query":"its own"}]""", ""]),
            ("previous", ["pasted"]));

        var outputs = request.PreviousOutputs!.ToList();
        Assert.That(outputs.Select(output => output.Output.ImmediateResponse), Is.EqualTo(new[] { "by a component", "by hand", "pasted" }));
        Assert.That(outputs.Select(output => output.Component), Is.EqualTo(new[] { "refine", "complete", "complete" }));
        Assert.That(outputs.Select(output => output.Output.Notebook), Is.EqualTo(new[] { "x = 1\n", "no update", "no update" }));
        Assert.That(outputs.Select(output => output.Task), Is.EqualTo(new[] { "Its own", "Answer", "Answer" }));
        Assert.That(
            outputs.Select(output => output.Input.Single().UserQuery), Is.EqualTo(new[] { "its own", "one\ntwo", "one\ntwo" }));
    }

    [TestCase("{")]
    [TestCase("[{\"user_query\":1}]")]
    public void Read_OfAnInputThatIsNone_SaysSo(string input) => Assert.That(
        () => Read(("previous_text", ["a"]), ("previous_input", [input])),
        Throws.TypeOf<FormatException>());

    [TestCase(false, ExpectedResult = true)]
    [TestCase(true, ExpectedResult = false)]
    public bool? Read_OfWhatIsAskedSeveralTimes_LeavesTheConversationOut(bool isAlone) =>
        ComponentForm.Read(Form(("use_conversation_history", ["on"])), isAlone).UseConversationHistory;

    private static ComponentRequest Read(params (string Name, string[] Values)[] fields) =>
        ComponentForm.Read(Form(fields), isAlone: false);

    private static FormCollection Form(params (string Name, string[] Values)[] fields) =>
        new(fields.ToDictionary(field => field.Name, field => new StringValues(field.Values)));
}
