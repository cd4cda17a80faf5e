using Miner.Application.Answers;

namespace Miner.Application.Tests.Answers;

public sealed class AnswerReaderTests
{
    private const string Answer = """{"immediate_response": "The answer is 42.", "notebook": "no update"}""";

    [TestCase(Answer)]
    [TestCase("Sure!\n```json\n" + Answer + "\n```\nHope that helps")]
    [TestCase("```\n" + Answer + "\n```")]
    [TestCase("<think>Let me see {\"a\":1}</think>\n" + Answer)]
    [TestCase("[" + Answer + "]")]
    [TestCase("{\"a\":1}" + Answer + " and {\"b\": 2}")]
    public void Read_WhenTheObjectIsWrapped_FindsIt(string text)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.Output.ImmediateResponse, Is.EqualTo("The answer is 42."));
        Assert.That(answer?.Output.Notebook, Is.EqualTo("no update"));
    }
}
