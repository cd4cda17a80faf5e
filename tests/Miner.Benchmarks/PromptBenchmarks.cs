using BenchmarkDotNet.Attributes;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Benchmarks;

/// <summary>Putting together what the model is asked with.</summary>
public class PromptBenchmarks
{
    private static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly HistoryPolicy Policy = new(
        MaxMessages: 10, MaxAge: TimeSpan.FromDays(7), ContextMessages: 5, ContextTokens: 8000);

    private static readonly ComponentInput Input = new(
        "benchmark", "Answer the question", ["How many minutes are there in a week?"], [], UseConversationHistory: true, UsePlaybook: true);

    private readonly Message[] _messages =
    [
        .. Enumerable.Range(0, 10).Select(i => new Message(
            i % 2 == 0 ? MessageRole.User : MessageRole.Assistant,
            string.Concat(Enumerable.Repeat($"Sentence of message {i}. ", 40)),
            Now.AddMinutes(i - 10))),
    ];

    private readonly PlaybookEntry[] _playbook =
    [
        .. Enumerable.Range(0, Playbook.MaxEntries).Select(i => new PlaybookEntry(
            i + 1, "benchmark", (InsightType)(i % 6), $"key_{i}", $"Prefers the answer in form {i}.", InsightOperation.Insert,
            "feedback", 0.8, Now, Now, 1, IsActive: true, ["style"], null, 0, 0)),
    ];

    /// <summary>A query with ten kept messages and a full playbook: history is trimmed, the context written, the blocks marked.</summary>
    [Benchmark]
    public IReadOnlyList<ChatMessage> Complete() =>
        new Prompt(Component.Complete, Policy.ForModel(_messages, Now)).WithPlaybook(_playbook).WithQueries(Input).ToMessages();

    /// <summary>A first query: neither history nor playbook.</summary>
    [Benchmark(Baseline = true)]
    public IReadOnlyList<ChatMessage> FirstQuery() => new Prompt(Component.Complete, []).WithQueries(Input).ToMessages();
}
