using System.Text.Json.Nodes;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>Tools are left out where an upstream refuses them, and the answer's form where it refuses both together.</summary>
internal sealed class ToolNegotiationTests : ModelChainFixture
{
    private static readonly ChatTool Tool = new("adder", "Adds.", """{"type":"object"}""");

    private static readonly ToolRound Round = new("", [new AnsweredCall(new ToolCall("call_7", "adder", """{"a":1}"""), "3")]);

    [TestCase(400, "\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set", null)]
    [TestCase(400, "registry.ollama.ai/library/gemma:2b does not support tools", null)]
    [TestCase(400, "deepseek-reasoner does not support Function Calling", null)]
    [TestCase(400, "no", "tools")]
    [TestCase(422, "no", "tools")]
    [TestCase(404, "No endpoints found that support tool use.", null)]
    [TestCase(500, "tools param requires --jinja flag", null, 2)]
    public async Task CompleteAsync_WhenToolsAreRefused_LeavesThemOutAndRemembersIt(
        int status, string message, string? param, int attempts = 1)
    {
        Upstream.Respond = request => Offers(request) ? StubAnswer.Error(status, message, param: param) : null;
        var model = Model();

        await model.CompleteAsync(Asked(Schema), CancellationToken.None);
        await model.CompleteAsync(Asked(Schema), CancellationToken.None);

        Assert.That(Upstream.Requests.Select(Offers), Is.EqualTo([.. Enumerable.Repeat(true, attempts), false, false]));
        Assert.That(Upstream.Requests.Select(Format), Is.All.EqualTo("json_schema"));
    }

    [Test]
    public async Task CompleteAsync_TenMinutesAfterToolsWereRefused_OffersThemAgain()
    {
        Upstream.Respond = request => Offers(request) ? StubAnswer.Error(400, param: "tools") : null;
        var model = Model();
        await model.CompleteAsync(Asked(), CancellationToken.None);

        Clock.Advance(TimeSpan.FromMinutes(11));
        await model.CompleteAsync(Asked(), CancellationToken.None);

        Assert.That(Upstream.Requests.Select(Offers), Is.EqualTo(new[] { true, false, true, false }));
    }

    [TestCase("json mode cannot be combined with tool/function calling")]
    [TestCase("Function calling with a response mime type: 'application/json' is unsupported")]
    [TestCase("Cannot use custom grammar constraints with tools.")]
    public async Task CompleteAsync_WhenToolsAndFormAreRefusedTogether_AsksForTheFormInWordsBesideTools(string message)
    {
        Upstream.Respond = request => Offers(request) && Format(request) is not null ? StubAnswer.Error(400, message) : null;
        var model = Model();

        await model.CompleteAsync(Asked(Schema), CancellationToken.None);
        await model.CompleteAsync(Asked(Schema), CancellationToken.None);
        await model.CompleteAsync(Request(schema: Schema), CancellationToken.None);

        Assert.That(
            Upstream.Requests.Select(request => (Offers(request), Format(request))),
            Is.EqualTo(new[] { (true, "json_schema"), (true, null), (true, null), (false, "json_schema") }));
    }

    [Test]
    public async Task CompleteAsync_WhenTheUpstreamFailsAlikeAtTools_SuspectsThemForAMinute()
    {
        Upstream.Respond = request => Offers(request) ? StubAnswer.Error(500, "oops") : null;
        var model = Model();

        await model.CompleteAsync(Asked(), CancellationToken.None);
        await model.CompleteAsync(Asked(), CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await model.CompleteAsync(Asked(), CancellationToken.None);

        Assert.That(Upstream.Requests.Select(Offers), Is.EqualTo(new[] { true, true, false, false, true, true, false }));
    }

    [TestCase("failed to compile the grammar")]
    [TestCase("tools failed to compile to a grammar")]
    public async Task CompleteAsync_WhenTheUpstreamFailsWhateverItIsAsked_Ends(string message)
    {
        Upstream.Respond = _ => StubAnswer.Error(500, message);

        await FailureOfAsync(Model().CompleteAsync(Asked(Schema), CancellationToken.None));

        Assert.That((Offers(Upstream.Requests[^1]), Format(Upstream.Requests[^1])), Is.EqualTo((false, (string?)null)));
        Assert.That(Upstream.Requests, Has.Count.LessThan(12));
    }

    [Test]
    public async Task CompleteAsync_WhenAllIsRefusedBesideTools_FindsWhatIsAccepted()
    {
        Upstream.Respond = request => request.Body switch
        {
            var body when body.ContainsKey("temperature") => StubAnswer.Error(400, param: "temperature"),
            var body when body.ContainsKey("tools") && body.ContainsKey("response_format") =>
                StubAnswer.Error(400, "no tools beside response_format"),
            var body when body.ContainsKey("tools") => StubAnswer.Error(400, param: "tools"),
            var body when body.ContainsKey("response_format") => StubAnswer.Error(400, param: "response_format"),
            var body when body.ContainsKey("max_tokens") => StubAnswer.Error(400, param: "max_tokens"),
            _ => null,
        };

        await Model().CompleteAsync(Asked(Schema), CancellationToken.None);

        Assert.That(Upstream.Requests, Has.Count.EqualTo(7));
    }

    [Test]
    public async Task CompleteAsync_WithResults_SendsThemAsMessagesOfTheTool()
    {
        await Model().CompleteAsync(Asked() with { Rounds = [Round], MayCallTools = false }, CancellationToken.None);

        AssertMessages(
            Upstream.Requests[0],
            """
            [{"role":"user","content":"hello"},
             {"role":"assistant","content":"","tool_calls":[
               {"id":"call_7","type":"function","function":{"name":"adder","arguments":"{\"a\":1}"}}]},
             {"role":"tool","content":"3","tool_call_id":"call_7"}]
            """);
        Assert.That(
            Upstream.Requests[0].Body["tools"]!.ToJsonString(),
            Is.EqualTo("""[{"type":"function","function":{"name":"adder","description":"Adds.","parameters":{"type":"object"}}}]"""));
        Assert.That((string?)Upstream.Requests[0].Body["tool_choice"], Is.EqualTo("none"));
    }

    [TestCase(ChatModelProvider.OpenAi)]
    [TestCase(ChatModelProvider.Anthropic)]
    public async Task CompleteAsync_WhereTheNextUpstreamTakesNoTools_TellsItTheResultsInWords(ChatModelProvider provider)
    {
        Upstream.Respond = _ => StubAnswer.Error(401);
        Second.Respond = request => Offers(request) ? StubAnswer.Error(400, param: "tools") : StubAnswer.Json(JsonNode.Parse(
            """{"content":[{"type":"text","text":"hi"}],"choices":[{"message":{"content":"hi"},"finish_reason":"stop"}]}""")!);

        await Chain(Options(), SecondOptions() with { Provider = provider })
            .CompleteAsync(Asked() with { Rounds = [Round] }, CancellationToken.None);

        var messages = Second.Requests[^1].Body["messages"]!.ToJsonString();
        Assert.That(Offers(Second.Requests[^1]), Is.False);
        Assert.That(messages, Does.Contain("I use a calculator first").And.Contains("\\n3").And.Not.Contains("tool"));
    }

    [Test]
    public async Task CompleteAsync_WhenTheModelCallsWithoutText_AsksNoOtherUpstream()
    {
        Upstream.Respond = _ => StubAnswer.Calls(("adder", "{}"), ("adder", """{"a":1}"""));

        var completion = await Chain(Options(), SecondOptions()).CompleteAsync(Asked(), CancellationToken.None);

        Assert.That(
            completion.Choices.Single().ToolCalls,
            Is.EqualTo(new[] { new ToolCall("call_0", "adder", "{}"), new ToolCall("call_1", "adder", """{"a":1}""") }));
        Assert.That(Second.Requests, Is.Empty);
    }

    [TestCase("length")]
    [TestCase("length", true)]
    public async Task CompleteAsync_WhenACallIsCutShort_IsNoCall(string reason, bool hasContent = false)
    {
        var body = StubAnswer.Calls(("adder", """{"a":""")).Body.Replace("\"tool_calls\",", $"\"{reason}\",", StringComparison.Ordinal);
        if (hasContent) body = body.Replace("\"content\":null", "\"content\":\"hm\"", StringComparison.Ordinal);
        Upstream.Respond = _ => new StubAnswer { Body = body };

        var choice = (await Model().CompleteAsync(Asked(), CancellationToken.None)).Choices.Single();

        Assert.That((choice.Text, choice.End, choice.ToolCalls.Count), Is.EqualTo((hasContent ? "hm" : "", ChoiceEnd.AtTokenLimit, 0)));
    }

    [Test]
    public async Task CompleteAsync_WhenCallsAreStreamed_JoinsEach()
    {
        string[] deltas =
        [
            """{"tool_calls":[{"index":0,"id":"a","function":{"name":"adder","arguments":"{\"a\""}}]}""",
            """{"tool_calls":[{"index":1,"id":"b","function":{"name":"adder","arguments":"{}"}}]}""",
            """{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]}""",
            """{"tool_calls":[{"id":"c","function":{"name":"adder","arguments":{"a":2}}}]}""",
            """{"tool_calls":[{"index":2000000000,"id":"d","function":{"name":"adder","arguments":"{}"}}]}""",
        ];
        var body = string.Concat(deltas.Select(delta => $$"""data: {"choices":[{"index":0,"delta":{{delta}}}]}""" + "\n\n"))
            + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\ndata: [DONE]\n\n";
        Upstream.Respond = _ => new StubAnswer { Body = body, ContentType = "text/event-stream" };

        var choice = (await Model().CompleteAsync(Asked(), CancellationToken.None)).Choices.Single();

        Assert.That(
            choice.ToolCalls.Select(call => $"{call.Id} {call.Arguments}"),
            Is.EqualTo(new[] { """a {"a":1}""", "b {}", """c {"a":2}""" }));
    }

    [Test]
    public async Task CompleteAsync_WithOddCalls_SendsBackWhatAnyServerTakes()
    {
        AnsweredCall[] calls =
        [
            new(new ToolCall("", "no such\nname", "2 + 2"), "one"),
            new(new ToolCall("x", "adder", "[]"), "two"),
            new(new ToolCall("x", "adder", $$"""{"a":"{{new string('9', 5_000)}}"}"""), "three"),
        ];

        await Model().CompleteAsync(Asked() with { Rounds = [new ToolRound("Hm.", calls)] }, CancellationToken.None);

        AssertMessages(
            Upstream.Requests[0],
            """
            [{"role":"user","content":"hello"},
             {"role":"assistant","content":"Hm.","tool_calls":[
               {"id":"call_1_of_miner","type":"function","function":{"name":"unknown","arguments":"{}"}},
               {"id":"x","type":"function","function":{"name":"adder","arguments":"{}"}},
               {"id":"call_3_of_miner","type":"function","function":{"name":"adder","arguments":"{}"}}]},
             {"role":"tool","content":"one","tool_call_id":"call_1_of_miner"},
             {"role":"tool","content":"two","tool_call_id":"x"},
             {"role":"tool","content":"three","tool_call_id":"call_3_of_miner"}]
            """);
    }

    private static ChatRequest Asked(AnswerSchema? schema = null) => Request(schema: schema) with { Tools = [Tool] };

    private static bool Offers(StubRequest request) => request.Body.ContainsKey("tools");

    private static string? Format(StubRequest request) => (string?)request.Body["response_format"]?["type"];

    private static void AssertMessages(StubRequest request, string expected) =>
        Assert.That(JsonNode.DeepEquals(request.Body["messages"], JsonNode.Parse(expected)), request.RawBody);
}
