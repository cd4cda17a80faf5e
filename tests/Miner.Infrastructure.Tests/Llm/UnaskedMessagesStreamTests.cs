using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>Server-sent events of the Messages API in place of the message in one piece that was asked for.</summary>
internal sealed class UnaskedMessagesStreamTests : ChatModelFixture
{
    private const string Start =
        """
        {"type":"message_start","message":{"id":"msg_1","type":"message","model":"claude-x","content":[],"stop_reason":null,
        "usage":{"input_tokens":3,"cache_read_input_tokens":20,"output_tokens":1}}}
        """;

    private const string TextBlock = """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""";
    private const string BlockEnd = """{"type":"content_block_stop","index":0}""";
    private const string End = """{"type":"message_stop"}""";

    private const string Whole =
        """{"type":"message","model":"claude-x","content":[{"type":"text","text":"hi"}],"stop_reason":"end_turn"}""";

    [TestCase("\n")]
    [TestCase("\r\n")]
    public async Task CompleteAsync_WhenItIsAStream_JoinsItsTexts(string newLine)
    {
        var completion = await CompleteAsync(string.Join(
            newLine,
            Named(
                Start,
                """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"s"}}""",
                BlockEnd,
                """{"type":"ping"}""",
                """{"type":"content_block_start","index":1,"content_block":{"type":"text","text":"G"}}""",
                """{"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}""",
                """{"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"day\ud83d"}}""",
                """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"ood "}}""",
                """{"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"\ude00"}}""",
                Stop("end_turn", outputTokens: 7),
                End).Split('\n')));

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice("Good day\U0001F600", ChoiceEnd.Complete) }));
        Assert.That(completion.Usage, Is.EqualTo(new ModelUsage("claude-x", 23, 7, TimeSpan.Zero, Samples: 1)));
    }

    [TestCase("end_turn", "\\\"}", "{\"a\": \"b\"}", ChoiceEnd.Complete)]
    [TestCase("max_tokens", "", "{\"a\": \"b", ChoiceEnd.AtTokenLimit)]
    public async Task CompleteAsync_WhenTheToolIsCalled_JoinsItsInput(string reason, string last, string input, ChoiceEnd end)
    {
        var completion = await CompleteAsync(Named(
            Start,
            """{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"canvas","input":{}}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":""}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"a\": \"b"}}""",
            $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{{{last}}}"}}""",
            BlockEnd,
            Stop(reason)));

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice(input, end) }));
    }

    [Test]
    public async Task CompleteAsync_WhenABlockBeginsWithAllOfItsInput_TakesIt() => Assert.That(
        (await CompleteAsync(Named(
            Start,
            """{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","input":{"a":"\ud83d\ude00"}}}""",
            Stop("tool_use")))).Choices,
        Is.EqualTo(new[] { new ChatChoice("""{"a":"\ud83d\ude00"}""", ChoiceEnd.Complete) }));

    [TestCase($": ping\n\ndata: {Whole}\n\n")]
    [TestCase($"event: message\ndata: {Whole}")]
    [TestCase($": ping\n\n{Whole}")]
    [TestCase($"data: {Whole}\n\ndata: [DONE]\n\n")]
    public async Task CompleteAsync_WhenItIsOneEvent_ReadsIt(string body) =>
        Assert.That((await CompleteAsync(body)).Choices, Is.EqualTo(new[] { new ChatChoice("hi", ChoiceEnd.Complete) }));

    [TestCase("overloaded_error", ChatModelFailure.Overloaded)]
    [TestCase("api_error", ChatModelFailure.Failed)]
    public async Task CompleteAsync_WhenItFailsInTheMiddle_FailsAsTheErrorSays(string type, ChatModelFailure expected)
    {
        var error = $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"sk-ant"}}""";
        Respond(Named(Start, TextBlock, """{"type":"content_block_delta","index":0,"delta":{"text":"half"}}""", error));

        var failure = await FailureOfAsync(Model(Options(ChatModelProvider.Anthropic)).CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(expected));
        Assert.That(failure.Message, Does.Not.Contain("sk-"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(3));
    }

    [TestCase("""{"type":"content_block_delta","index":0,"delta":{"text":"half"}}""")]
    [TestCase("""{"type":"content_block_delta","index":0,"delta":{"text":"hal""")]
    [TestCase("""{"type":"\ud83d"}""")]
    [TestCase("7")]
    public async Task CompleteAsync_WhenTheStreamIsCut_Fails(string last)
    {
        Respond(Named(Start, TextBlock, last));

        var failure = await FailureOfAsync(Model(Options(ChatModelProvider.Anthropic)).CompleteAsync(Request(), CancellationToken.None));

        Assert.That((failure.Failure, Upstream.Requests.Count), Is.EqualTo((ChatModelFailure.Failed, 3)));
    }

    [TestCase("""{"type":"content_block_delta","index":-1,"delta":{"text":"x"}}""")]
    [TestCase("""{"type":"content_block_delta","index":2000000000,"delta":{"text":"x"}}""")]
    [TestCase("""{"type":"content_block_delta","index":"0","delta":{"text":"x"}}""")]
    [TestCase("""{"type":"content_block_delta","index":0,"delta":7}""")]
    [TestCase("""{"type":"content_block_delta","index":0,"delta":{"text":{"x":"x"}}}""")]
    [TestCase("""{"type":"content_block_start","index":1,"content_block":"x"}""")]
    public async Task CompleteAsync_WhenAnEventIsOfNoUse_ReadsTheOthers(string useless) => Assert.That(
        (await CompleteAsync(Named(
            Start,
            TextBlock,
            useless,
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"hi"}}""",
            Stop("end_turn")))).Choices,
        Is.EqualTo(new[] { new ChatChoice("hi", ChoiceEnd.Complete) }));

    private static string Stop(string reason, int outputTokens = 1) =>
        $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{reason}}}"},"usage":{"output_tokens":{{{outputTokens}}}}}""";

    private static string Named(params string[] events) =>
        string.Concat(events.Select(data => $"event: any\ndata: {data.ReplaceLineEndings("")}\n\n"));

    private void Respond(string body) => Upstream.Respond = _ => new StubAnswer { Body = body, ContentType = "text/event-stream" };

    private Task<ChatCompletion> CompleteAsync(string body)
    {
        Respond(body);
        return Model(Options(ChatModelProvider.Anthropic)).CompleteAsync(Request(schema: Schema), CancellationToken.None);
    }
}
