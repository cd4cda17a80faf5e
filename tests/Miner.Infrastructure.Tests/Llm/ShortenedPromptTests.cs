using System.Text;
using System.Text.Json.Nodes;
using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What is left out of a prompt that is too long for the upstream's context, and what is said of a shorter answer.</summary>
internal sealed class ShortenedPromptTests : ChatModelFixture
{
    private const int Context = 4096;

    private static readonly ChatMessage Instructions = new(ChatRole.System, new string('i', 2000));

    /// <summary>Letters of which each comes to three tokens, as llama.cpp counts what its vocabulary lacks.</summary>
    private static readonly ChatMessage History = new(ChatRole.User, new string('\u20AC', 800));

    [Test]
    public async Task CompleteAsync_WhenAllThatCanGoIsShorterThanHoped_AsksWithoutItAllTheSame()
    {
        Upstream.Respond = LlamaCpp;
        var request = Request([Instructions, History]) with { Shorten = _ => [Instructions] };

        var completion = await Model().CompleteAsync(request, CancellationToken.None);

        Assert.That(completion.Choices[0].Text, Is.EqualTo("hi"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        Assert.That((int?)Upstream.Requests[1].Body["max_tokens"], Is.InRange(256, 1024));
    }

    [Test]
    public async Task CompleteAsync_WhenNothingCanGo_FailsAtOnce()
    {
        Upstream.Respond = LlamaCpp;
        List<ChatMessage> messages = [Instructions, History];

        var failure = await FailureOfAsync(
            Model().CompleteAsync(Request(messages) with { Shorten = _ => messages }, CancellationToken.None));

        Assert.That(failure.Message, Does.Contain("takes no prompt as long as this one"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("stop", ChoiceEnd.Complete)]
    [TestCase("length", ChoiceEnd.BrokenOff)]
    public async Task CompleteAsync_WhenTheAnswersTokensHadToBeFewer_SaysThatMoreAreOfNoUse(string finishReason, ChoiceEnd end)
    {
        Upstream.Respond = request => (int)request.Body["max_tokens"]! > 3000
            ? StubAnswer.Error(
                400,
                "This model's maximum context length is 4096 tokens. However, you requested 5096 tokens (1096 in the messages, 4000 in the "
                    + "completion). Please reduce the length of the messages or completion.")
            : StubAnswer.Content("half", finishReason: finishReason);

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice("half", end) }));
        Assert.That((int?)Upstream.Requests[1].Body["max_tokens"], Is.InRange(2900, 3000));
    }

    /// <summary>It refuses a prompt that is too long, and ends an answer where the context does.</summary>
    private static StubAnswer LlamaCpp(StubRequest request)
    {
        var tokens = request.Body["messages"]!.AsArray().Sum(message => Encoding.UTF8.GetByteCount((string)message!["content"]!));
        if (tokens <= Context) return StubAnswer.Content("hi");
        var error = new JsonObject
        {
            ["code"] = 400,
            ["message"] = $"request ({tokens} tokens) exceeds the available context size ({Context} tokens), try increasing it",
            ["type"] = "exceed_context_size_error",
            ["n_prompt_tokens"] = tokens,
            ["n_ctx"] = Context,
        };
        return StubAnswer.Json(new JsonObject { ["error"] = error }) with { Status = 400 };
    }
}
