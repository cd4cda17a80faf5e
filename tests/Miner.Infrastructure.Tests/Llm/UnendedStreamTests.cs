using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>Server-sent events end with the one that says so, whether the connection does or not.</summary>
internal sealed class UnendedStreamTests : ChatModelFixture
{
    private const string Part = """{"choices":[{"index":0,"delta":{"content":"[DONE]\n \"message_stop\" "}}]}""";
    private const string LastPart = """{"choices":[{"index":0,"delta":{"content":"hi"},"finish_reason":"stop"}]}""";
    private const string Block = """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":"hi"}}""";
    private const string Reason = """{"type":"message_delta","delta":{"stop_reason":"end_turn"}}""";

    [TestCase(ChatModelProvider.OpenAi, LastPart, "[DONE]")]
    [TestCase(ChatModelProvider.OpenAi, LastPart, " [DONE] \r")]
    [TestCase(ChatModelProvider.OpenAi, LastPart, "[DONE]\n\n: ping")]
    [TestCase(ChatModelProvider.Anthropic, Block, Reason, """{"type": "message_stop"}""")]
    public async Task CompleteAsync_WhenTheConnectionStaysOpen_AnswersAtTheEndOfTheEvents(
        ChatModelProvider provider, params string[] events)
    {
        Send(events, rest: null, new TaskCompletionSource().Task);

        var completion = await Model(Options(provider)).CompleteAsync(Request(), CancellationToken.None).InTimeAsync();

        Assert.That(completion.Choices, Is.EqualTo(new[] { new ChatChoice("hi", ChoiceEnd.Complete) }));
        Assert.That(completion.Usage.Elapsed, Is.EqualTo(TimeSpan.Zero));
        await (await Upstream.NextRequestAsync()).Aborted.InTimeAsync();
    }

    [Test]
    public async Task CompleteAsync_WhenTheLastLineHasNoEnd_AnswersAllTheSame()
    {
        const string Events = $"data: {LastPart}\n\ndata: [DONE]";
        Upstream.Respond = _ => new StubAnswer
        {
            Body = Events + new string('\n', Events.Length),
            ContentType = "text/event-stream",
            BodyGate = new TaskCompletionSource().Task,
        };

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None).InTimeAsync();

        Assert.That(completion.Choices[0].Text, Is.EqualTo("hi"));
    }

    [Test]
    public async Task CompleteAsync_WhenTheModelWritesOfTheEnd_ReadsOn()
    {
        var gate = new TaskCompletionSource();
        Send([Part], rest: LastPart, gate.Task);
        var completion = Model().CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();

        gate.SetResult();

        Assert.That((await completion.InTimeAsync()).Choices[0].Text, Is.EqualTo("[DONE]\n \"message_stop\" hi"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [TestCase((4 * 1024 * 1024) + 1, null, 1)]
    [TestCase(10, "9999999", 1)]
    [TestCase(10, "9999", 3)]
    public async Task CompleteAsync_WhenEventsAreTooManyOrCut_Fails(int length, string? told, int calls)
    {
        Upstream.Respond = _ => new StubAnswer
        {
            Body = $"data: {Part}\n\n:{new string(':', length)}",
            ContentType = "text/event-stream",
            Headers = told is null ? new Dictionary<string, string>() : new() { ["Content-Length"] = told },
        };

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(calls));
    }

    /// <summary>Sends the events, and <paramref name="rest"/>, or nothing more, once <paramref name="gate"/> is open.</summary>
    private void Send(IEnumerable<string> events, string? rest, Task gate)
    {
        var first = string.Concat(events.Select(data => $"data: {data}\n\n"));
        var second = rest is null ? "" : $"data: {rest}\n\n";
        var length = Math.Max(first.Length, second.Length);
        Upstream.Respond = _ => new StubAnswer
        {
            Body = first.PadLeft(length, '\n') + second.PadLeft(length, '\n'),
            ContentType = "text/event-stream; charset=utf-8",
            BodyGate = gate,
        };
    }
}
