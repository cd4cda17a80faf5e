using System.Text;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Tests.Llm;

internal sealed class MessagesAnswerTests
{
    private static readonly TimeSpan Elapsed = TimeSpan.FromSeconds(2);
    private static readonly AnswerSchema Schema = new("asked", """{"type":"object","required":["a"]}""");

    [Test]
    public void Read_OfAMessage_GivesTextModelAndTokens()
    {
        var completion = Read("""
            {"id":"msg_1","type":"message","role":"assistant","model":"claude-x","stop_reason":"end_turn","stop_sequence":null,
             "content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"text","text":"Good "},{"type":"text","text":"day."}],
             "usage":{"input_tokens":3,"cache_creation_input_tokens":20,"cache_read_input_tokens":100,"output_tokens":7}}
            """);

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice("Good day.", ChoiceEnd.Complete) }));
        Assert.That(completion.Usage, Is.EqualTo(new ModelUsage("claude-x", 123, 7, Elapsed, Samples: 1)));
    }

    [TestCase("""[{"type":"tool_use","id":"t","name":"f","input":{"a": 1}}]""", "{\"a\": 1}")]
    [TestCase("""[{"type":"text","text":"So:"},{"type":"tool_use","input":{"a": 1}},{"type":"tool_use","input":{"a": 2}}]""", "{\"a\": 1}")]
    [TestCase("""[{"type":"tool_use","input":{}},{"type":"text","text":"hi"}]""", "hi")]
    [TestCase("""[{"type":"tool_use","input":{"path":"/"}},{"type":"text","text":"hi"}]""", "hi")]
    [TestCase("""[{"type":"tool_use","input":{"path":"/"}},{"type":"tool_use","input":{"a": 2}}]""", "{\"a\": 2}")]
    [TestCase("""[{"type":"redacted_thinking","data":"x"},null,7,{"type":"text"},{"type":"text","text":"hi"}]""", "hi")]
    public void Read_OfBlocks_GivesTheToolsArgumentsElseTheText(string content, string text) =>
        Assert.That(Choice(content, "end_turn"), Is.EqualTo(new ChatChoice(text, ChoiceEnd.Complete)));

    [TestCase("end_turn", ChoiceEnd.Complete)]
    [TestCase("stop_sequence", ChoiceEnd.Complete)]
    [TestCase("tool_use", ChoiceEnd.Complete)]
    [TestCase("max_tokens", ChoiceEnd.AtTokenLimit)]
    [TestCase("refusal", ChoiceEnd.BrokenOff)]
    [TestCase("model_context_window_exceeded", ChoiceEnd.BrokenOff)]
    [TestCase("pause_turn", ChoiceEnd.BrokenOff)]
    public void Read_OfAStopReason_TellsWhyItEnds(string reason, ChoiceEnd end) =>
        Assert.That(Choice("""[{"type":"text","text":"hi"}]""", reason), Is.EqualTo(new ChatChoice("hi", end)));

    [TestCase("[]", "end_turn", ChoiceEnd.Complete)]
    [TestCase("""[{"type":"thinking","thinking":"hm"}]""", "pause_turn", ChoiceEnd.Complete)]
    [TestCase("""[{"type":"tool_use","input":{}}]""", "max_tokens", ChoiceEnd.AtTokenLimit)]
    public void Read_WhenNothingIsSaid_GivesABlankChoice(string content, string reason, ChoiceEnd end) =>
        Assert.That(Choice(content, reason), Is.EqualTo(new ChatChoice("", end)));

    [Test]
    public void Read_WhenNothingIsLeftOfARefusal_NamesTheFilter()
    {
        var failure = Assert.Throws<UpstreamException>(() => Choice("[]", "refusal"));

        Assert.That(failure.Scope, Is.EqualTo(FailureScope.ContentFilter));
        Assert.That(failure.Message, Does.Contain("content filter"));
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"content":"text"}""")]
    [TestCase("""{"type":"error","error":{"type":"api_error","message":"sk-ant"}}""")]
    public void Read_OfNoMessage_FailsWithoutItsWords(string body)
    {
        var failure = Assert.Throws<UpstreamException>(() => Read(body));

        Assert.That(failure.Failure, Is.EqualTo(UpstreamFailure.Failed));
        Assert.That(failure.Message, Does.Not.Contain("sk-"));
    }

    [TestCase("null", 0, 0)]
    [TestCase("""{"input_tokens":-1,"output_tokens":"7"}""", 0, 0)]
    [TestCase("""{"input_tokens":2147483647,"cache_read_input_tokens":2147483647,"output_tokens":2147483647}""", int.MaxValue, 0)]
    public void Read_WhateverTheUsage_CountsTokens(string usage, int prompt, int completion)
    {
        var read = Read($$"""{"content":[{"type":"text","text":"\ud800"}],"model":"/models/m","usage":{{usage}}}""");

        Assert.That(read.Usage, Is.EqualTo(new ModelUsage("claude", prompt, completion, Elapsed, Samples: 1)));
        Assert.That(read.Choices[0].Text, Is.EqualTo("\ufffd"));
    }

    private static ChatChoice Choice(string content, string reason) =>
        Read($$"""{"content":{{content}},"stop_reason":"{{reason}}"}""", Schema).Choices.Single();

    private static ChatCompletion Read(string body, AnswerSchema? schema = null)
    {
        using var reply = MessagesAnswer.Parse(Encoding.UTF8.GetBytes(body));
        return MessagesAnswer.Read(reply.RootElement, "claude", schema, Elapsed);
    }
}
