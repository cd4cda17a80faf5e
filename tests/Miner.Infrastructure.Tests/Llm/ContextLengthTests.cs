using System.Text.Json.Nodes;
using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What is too long is made shorter by as much as the upstream says, in at most two calls more.</summary>
internal sealed class ContextLengthTests : ChatModelFixture
{
    private static readonly string[] History = [.. Enumerable.Range(0, 20).Select(i => $"{i} {new string('x', 998)}")];

    /// <summary>Refusals of 5,000 tokens of prompt and 4,000 of answer, which do not fit into 8,192 together.</summary>
    private static IEnumerable<TestCaseData> Wordings() =>
    [
        Wording(
            "OpenAI, older vLLM",
            "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens (5000 in the messages, 4000 in the "
                + "completion). Please reduce the length of the messages or completion."),
        Wording(
            "OpenRouter",
            "This endpoint's maximum context length is 8192 tokens. However, you requested about 9000 tokens (5000 of text input, 4000 in "
                + "the output). Please reduce the length of either one."),
        Wording(
            "vLLM",
            "'max_tokens' or 'max_completion_tokens' is too large: 4000. This model's maximum context length is 8192 tokens and your "
                + "request has 5000 input tokens (4000 > 8192 - 5000)."),
        Wording(
            "newer vLLM",
            "You passed 5000 input tokens and requested 4000 output tokens. However, the model's context length is only 8192 tokens, "
                + "resulting in a maximum input length of 4192 tokens. Please reduce the length of the input prompt."),
        Wording(
            "SGLang",
            "Requested token count exceeds the model's maximum context length of 8192 tokens. You requested a total of 9000 tokens: 5000 "
                + "tokens from the input messages and 4000 tokens for the completion."),
        Wording(
            "text-generation-inference",
            "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 8192. Given: 5000 `inputs` tokens and 4000 "
                + "`max_new_tokens`"),
        Wording(
            "Anthropic",
            "input length and `max_tokens` exceed context limit: 5000 + 4000 > 8192, decrease input length or `max_tokens` and try again"),
    ];

    /// <summary>Refusals of a prompt that is too long by itself, for 4,096 tokens.</summary>
    private static IEnumerable<TestCaseData> TooLongAlone() =>
    [
        Wording("OpenAI", "This model's maximum context length is 4096 tokens. However, your messages resulted in 6,675 tokens."),
        Wording("OpenAI by code", "no", """{"code":"context_length_exceeded"}"""),
        Wording("Responses", "Your input exceeds the context window of this model. Please adjust your input and try again."),
        Wording("llama.cpp", "request (6675 tokens) exceeds the available context size (4096 tokens), try increasing it"),
        Wording(
            "older llama.cpp",
            "the request exceeds the available context size. try increasing the context size or enable context shift",
            """{"type":"exceed_context_size_error","n_prompt_tokens":6675,"n_ctx":4096}"""),
        Wording("Anthropic", "prompt is too long: 6675 tokens > 4096 maximum"),
        Wording("Mistral", "Prompt contains 6675 tokens and 0 draft tokens, too large for model with 4096 maximum context length"),
        Wording("Gemini", "The input token count (6675) exceeds the maximum number of tokens allowed (4096)."),
        Wording("SGLang", "The input (6675 tokens) is longer than the model's context length (4096 tokens)."),
    ];

    /// <summary>Refusals of 4,000 tokens of answer from a model that writes at most 2,048.</summary>
    private static IEnumerable<TestCaseData> AnswerTooLong() =>
    [
        Wording(
            "OpenAI",
            "max_tokens is too large: 4000. This model supports at most 2048 completion tokens, whereas you provided 4000.",
            """{"param":"max_tokens"}"""),
        Wording("Anthropic", "max_tokens: 4000 > 2048, which is the maximum allowed number of output tokens for claude-3-haiku-20240307"),
        Wording("DeepSeek", "Invalid max_tokens value, the valid range of max_tokens is [1, 2048]"),
        Wording("Groq", "`max_tokens` must be less than or equal to `2048`, the maximum value for it", """{"param":"max_tokens"}"""),
    ];

    [TestCaseSource(nameof(Wordings))]
    public async Task CompleteAsync_WhenPromptAndAnswerDoNotFit_AsksForAShorterAnswer(JsonObject error)
    {
        Upstream.Respond = request => Limit(request) > 8192 - 5000 ? Refusal(error) : null;

        var completion = await Model().CompleteAsync(Request("x", Schema), CancellationToken.None);

        Assert.That(completion.Choices, Has.Count.EqualTo(1));
        Assert.That(Upstream.Requests.Select(Limit), Is.EqualTo(new[] { 4000, 8192 - 5000 - 16 }));
        Assert.That((string?)Upstream.Requests[1].Body["response_format"]?["type"], Is.EqualTo("json_schema"));
    }

    [TestCaseSource(nameof(TooLongAlone))]
    public async Task CompleteAsync_WhenThePromptIsTooLong_LeavesOutTheOldestFirst(JsonObject error)
    {
        Upstream.Respond = request => Length(request) > 3 * 4096 || Limit(request) > 2000 ? Refusal(error) : null;

        await Model().CompleteAsync(Long(), CancellationToken.None);

        Assert.That(Upstream.Requests, Has.Count.InRange(2, 3));
        Assert.That(Upstream.Requests.Select(Length), Is.Ordered.Descending);
        Assert.That(Upstream.Requests[^1].LastMessage, Is.EqualTo(History[^1]));
        Assert.That(Upstream.Requests.Select(request => request.Body["messages"]!.AsArray().Count), Is.Ordered.Descending);
    }

    [TestCaseSource(nameof(TooLongAlone))]
    public async Task CompleteAsync_WhenItStaysTooLong_FailsAfterTwoCallsMore(JsonObject error)
    {
        Upstream.Respond = _ => Refusal(error);

        var failure = await FailureOfAsync(Model().CompleteAsync(Long(), CancellationToken.None));

        Assert.That(failure.Message, Does.Contain("as long as this"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(3));
        Assert.That(Clock.Pauses, Is.Empty);
    }

    [TestCaseSource(nameof(TooLongAlone))]
    public async Task CompleteAsync_WhenNothingCanBeLeftOut_FailsAfterOneCall(JsonObject error)
    {
        Upstream.Respond = _ => Refusal(error);

        await FailureOfAsync(Model().CompleteAsync(Request(new string('x', 20_000), Schema), CancellationToken.None));

        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [TestCaseSource(nameof(AnswerTooLong))]
    public async Task CompleteAsync_WhenTheAnswerMayNotBeThatLong_AsksForAsMuchAsItMayBe(JsonObject error)
    {
        Upstream.Respond = request => Limit(request) > 2048 ? Refusal(error) : null;
        var model = Model();

        await model.CompleteAsync(Request(), CancellationToken.None);
        await model.CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Upstream.Requests.Select(request => (int?)request.Body["max_tokens"]), Is.EqualTo(new[] { 4000, 2048, 4000, 2048 }));
    }

    [TestCase("This model's maximum context length is 99999999999999 tokens, you sent more")]
    [TestCase("This model's maximum context length is 0 tokens. However, you requested 9000 tokens (5000 in the messages")]
    [TestCase("input length and `max_tokens` exceed context limit: ,,, + ,,, > ,,,")]
    [TestCase("max_tokens is too large: 4000. This model supports at most 0 completion tokens")]
    public async Task CompleteAsync_WhenTheNumbersMakeNoSense_FailsInAFewCalls(string message)
    {
        Upstream.Respond = _ => StubAnswer.Error(400, message);

        await FailureOfAsync(Model().CompleteAsync(Long(), CancellationToken.None));

        Assert.That(Upstream.Requests, Has.Count.LessThanOrEqualTo(3));
        Assert.That(Upstream.Requests.Select(Limit), Is.All.GreaterThan(0));
    }

    private static TestCaseData Wording(string name, string message, string members = "{}")
    {
        var error = JsonNode.Parse(members)!.AsObject();
        error["message"] = message;
        return new TestCaseData(error).SetArgDisplayNames(name);
    }

    private static ChatRequest Long() => Request([.. History.Select(text => new ChatMessage(ChatRole.User, text))], Schema) with
    {
        Shorten = most => [.. History.TakeLast(Math.Max(1, most / 1000)).Select(text => new ChatMessage(ChatRole.User, text))],
    };

    private static StubAnswer Refusal(JsonObject error) =>
        StubAnswer.Json(new JsonObject { ["error"] = error.DeepClone() }) with { Status = 400 };

    private static int Limit(StubRequest request) =>
        (int?)request.Body["max_tokens"] ?? (int?)request.Body["max_completion_tokens"] ?? int.MaxValue;

    private static int Length(StubRequest request) =>
        request.Body["messages"]!.AsArray().Sum(message => message!["content"]!.ToString().Length);
}
