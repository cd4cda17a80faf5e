using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What a first upstream does to one question, with a healthy second one behind it, and what should come of it.</summary>
/// <param name="Name">As the test is called.</param>
/// <param name="Calls">The calls that reach the first.</param>
/// <param name="FallbackCalls">The calls that reach the second.</param>
/// <param name="Seconds">The most that the answer may take.</param>
internal sealed record FailoverScenario(string Name, int Calls, int FallbackCalls, double Seconds)
{
    private static readonly StubAnswer Whole = StubAnswer.Content(StubAnswer.Model);
    private static readonly StubAnswer Reset = new() { Reset = true };

    /// <summary>Of the first upstream, in turn; the last one again and again.</summary>
    public IReadOnlyList<StubAnswer> Answers { get; init; } = [Whole];

    /// <summary>What passes once the first has been asked.</summary>
    public TimeSpan Silence { get; init; }

    /// <summary>Set when <see cref="Silence"/> is over.</summary>
    public TaskCompletionSource? Release { get; init; }

    /// <summary>How the first is reached where that is the fault.</summary>
    public Func<ChatModelOptions, ChatModelOptions>? Reached { get; init; }

    /// <summary>Whether the second is asked for what the first filtered.</summary>
    public bool FallsBackOnContentFilter { get; init; }

    public override string ToString() => Name;

    public static IEnumerable<FailoverScenario> All()
    {
        var slow = new TaskCompletionSource();
        return
        [
            new("429 with Retry-After", 1, 1, 1) { Answers = [StubAnswer.Error(429, retryAfter: "2"), Whole] },
            new("429 with a long Retry-After and a short one in milliseconds", 2, 0, 0.31)
            {
                Answers =
                [
                    StubAnswer.Error(429) with
                    {
                        Headers = new Dictionary<string, string> { ["retry-after-ms"] = "300", ["Retry-After"] = "30" },
                    },
                    Whole,
                ],
            },
            new("429 for ever", 1, 1, 1) { Answers = [StubAnswer.Error(429)] },
            new("500 once", 2, 0, 1.5) { Answers = [StubAnswer.Error(500), Whole] },
            new("503 for ever", 2, 1, 1.5) { Answers = [StubAnswer.Error(503)] },
            new("silence", 1, 1, 24) { Answers = [StubAnswer.Hang], Silence = TimeSpan.FromSeconds(24) },
            new("reset once", 2, 0, 1.5) { Answers = [Reset, Whole] },
            new("reset for ever", 2, 1, 1.5) { Answers = [Reset] },
            new("slow", 1, 0, 20) { Answers = [Whole with { Gate = slow.Task }], Silence = TimeSpan.FromSeconds(20), Release = slow },
            new("cut", 2, 1, 1.5) { Answers = [Whole with { Headers = new Dictionary<string, string> { ["Content-Length"] = "9999" } }] },
            new("stalled", 1, 1, 24)
            {
                Answers = [Whole with { BodyGate = new TaskCompletionSource().Task }],
                Silence = TimeSpan.FromSeconds(24),
            },
            new("not JSON", 2, 1, 1.5) { Answers = [new StubAnswer { Body = "<html>oops", ContentType = "text/html" }] },
            new("error in a 200", 2, 1, 1.5) { Answers = [new StubAnswer { Body = """{"error":{"code":503,"message":"down"}}""" }] },
            new("too large", 1, 1, 1) { Answers = [new StubAnswer { Bytes = new byte[(4 * 1024 * 1024) + 1] }] },
            new("empty answer", 1, 1, 1) { Answers = [StubAnswer.Content("")] },
            new("empty body", 2, 1, 1.5) { Answers = [new StubAnswer()] },
            new("context too long", 1, 1, 1) { Answers = [StubAnswer.Error(400, "too long", code: "context_length_exceeded")] },
            new("filtered, and asked elsewhere", 1, 1, 1)
            {
                Answers = [StubAnswer.Error(400, "filtered", code: "content_policy_violation")],
                FallsBackOnContentFilter = true,
            },
            new("unknown host", 0, 1, 1.5) { Reached = first => first with { BaseUrl = new Uri("http://upstream.invalid/v1") } },
            new("TLS failure", 0, 1, 1.5)
            {
                Reached = first => first with { BaseUrl = new UriBuilder(first.BaseUrl) { Scheme = "https" }.Uri },
            },
        ];
    }
}
