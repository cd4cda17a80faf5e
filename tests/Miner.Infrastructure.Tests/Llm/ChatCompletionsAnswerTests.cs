using System.Text;
using System.Text.Json.Nodes;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What is made of an answer, whole, odd or hostile.</summary>
internal sealed class ChatCompletionsAnswerTests : ChatModelFixture
{
    [Test]
    public async Task CompleteAsync_WhenAnswered_GivesTextModelAndTokens()
    {
        Upstream.Respond = _ => StubAnswer.Content("hi\n", choices: 2);

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice("hi\n", ChoiceEnd.Complete) }));
        Assert.That(completion.Usage, Is.EqualTo(new ModelUsage("fake-model", 50, 20, TimeSpan.Zero, Samples: 1)));
    }

    [TestCase("length", ChoiceEnd.AtTokenLimit)]
    [TestCase("stop", ChoiceEnd.Complete)]
    [TestCase("content_filter", ChoiceEnd.BrokenOff)]
    public async Task CompleteAsync_WhenFinished_TellsWhyItEnds(string finishReason, ChoiceEnd end)
    {
        Upstream.Respond = _ => StubAnswer.Content("hi", finishReason);

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice("hi", end) }));
    }

    [TestCase("""{"choices":[{"finish_reason":"content_filter","message":{"content":""}}]}""")]
    [TestCase("""{"choices":[{"finish_reason":"content_filter","message":{"content":null}},{"message":{"content":" "}}]}""")]
    [TestCase("""{"choices":[],"prompt_filter_results":[{"content_filter_results":{"hate":{"filtered":true}}}]}""")]
    public async Task CompleteAsync_WhenAContentFilterLeavesNothing_SaysSo(string body)
    {
        Answer(body);

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.NoAnswer));
        Assert.That(failure.Message, Does.Contain("content filter"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenOneOfTwoChoicesFailed_GivesTheOther()
    {
        Answer("""
            {"choices":[{"finish_reason":"error","message":{"content":"half"}},
                        {"finish_reason":null,"error":{"code":502},"message":{"content":"of it"}},
                        {"finish_reason":"stop","message":{"content":"whole"}}]}
            """);

        var completion = await Model().CompleteAsync(Request() with { Samples = 3 }, CancellationToken.None);

        Assert.That(completion.Choices[0], Is.EqualTo(new ChatChoice("whole", ChoiceEnd.Complete)));
    }

    [TestCase("""[{"type":"text","text":"a"},{"type":"text","text":"b"}]""", "ab")]
    [TestCase("""[{"type":"thinking","text":"hm"},{"type":"text","text":"b"},null,7,{"type":"text"},{"type":"text","text":1}]""", "b")]
    [TestCase("""[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},{"type":"text","text":"b"},{"type":"thinking"}]""", "b")]
    [TestCase("""[{"type":"output_text","text":"a"},"b"]""", "ab")]
    [TestCase("""{"type":"text","text":"a"}""", "a")]
    [TestCase("""{"immediate_response":"a"}""", """{"immediate_response":"a"}""")]
    [TestCase("\"a \\ud800 b\"", "a \ufffd b")]
    [TestCase("\"\\udc00\\ud83d\\ude00\"", "\ufffd😀")]
    public async Task CompleteAsync_WhenContentIsUnusual_ReadsIt(string content, string text)
    {
        Answer($$$"""{"choices":[{"message":{"content":{{{content}}}}}]}""");

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices[0].Text, Is.EqualTo(text));
    }

    [TestCase("""{"total_tokens":7}""", 7)]
    [TestCase("""{"prompt_tokens":3,"completion_tokens":4}""", 7)]
    [TestCase("""{"completion_tokens":4,"total_tokens":"many"}""", 4)]
    [TestCase("""{"prompt_tokens":2147483647,"completion_tokens":2147483647}""", int.MaxValue)]
    [TestCase("""{"total_tokens":-1}""", 0)]
    [TestCase("""{"total_tokens":1e99}""", 0)]
    [TestCase("null", 0)]
    [TestCase("[]", 0)]
    public async Task CompleteAsync_WhateverTheUsage_CountsTokens(string usage, int tokens)
    {
        Answer($$$"""{"choices":[{"message":{"content":"hi"}}],"usage":{{{usage}}}}""");

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Tokens, Is.EqualTo(tokens));
    }

    [TestCase("\"m-2024\"", "m-2024")]
    [TestCase("null", "gpt-4o-mini")]
    [TestCase("\"\"", "gpt-4o-mini")]
    [TestCase("7", "gpt-4o-mini")]
    [TestCase("\"forged\\nline\"", "gpt-4o-mini")]
    [TestCase("\"org/Model-8B:free\"", "org/Model-8B:free")]
    [TestCase("\"/models/m.Q4\"", "gpt-4o-mini")]
    [TestCase("\"./m\"", "gpt-4o-mini")]
    [TestCase("\"~/m\"", "gpt-4o-mini")]
    [TestCase("\"C:/models/m\"", "gpt-4o-mini")]
    [TestCase("\"models\\\\m\"", "gpt-4o-mini")]
    [TestCase("\"m-Q4_K_M.GGUF\"", "gpt-4o-mini")]
    [TestCase("\"model.safetensors\"", "gpt-4o-mini")]
    public async Task CompleteAsync_WhateverTheModelName_GivesOneThatCanBeShown(string sent, string given)
    {
        Answer($$$"""{"model":{{{sent}}},"choices":[{"message":{"content":"hi"}}]}""");

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(given));
    }

    [TestCase("")]
    [TestCase("<html>not json")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("7")]
    [TestCase("""{"error":{"message":"sk-upstream"}}""")]
    [TestCase("""{"choices":null}""")]
    [TestCase("""{"choices":[]}""")]
    [TestCase("""{"choices":[{"message":{"content":"cut off""")]
    public Task CompleteAsync_WhenItIsNoCompletion_FailsWithoutTheUpstreamsWords(string body) =>
        FailsAsync(body, ChatModelFailure.Failed, requests: 3);

    [TestCase("""{"choices":[null]}""")]
    [TestCase("""{"choices":[{"message":null}]}""")]
    [TestCase("""{"choices":[{"message":{}}]}""")]
    [TestCase("""{"choices":[{"message":{"content":null,"reasoning_content":"hm"}}]}""")]
    [TestCase("""{"choices":[{"message":{"content":" \n"}}]}""")]
    [TestCase("""{"choices":[{"message":{"content":7}}]}""")]
    [TestCase("""{"choices":[{"message":{"content":{"b":1}}}]}""")]
    [TestCase("""{"choices":[{"message":{"content":{"type":"thinking","text":"hm"}}}]}""")]
    [TestCase("""{"choices":[{"message":"hm","text":7}]}""")]
    [TestCase("""{"choices":[{"message":{"content":[]}}]}""")]
    [TestCase("""{"choices":[{"message":{"content":null,"tool_calls":[]}}]}""")]
    [TestCase("""{"choices":[{"message":{"content":null,"tool_calls":[{"function":{"arguments":7}}]}}]}""")]
    public Task CompleteAsync_WhenTheModelSaysNothing_GivesOneBlankChoice(string body) => SaysAsync(body, "");

    [TestCase("""{"tool_calls":[{"type":"function","function":{"name":"f","arguments":"{\"a\": 1}"}}]}""")]
    [TestCase("""{"content":null,"tool_calls":[{"function":{"arguments":"{\"a\": 1}"}},{"function":{"arguments":"other"}}]}""")]
    [TestCase("""{"content":null,"reasoning_content":"So {\"a\": 1}"}""")]
    [TestCase("""{"content":" ","reasoning":"{\"a\": 1}"}""")]
    [TestCase("""{"content":"{\"a\": 1}","reasoning_content":"{\"a\": 2}"}""")]
    [TestCase("""{"content":"","tool_calls":[{"function":{"arguments":{"a": 1}}}]}""")]
    [TestCase("""{"content":{"a": 1}}""")]
    [TestCase("""{"content":null,"tool_calls":null,"function_call":{"name":"f","arguments":"{\"a\": 1}"}}""")]
    [TestCase("""{"content":"{\"a\": 1}","tool_calls":[{"function":{"arguments":"other"}}]}""")]
    public Task CompleteAsync_WhenTheAnswerIsNotTheContent_FindsItWhereThereIsNoContent(string message) =>
        SaysAsync($$"""{"choices":[{"finish_reason":"tool_calls","message":{{message}}}]}""", "{\"a\": 1}");

    [TestCase(""" "delta":{"content":"hi"} """)]
    [TestCase(""" "message":null,"delta":{"content":"hi"} """)]
    [TestCase(""" "text":"hi" """)]
    public Task CompleteAsync_WhenAChoiceHasNoMessage_ReadsWhatItHasInPlaceOfIt(string said) =>
        SaysAsync($$"""{"choices":[{"finish_reason":"stop",{{said}}}]}""", "hi");

    [TestCase("""{"path":"/"}""", "")]
    [TestCase("""{"notebook":"no update","immediate_response":"hi"}""", """{"notebook":"no update","immediate_response":"hi"}""")]
    [TestCase("""{"immediate_response":"cut of""", """{"immediate_response":"cut of""")]
    public async Task CompleteAsync_WhenAToolIsCalledThatNobodyOffered_TakesTheArgumentsOnlyWhereTheyAreTheAnswer(
        string arguments, string text)
    {
        Upstream.Respond = _ => StubAnswer.Calls(("remove", arguments));
        var schema = new AnswerSchema("output", """{"type":"object","required":["immediate_response","notebook"]}""");

        var completion = await Model().CompleteAsync(Request(schema: schema), CancellationToken.None);

        Assert.That(completion.Choices.Single().Text, Is.EqualTo(text));
    }

    [TestCase("""{"choices":[{"message":{"content":"hi","refusal":"I may not"}}]}""")]
    [TestCase("""{"choices":[{"message":{"content":null,"refusal":"I may not"}}, {"message":{"content":""}}]}""")]
    public Task CompleteAsync_WhenTheModelRefuses_FailsWithoutItsWords(string body) =>
        FailsAsync(body, ChatModelFailure.NoAnswer, requests: 1);

    [Test]
    public async Task CompleteAsync_WhenJsonIsNestedPastReason_Fails()
    {
        Answer(new string('[', 100_000));

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
    }

    [TestCase(@"""\ud83d\ude00""", @"""\ud83d\ude00""")]
    [TestCase(@"""\uD83D\uDE00""", @"""\uD83D\uDE00""")]
    [TestCase(@"""\ud83dx""", @"""\ufffdx""")]
    [TestCase(@"""\ude00\ud83d""", @"""\ufffd\ufffd""")]
    [TestCase(@"""\ud83d\ud83d\ude00""", @"""\ufffd\ud83d\ude00""")]
    [TestCase(@"""\ud83d\u0041""", @"""\ufffd\u0041""")]
    [TestCase(@"""\\ud83d""", @"""\\ud83d""")]
    [TestCase(@"""\\\ud83d""", @"""\\\ufffd""")]
    [TestCase(@"""\ud83d\n\""""", @"""\ufffd\n\""""")]
    [TestCase(@"""\ud8", @"""\ud8")]
    [TestCase(@"""\uzzzz\", @"""\uzzzz\")]
    [TestCase(@"\ud83d\ude0", @"\ufffd\ude0")]
    public void Repair_OfEscapes_ReplacesLoneSurrogatesOnly(string json, string repaired) =>
        Assert.That(Encoding.UTF8.GetString(UpstreamJson.Repair(Encoding.UTF8.GetBytes(json))), Is.EqualTo(repaired));

    [Test]
    public void Repair_OfInvalidUtf8_ReplacesIt() =>
        Assert.That(
            JsonNode.Parse(UpstreamJson.Repair([(byte)'"', 0xC3, (byte)'a', 0xED, 0xA0, 0x80, (byte)'"']))!.GetValue<string>(),
            Does.Match("^\ufffda\ufffd+$"));

    private void Answer(string body) => Upstream.Respond = _ => new StubAnswer { Body = body };

    private async Task SaysAsync(string body, string expected)
    {
        Answer(body);

        var asked = new AnswerSchema("asked", """{"type":"object","required":["a"]}""");
        var completion = await Model().CompleteAsync(Request(schema: asked), CancellationToken.None);

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice(expected, ChoiceEnd.Complete) }));
    }

    private async Task FailsAsync(string body, ChatModelFailure expected, int requests)
    {
        Answer(body);

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(expected));
        Assert.That(failure.InnerException, Is.Null);
        Assert.That(failure.Message, Does.Not.Contain("sk-").And.Not.Contain("html").And.Not.Contain("I may not"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(requests));
    }
}
