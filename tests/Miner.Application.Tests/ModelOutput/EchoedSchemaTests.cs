using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>A model that sends its instructions back has not answered.</summary>
public sealed class EchoedSchemaTests
{
    private static readonly string Schema = AnswerReader.Schema.Json;

    private static IEnumerable<string> Echoes() =>
    [
        Schema,
        $"```json\n{Schema}\n```",
        $"<think>So I send this.</think>\n{Schema}",
        Schema[..^20],
        """{"immediate_response": {"type": "string"}, "notebook": {"type": "string"}}""",
    ];

    [TestCaseSource(nameof(Echoes))]
    public void Read_WhenNothingFollowsTheSchema_FindsNoAnswer(string text) => Assert.That(AnswerReader.Read(text), Is.Null);

    [Test]
    public void Read_WhenProseFollowsTheSchema_GivesTheProse()
    {
        Assert.That(AnswerReader.Read($"{Schema}\nThe answer is 42.")?.ImmediateResponse, Is.EqualTo("The answer is 42."));
        Assert.That(
            AnswerReader.Read($"```json\n{Schema}\n```\nThe answer is 42.")?.ImmediateResponse,
            Is.EqualTo("The answer is 42."));
    }

    [Test]
    public void Read_WhenTheSchemaIsFilledIn_GivesItsValues()
    {
        const string text = """{"immediate_response": {"type": "string", "value": "42"}, "notebook": {"type": "string", "value": "n"}}""";

        Assert.That(AnswerReader.Read(text), Is.EqualTo(new Domain.Components.ComponentOutput("42", "n")));
    }

    [TestCase("""{"type": "object", "properties": {"name": {"type": "string"}}}""")]
    [TestCase("""{"properties": {"a": 1}}""")]
    public void Read_WhenAnotherSchemaIsTheAnswer_GivesIt(string text) =>
        Assert.That(AnswerReader.Read(text)?.ImmediateResponse, Is.EqualTo(text));
}
