using System.Text.Json.Nodes;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>An upstream of the Messages API over a real connection.</summary>
internal sealed class MessagesModelTests : ModelChainFixture
{
    private static readonly StubAnswer Whole = StubAnswer.Json(JsonNode.Parse(
        """
        {"type":"message","model":"claude","stop_reason":"end_turn","content":[{"type":"text","text":"hi"}],
         "usage":{"input_tokens":3,"cache_read_input_tokens":2,"output_tokens":4}}
        """)!);

    [Test]
    public async Task CompleteAsync_WhenAnswered_WasAskedAtMessagesWithTheKeyAndTheVersion()
    {
        Upstream.Respond = _ => Whole;

        var completion = await Chain(Anthropic()).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice("hi", ChoiceEnd.Complete) }));
        Assert.That(completion.Usage, Is.EqualTo(new ModelUsage("claude", 5, 4, TimeSpan.Zero, Samples: 1)));
        var request = Upstream.Requests.Single();
        Assert.That((request.Method, request.Path), Is.EqualTo(("POST", "/v1/messages")));
        Assert.That((request.Headers["x-api-key"], request.Headers["anthropic-version"]), Is.EqualTo((Key, "2023-06-01")));
        Assert.That(request.Headers, Does.Not.ContainKey("Authorization"));
    }

    [TestCase(529, "overloaded_error", 2, 1)]
    [TestCase(500, "api_error", 2, 1)]
    [TestCase(200, "overloaded_error", 2, 1)]
    [TestCase(429, "rate_limit_error", 1, 1)]
    [TestCase(401, "authentication_error", 1, 1)]
    [TestCase(404, "not_found_error", 1, 1)]
    [TestCase(400, "billing_error", 1, 1)]
    [TestCase(400, "invalid_request_error", 1, 0)]
    public async Task CompleteAsync_WhenItFails_GoesOnAsTheKindOfFailureSays(int status, string type, int calls, int fallbackCalls)
    {
        Upstream.Respond = _ => Error(status, type);

        var completion = Chain(Anthropic(), SecondOptions()).CompleteAsync(Request(), CancellationToken.None);

        if (fallbackCalls == 0) await FailureOfAsync(completion);
        else Assert.That((await completion).Usage.Model, Is.EqualTo(SecondModel));
        Assert.That((Upstream.Requests.Count, Second.Requests.Count), Is.EqualTo((calls, fallbackCalls)));
    }

    [Test]
    public async Task CompleteAsync_WhenAKeyIsOutOfCredit_AsksWithTheNext()
    {
        Upstream.Respond = request => request.Headers["x-api-key"] == "one"
            ? Error(400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API.")
            : Whole;

        await Chain(Anthropic() with { ApiKeys = ["one", "two"] }).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Upstream.Requests.Select(request => request.Headers["x-api-key"]), Is.EqualTo(new[] { "one", "two" }));
    }

    private ChatModelOptions Anthropic() => Options(ChatModelProvider.Anthropic);

    private static StubAnswer Error(int status, string type, string message = "no")
    {
        var error = new JsonObject { ["type"] = type, ["message"] = message };
        return StubAnswer.Json(new JsonObject { ["type"] = "error", ["error"] = error }) with { Status = status };
    }
}
