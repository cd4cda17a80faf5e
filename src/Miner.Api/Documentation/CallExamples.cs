using Miner.Api.Contracts;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Domain.Components;

namespace Miner.Api.Documentation;

/// <summary>A recorded call, as the document shows one.</summary>
internal static class CallExamples
{
    private const string Upstream = "chat-model";
    private const string Model = "gpt-4o-mini";
    private const string Query = "What is 6*7?";
    private const string Sent = "{'immediate_response': '6 * 7 = 42', 'notebook': 'no update'}";
    private const string Said = "6 * 7 = 42";

    private static readonly CallSummary Summary = new(
        Number: 17, TraceId: "4bf92f3577b34da6a3ce929d0e0e4736", new DateTimeOffset(2026, 1, 15, 9, 30, 0, TimeSpan.Zero),
        ComponentNames.Complete, Endpoint: "POST /complete", Caller: "203.0.113.7", Key: "key-1", Status: 200, Error: null,
        Milliseconds: 813.5, Upstream, Model, Tokens: 700, Samples: 1, Cost: null, [CallFlag.RepairedJson], Cid: "conversation-1",
        Question: Query, Answer: Said);

    public static CallListResponse List { get; } =
        new(TotalCalls: 1, [Summary], RecordedCalls: 1, MaxCalls: 1_000, Bytes: 2_914, MaxBytes: 100_000_000);

    public static CallResponse Call { get; } = new(Summary, new CallDetail(
        new CallInput(
            "conversation-1", "Answer the question", [Query], PreviousOutputs: 0, UseConversationHistory: true, UsePlaybook: true),
        [
            new CallSpan("CompleteCommand", "00f067aa0ba902b7", ParentSpanId: null, AtMs: 1.2, DurationMs: 811.9, Error: null),
            new CallSpan($"chat {Model}", "53995c3f42cd8ad8", "00f067aa0ba902b7", AtMs: 3.4, DurationMs: 801.7, Error: null),
            new CallSpan($"HTTP {Upstream}", "b7ad6b7169203331", "53995c3f42cd8ad8", AtMs: 3.6, DurationMs: 801.2, Error: null),
        ],
        [
            new CallPrompt(
                Number: 1, Step: 6, AtMs: 3.5, [new CallMessage("system", "You answer questions."), new CallMessage("user", Query)],
                "component_output", Temperature: null, Samples: 1, Tools: []),
        ],
        [
            new CallCompletion(
                Step: 6, AtMs: 3.5, Prompt: 1, Upstream, DurationMs: 801.5, Model, PromptTokens: 650, CompletionTokens: 50, Failure: null,
                [
                    new CallSample(
                        Number: 1, Sent, ChoiceEnd.Complete, ToolCalls: [],
                        new CallReading(
                            Step: 12, Said, Notebook.NoUpdate, Insights: null, Rejected: [], ["tolerant_json"], FinalAnswer: "42")),
                ]),
        ],
        [new CallEvent(Step: 9, AtMs: 804.9, "answered", Upstream, Reason: null)],
        Votes: [],
        [new CallCheck(Step: 13, AtMs: 806.2, Sample: 1, Holding: 1, Failing: [])],
        [new CallStorage(Step: 16, AtMs: 812.8, Succeeded: true, $"Answer the question\n\n{Query}", Said, Changes: [])],
        new CallOutput(Said, Notebook.NoUpdate, Truncated: false),
        Problem: null,
        Cut: false));

    public static CallsDeletedResponse Deleted { get; } = new(Success: true, "The recorded calls were deleted.", Deleted: 1);
}
