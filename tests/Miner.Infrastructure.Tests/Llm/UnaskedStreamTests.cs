using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>Server-sent events in place of the completion in one piece that was asked for.</summary>
internal sealed class UnaskedStreamTests : ChatModelFixture
{
    private const string Comments = ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n";

    private static readonly string Whole = StubAnswer.Content("hi").Body;

    private static readonly string[] Deltas =
    [
        """{"model":"m-1","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}""",
        """{"model":"m-1","choices":[{"index":1,"delta":{"content":"Good "}},{"index":0,"delta":{"content":"h"},"finish_reason":""}]}""",
        """{"model":"m-1","choices":[],"usage":null}""",
        """{"choices":[{"index":0,"delta":{"content":"i"}},{"index":1,"delta":{"content":[{"type":"text","text":"bye"}]}}]}""",
        """{"model":"m-1","choices":[{"index":1,"delta":{},"finish_reason":"length"}],"usage":{"total_tokens":1}}""",
        """{"model":"m-1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""",
        """{"model":"m-1","choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}}""",
        "[DONE]",
    ];

    private static IEnumerable<string> WholeOnes() =>
    [
        $"{Comments}{Whole}",
        $"\r\n{Comments.ReplaceLineEndings("\r\n")}{Whole}\r\n",
        $"data: {Whole}",
        $"{Comments}data: {Whole}\n\ndata: [DONE] \n\n",
        $"event: message\r\nid: 1\r\ndata: {Whole}\r\n\r\n",
    ];

    [TestCaseSource(nameof(WholeOnes))]
    public async Task CompleteAsync_WhenItIsOneEvent_ReadsIt(string body)
    {
        var completion = await CompleteAsync(body);

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice("hi", ChoiceEnd.Complete) }));
        Assert.That(completion.Usage, Is.EqualTo(new ModelUsage("fake-model", 50, 20, TimeSpan.Zero, Samples: 1)));
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    public async Task CompleteAsync_WhenItIsAStream_JoinsEachChoice(string newLine)
    {
        var body = string.Concat(Deltas.Select(part => $": keep-alive{newLine}data: {part}{newLine}{newLine}"));

        var completion = await CompleteAsync(body, samples: 2);

        Assert.That(
            completion.Choices,
            Is.EqualTo(new[] { new ChatChoice("hi", ChoiceEnd.Complete), new ChatChoice("Good bye", ChoiceEnd.AtTokenLimit) }));
        Assert.That(completion.Usage, Is.EqualTo(new ModelUsage("m-1", 3, 4, TimeSpan.Zero, Samples: 2)));
    }

    [Test]
    public async Task CompleteAsync_WhenTheAnswerIsStreamedAsACall_JoinsItsArguments() => Assert.That(
        (await CompleteAsync(Stream(
            """{"tool_calls":[{"index":0,"id":"1","function":{"name":"f","arguments":"{\"a\""}}]}""",
            """{"tool_calls":[{"index":1,"id":"2","function":{"name":"f","arguments":"other"}}]}""",
            """{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]}"""))).Choices[0].Text,
        Is.EqualTo("{\"a\":1}"));

    [Test]
    public async Task CompleteAsync_WhenPartsOfACallHaveItsIdAndNoIndex_JoinsThem() => Assert.That(
        (await CompleteAsync(Stream(
            """{"tool_calls":[{"id":"1","function":{"name":"f","arguments":"{\"a\""}}]}""",
            """{"tool_calls":[{"id":"1","function":{"arguments":":"}}]}""",
            """{"tool_calls":[{"function":{"arguments":"1}"}}]}""",
            """{"tool_calls":[{"id":"2","function":{"name":"f","arguments":"other"}}]}"""))).Choices[0].Text,
        Is.EqualTo("{\"a\":1}"));

    [Test]
    public async Task CompleteAsync_WhenTheAnswerIsStreamedAsThoughts_FindsIt() => Assert.That(
        (await CompleteAsync(
            Stream("""{"content":null,"reasoning_content":"{\"a\""}""", """{"reasoning_content":":\"b\"}"}"""))).Choices[0].Text,
        Is.EqualTo("{\"a\":\"b\"}"));

    [TestCase("""{"content":"a\ud83d"}""", """{"content":"\uDE00b"}""", "a\U0001F600b")]
    [TestCase("""{"content":"\ud83d"}""", """{"content":[{"type":"text","text":"\ude00"}]}""", "\U0001F600")]
    [TestCase("""{"content":"\ud83d"}""", """{"content":"x"}""", "\ufffdx")]
    [TestCase("""{"content":"x\ude00"}""", """{"content":"\ud83d"}""", "x\ufffd\ufffd")]
    [TestCase("""{"content":"\\"}""", """{"content":"ud83d"}""", "\\ud83d")]
    [TestCase("""{"content":"\""}""", """{"content":"\n"}""", "\"\n")]
    [TestCase("""{"reasoning":"{\"a\":\"\ud83d"}""", """{"reasoning":"\ude00b\"}"}""", "{\"a\":\"\U0001F600b\"}")]
    [TestCase(
        """{"tool_calls":[{"function":{"arguments":"{\"a\":\"\ud83d"}}]}""",
        """{"tool_calls":[{"function":{"arguments":"\ude00\"}"}}]}""",
        "{\"a\":\"\U0001F600\"}")]
    public async Task CompleteAsync_WhenAPartEndsInTheMiddleOfACharacter_JoinsItsHalves(string first, string second, string text) =>
        Assert.That((await CompleteAsync(Stream(first, second))).Choices[0].Text, Is.EqualTo(text));

    [Test]
    public async Task CompleteAsync_WhenBytesOfOneCharacterComeInTwoEvents_JoinsThem()
    {
        byte[] body =
        [
            .. "data: {\"choices\":[{\"delta\":{\"content\":\""u8, 0xC3, .. "\"}}]}\n\n"u8,
            .. "data: {\"choices\":[{\"delta\":{\"content\":\""u8, 0xA9, .. "\"},\"finish_reason\":\"stop\"}]}\n\n"u8,
        ];
        Upstream.Respond = _ => new StubAnswer { Bytes = body, ContentType = "text/event-stream" };

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices[0].Text, Is.EqualTo("é"));
    }

    [Test]
    public async Task CompleteAsync_WhenEachEventRepeatsTheWholeMessage_TakesTheLast() => Assert.That(
        (await CompleteAsync(
            """
            data: {"choices":[{"index":0,"message":{"content":"h"}}]}

            data: {"choices":[{"index":0,"message":{"content":"hi"},"finish_reason":"stop"}]}
            """)).Choices,
        Is.EqualTo(new[] { new ChatChoice("hi", ChoiceEnd.Complete) }));

    [Test]
    public async Task CompleteAsync_WhenTheModelStoppedForNoReason_IsBrokenOff() => Assert.That(
        (await CompleteAsync("data: {\"choices\":[{\"delta\":{\"content\":\"hi\"}}]}\n\ndata: [DONE]")).Choices,
        Is.EqualTo(new[] { new ChatChoice("hi", ChoiceEnd.BrokenOff) }));

    [TestCase("data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\n\n")]
    [TestCase("data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"cont")]
    [TestCase("data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\n\ndata: {\"error\":{\"code\":502,\"message\":\"sk-upstream\"}}")]
    [TestCase("data: {\"choices\":[{\"index\":-1,\"delta\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]")]
    [TestCase("data: {\"choices\":[{\"index\":2000000000,\"delta\":{\"content\":\"x\"}}]}\n\ndata: [DONE]")]
    [TestCase("data: {\"choices\":[{\"delta\":{\"content\":[{\"type\":\"\\ud83d\",\"text\":\"sk-\"}]}}]}\n\ndata: [DONE]")]
    [TestCase("data: {\"choices\":[{\"delta\":{\"\\ud83d\":\"sk-\"}}],\"\\ude00\":1}\n\n")]
    [TestCase("data: [DONE]\n\n")]
    [TestCase(Comments)]
    public async Task CompleteAsync_WhenTheStreamIsNoCompletion_Fails(string body)
    {
        Upstream.Respond = _ => new StubAnswer { Body = body, ContentType = "text/event-stream" };

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
        Assert.That(failure.Message, Does.Not.Contain("sk-"));
    }

    private static string Stream(params string[] deltas) =>
        string.Concat(deltas.Select(delta => $$"""data: {"choices":[{"index":0,"delta":{{delta}}}]}""" + "\n\n"))
        + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";

    private Task<ChatCompletion> CompleteAsync(string body, int samples = 1)
    {
        Upstream.Respond = _ => new StubAnswer { Body = body, ContentType = "text/event-stream" };
        var asked = new AnswerSchema("canvas", """{"type":"object","required":["a"]}""");
        return Model().CompleteAsync(Request(schema: asked) with { Samples = samples }, CancellationToken.None);
    }
}
