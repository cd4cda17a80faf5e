using System.Text.Json.Nodes;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What an upstream refuses is asked for in another way, and remembered.</summary>
internal sealed class ChatCompletionsNegotiationTests : ChatModelFixture
{
    private static readonly StubAnswer NoSchema = StubAnswer.Error(400, "json_schema is not supported", type: "invalid_request_error");

    [TestCase("Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", null)]
    [TestCase("no", "response_format")]
    [TestCase("no", "response_format.json_schema")]
    [TestCase("This model does not support structured outputs.", null)]
    [TestCase("Failed to compile JSON schema", null)]
    public async Task CompleteAsync_WhenTheSchemaIsRefused_StepsDownToTheFormatThatIsAccepted(string message, string? param)
    {
        Upstream.Respond = request => Format(request) is null ? null : StubAnswer.Error(400, message, param: param);
        var model = Model();

        await model.CompleteAsync(Request("as JSON", Schema), CancellationToken.None);
        await model.CompleteAsync(Request("as JSON", Schema), CancellationToken.None);

        Assert.That(Upstream.Requests.Select(Format), Is.EqualTo(new[] { "json_schema", "json_object", null, null }));
    }

    [Test]
    public async Task CompleteAsync_WhenOneSchemaWasRefused_AsksForAnotherByItsSchema()
    {
        Upstream.Respond = request =>
            (string?)request.Body["response_format"]?["json_schema"]?["name"] == Schema.Name ? NoSchema : null;
        var model = Model();

        await model.CompleteAsync(Request("as JSON", Schema), CancellationToken.None);
        await model.CompleteAsync(Request("as JSON", Schema with { Name = "other" }), CancellationToken.None);
        await model.CompleteAsync(Request("as JSON", Schema), CancellationToken.None);

        Assert.That(Upstream.Requests.Select(Format), Is.EqualTo(new[] { "json_schema", "json_object", "json_schema", "json_object" }));
    }

    [TestCase("hello", null, """[{"role":"system","content":"Answer with one JSON object."},{"role":"user","content":"hello"}]""")]
    [TestCase("hello", "Be brief.",
        """[{"role":"system","content":"Be brief.\n\nAnswer with one JSON object."},{"role":"user","content":"hello"}]""")]
    [TestCase("as json", null, """[{"role":"user","content":"as json"}]""")]
    public async Task CompleteAsync_WhenItStepsDownToAnObject_SpeaksOfJson(string prompt, string? system, string messages)
    {
        Upstream.Respond = request => Format(request) == "json_schema" ? NoSchema : null;
        List<ChatMessage> asked = [new(ChatRole.User, prompt)];
        if (system is not null) asked.Insert(0, new ChatMessage(ChatRole.System, system));

        await Model().CompleteAsync(Request(asked, Schema), CancellationToken.None);

        Assert.That(
            JsonNode.DeepEquals(Upstream.Requests[^1].Body["messages"], JsonNode.Parse(messages)), Upstream.Requests[^1].RawBody);
    }

    [TestCase("no", "n")]
    [TestCase("Unknown parameter: 'n'.", null)]
    [TestCase("[{'type': 'extra_forbidden', 'loc': ('body', 'n')}]", null)]
    public async Task CompleteAsync_WhenNIsRefused_AsksForEachSampleByItself(string message, string? param)
    {
        Upstream.Respond = request => request.Body.ContainsKey("n") ? StubAnswer.Error(400, message, param: param) : null;
        var model = Model();

        var first = await model.CompleteAsync(Request() with { Samples = 2 }, CancellationToken.None);
        var second = await model.CompleteAsync(Request() with { Samples = 2 }, CancellationToken.None);

        Assert.That(first.Choices, Has.Count.EqualTo(2));
        Assert.That(first.Usage.Tokens, Is.EqualTo(140));
        Assert.That(second.Choices, Has.Count.EqualTo(2));
        Assert.That(Upstream.Requests.Count(request => request.Body.ContainsKey("n")), Is.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenAnErrorOnlyHoldsTheLetterN_KeepsTheSampleCount()
    {
        Upstream.Respond = _ => StubAnswer.Error(400, "no");

        await FailureOfAsync(Model().CompleteAsync(Request() with { Samples = 2 }, CancellationToken.None));

        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenNIsIgnored_StopsSendingItAfterThreeTimes()
    {
        Upstream.Respond = _ => StubAnswer.Content("hi");
        var model = Model();

        for (var call = 0; call < 4; call++)
            Assert.That((await model.CompleteAsync(Request() with { Samples = 2 }, CancellationToken.None)).Choices, Has.Count.EqualTo(2));

        Assert.That(Upstream.Requests.Count(request => request.Body.ContainsKey("n")), Is.EqualTo(3));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(8));
    }

    [Test]
    public async Task CompleteAsync_WhenSomeSamplesFail_GivesTheOthers()
    {
        var turn = 0;
        Upstream.Respond = _ => Interlocked.Increment(ref turn) % 2 == 0 ? StubAnswer.Error(401) : StubAnswer.Content("hi");

        var completion = await Model().CompleteAsync(Request() with { Samples = 3 }, CancellationToken.None);

        Assert.That(completion.Choices, Has.Count.EqualTo(2));
    }

    [TestCase("no", "max_tokens", "unsupported_parameter")]
    [TestCase("no", null, "max_tokens_not_supported")]
    [TestCase("Unsupported parameter: 'max_tokens'.", null, null)]
    public async Task CompleteAsync_WhenMaxTokensIsRefused_SendsMaxCompletionTokensFromThenOn(string message, string? param, string? code)
    {
        Upstream.Respond = request => request.Body.ContainsKey("max_tokens")
            ? StubAnswer.Error(400, message, param: param, code: code)
            : null;
        var model = Model();

        await model.CompleteAsync(Request("x", Schema), CancellationToken.None);
        await model.CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Upstream.Requests, Has.Count.EqualTo(3));
        Assert.That(
            Upstream.Requests.Skip(1).Select(request => (int?)request.Body["max_completion_tokens"]), Is.All.EqualTo(4000));
        Assert.That(Format(Upstream.Requests[1]), Is.EqualTo("json_schema"));
    }

    [Test]
    public async Task CompleteAsync_WhenTheUpstreamChangesItsMind_GoesBackToMaxTokens()
    {
        var refused = "max_tokens";
        Upstream.Respond = request => request.Body.ContainsKey(refused) ? StubAnswer.Error(400, param: refused) : null;
        var model = Model();
        await model.CompleteAsync(Request(), CancellationToken.None);

        refused = "max_completion_tokens";
        await model.CompleteAsync(Request(), CancellationToken.None);

        Assert.That((int?)Upstream.Requests[^1].Body["max_tokens"], Is.EqualTo(4000));
    }

    [Test]
    public async Task CompleteAsync_WhenTemperatureIsRefused_LeavesItOutFromThenOn()
    {
        Upstream.Respond = request => request.Body.ContainsKey("temperature")
            ? StubAnswer.Error(400, "no", "invalid_request_error", "temperature", "unsupported_value")
            : null;
        var model = Model();

        await model.CompleteAsync(Request(temperature: 0.3), CancellationToken.None);
        await model.CompleteAsync(Request(temperature: 0.3), CancellationToken.None);

        Assert.That(
            Upstream.Requests.Select(request => request.Body.ContainsKey("temperature")), Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public async Task CompleteAsync_WhenAllIsRefusedInTurn_FindsWhatIsAcceptedInFiveRequests()
    {
        Upstream.Respond = request => request.Body switch
        {
            var body when body.ContainsKey("response_format") => NoSchema,
            var body when body.ContainsKey("max_tokens") => StubAnswer.Error(400, param: "max_tokens"),
            var body when body.ContainsKey("temperature") => StubAnswer.Error(400, param: "temperature"),
            _ => null,
        };

        await Model().CompleteAsync(Request("as JSON", Schema), CancellationToken.None);

        Assert.That(
            Upstream.Requests[^1].RawBody,
            Is.EqualTo("""{"model":"gpt-4o-mini","messages":[{"role":"user","content":"as JSON"}],"max_completion_tokens":4000}"""));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(5));
    }

    [TestCase("messages", 1)]
    [TestCase("input_tokens, max_tokens", 1)]
    [TestCase("max_tokens", 2)]
    [TestCase("temperature", 2)]
    [TestCase("response_format", 3)]
    [TestCase(null, 1)]
    public async Task CompleteAsync_WhenEveryShapeIsRefused_FailsAfterTheFewThatCouldHelp(string? param, int requests)
    {
        Upstream.Respond = _ => StubAnswer.Error(400, "no", param: param);

        var failure = await FailureOfAsync(Model().CompleteAsync(Request("as JSON", Schema), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task CompleteAsync_WhenBothTokenLimitsAreRefused_TriesEachOnce()
    {
        Upstream.Respond = request =>
            StubAnswer.Error(400, param: request.Body.ContainsKey("max_tokens") ? "max_tokens" : "max_completion_tokens");

        await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CompleteAsync_WhenEveryShapeIsRefused_LearnsNothing()
    {
        var model = Model();
        Upstream.Respond = _ => NoSchema;
        await FailureOfAsync(model.CompleteAsync(Request("as JSON", Schema), CancellationToken.None));

        Upstream.Respond = null;
        await model.CompleteAsync(Request("as JSON", Schema), CancellationToken.None);

        Assert.That(Format(Upstream.Requests[^1]), Is.EqualTo("json_schema"));
    }

    [TestCase(422, """{"detail":[{"loc":["body","max_tokens"],"msg":"Extra inputs are not permitted"}]}""")]
    [TestCase(400, """{"object":"error","message":"max_tokens is unknown","type":"BadRequestError","param":null,"code":400}""")]
    [TestCase(400, """{"error":{"message":"\ud800 max_tokens","param":""}}""")]
    public async Task CompleteAsync_WhenARefusalHasAnotherForm_ReadsItToo(int status, string body)
    {
        Upstream.Respond = request =>
            request.Body.ContainsKey("max_tokens") ? new StubAnswer { Status = status, Body = body } : null;

        await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("<html>max_tokens")]
    [TestCase("")]
    [TestCase("[1]")]
    [TestCase("\"max\"")]
    public async Task CompleteAsync_WhenARefusalSaysNothing_Fails(string body)
    {
        Upstream.Respond = _ => new StubAnswer { Status = 400, Body = body };

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenARefusalIsHuge_DoesNotReadIt()
    {
        Upstream.Respond = _ => StubAnswer.Error(400, new string('x', 100_000) + "max_tokens");

        await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Remember_WhenThereAreManySchemas_StaysBounded()
    {
        var learnt = new LearntShapes(TokenLimitParameter.MaxTokens, Clock);
        for (var i = 0; i < 1000; i++)
        {
            var asked = learnt.For($"schema{i}");
            learnt.Remember($"schema{i}", asked, asked with { Format = AnswerFormat.JsonObject }, isCertain: true);
        }

        var kept = Enumerable.Range(0, 1000).Count(i => learnt.For($"schema{i}").Format == AnswerFormat.JsonObject);
        Assert.That(kept, Is.EqualTo(100));
    }

    private static string? Format(StubRequest request) => (string?)request.Body["response_format"]?["type"];
}
