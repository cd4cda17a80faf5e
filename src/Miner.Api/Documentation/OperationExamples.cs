using System.Text.Json.Nodes;
using Miner.Api.Contracts;
using Miner.Api.Controllers;
using Miner.Api.Telemetry;
using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Playbooks;

namespace Miner.Api.Documentation;

/// <summary>One request and one answer for each operation, by its id; null for an operation that has none yet.</summary>
internal static class OperationExamples
{
    private const string Cid = "conversation-1";
    private const string Feedback = "Please keep your answers short.";

    private static readonly DateTimeOffset Time = new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero);
    private static readonly HealthFeatures Features = new(UnifiedApi: true, ConversationHistory: true, PlaybookSystem: true);
    private static readonly OutputItem Sum = new() { ImmediateResponse = "6 * 7 = 42", Notebook = Notebook.NoUpdate };

    private static readonly PlaybookEntryItem Entry = new(
        Id: 1, Cid, InsightType.Preference, "response_style", "Prefers concise answers", InsightOperation.Insert, Feedback,
        ConfidenceScore: 0.9, Time, Time, Version: 1, IsActive: true, ["communication"],
        new JsonObject { ["helpful"] = 2, ["harmful"] = 0 });

    private static readonly Dictionary<string, (ComponentRequest Request, OutputItem Output, string Component)> Components = new()
    {
        ["Complete"] = (Ask("Answer the question", "What is 6*7?"), Sum, ComponentNames.Complete),
        ["Refine"] = (
            Ask("Improve the answer", "What is 6*7? Show the steps.", Sum),
            new OutputItem { ImmediateResponse = "6 * 7 = 6 * 5 + 6 * 2 = 30 + 12 = 42", Notebook = Notebook.NoUpdate },
            ComponentNames.Refine),
        ["Feedback"] = (
            Ask("Review the answer", "What is 6*7?", Sum),
            new OutputItem
            {
                ImmediateResponse = "Strength: the result is right. Weakness: no step is shown. Suggestion: show one.",
                Notebook = Notebook.NoUpdate,
            },
            ComponentNames.Feedback),
        ["HumanFeedback"] = (
            Ask("Learn from the user's words", Feedback),
            new OutputItem
            {
                ImmediateResponse = "1 playbook entry changed:\n- Added preference \"response_style\": Prefers concise answers",
                Notebook = """
                    {"feedback": "Please keep your answers short.", "insights_extracted": 1, "entries_modified": 1, "insights": [
                      {"insight_type": "preference", "key": "response_style", "value": "Prefers concise answers", "operation": "insert",
                       "confidence_score": 0.9, "tags": ["communication"], "outcome": "inserted"}]}
                    """,
            },
            ComponentNames.HumanFeedback),
        ["Summary"] = (
            Ask("Summarise the work so far", "What was found?", Sum),
            new OutputItem { ImmediateResponse = "6 * 7 was worked out; it is 42.", Notebook = Notebook.NoUpdate },
            ComponentNames.Summary),
        ["Aggregate"] = (Ask("Agree on an answer", "What is 6*7?", Sum, Sum), Sum, ComponentNames.Aggregate),
        ["InternetSearch"] = (
            Ask("Search the web", "When was .NET 10 released?"),
            new OutputItem { ImmediateResponse = ".NET 10 was released on 11 November 2025.", Notebook = Notebook.NoUpdate },
            ComponentNames.InternetSearch),
    };

    public static object? Request(string operationId) => Components.GetValueOrDefault(operationId).Request;

    public static object? Response(string operationId) => operationId switch
    {
        "ListConversations" => new ConversationListResponse(TotalConversations: 1, [new ConversationItem(Cid, Messages: 2, Time, Time)]),
        "GetConversation" => new ConversationResponse(
            Cid,
            MessageCount: 2,
            [
                new MessageItem("user", "Answer the question\n\nWhat is 6*7?", Time),
                new MessageItem("assistant", Sum.ImmediateResponse, Time),
            ],
            Time,
            Time),
        "DeleteConversation" => new DeletedResponse(Success: true, "The conversation was deleted.", Cid),
        "GetPlaybook" => new PlaybookResponse(Cid, EntryCount: 1, [Entry]),
        "GetPlaybookContext" => Context("Preferences:\n- response_style: Prefers concise answers [communication]"),
        "DeletePlaybook" => new DeletedResponse(Success: true, "The playbook was deleted.", Cid),
        "GetService" => ServiceDescription.Of("sample-miner", Features, docsEnabled: true),
        "GetHealth" => new HealthResponse(
            "healthy", "openai", "gpt-4o-mini", ActiveConversations: 1, Features, ModelAnswers: true, CanStore: true, CounterSharing.Local,
            Note: null),
        "GetCapabilities" => new CapabilitiesResponse(
            "sample-miner", "openai", "gpt-4o-mini", ConversationHistoryEnabled: true, MaxConversationMessages: 10, MessageRetentionDays: 7,
            ComponentNames.All, new CapabilityFeatures(true, true, true, MajorityVoting: true, InternetSearch: true)),
        "GetStats" => Stats(),
        "ListCalls" => CallExamples.List,
        "GetCall" => CallExamples.Call,
        "DeleteCalls" => CallExamples.Deleted,
        _ => Components.TryGetValue(operationId, out var example) ? Answer(example) : null,
    };

    private static StatsResponse Stats()
    {
        var latency = new LatencyItem(P50: 813.5, P90: 1_318.4, P95: 1_595.3, P99: 2_335.6);
        var epm = new EpmItem(OneMinute: 2, FifteenMinutes: 1.6, SixtyMinutes: 1.5);
        var security = new SecurityItem(
            KeysMissing: 3, KeysWrong: 12, KeysBlocked: 2, RateLimited: 0, Overloaded: 0, BodiesTooLarge: 0, HeadersForged: 0);
        return new StatsResponse(
            Time, UptimeSeconds: 5_400, Requests: 121, Successes: 120, Failures: 1,
            [
                new ComponentStatsItem(
                    ComponentNames.Complete, Requests: 121, Successes: 120, Failures: 1,
                    new Dictionary<string, long> { [FailureReason.UpstreamFailed] = 1 }, latency),
            ],
            epm, latency, Tokens: 84_000, Cost: 0.0231, Samples: 360, new VotesItem(Total: 90, Split: 11),
            [new UpstreamItem(
                "chat-model",
                CircuitState.Closed,
                Answers: 1284,
                Failures: 5,
                Retries: 4,
                Fallbacks: 0,
                Hedges: 1,
                Waits: 0,
                LastFault: "answered with status 502",
                LastFaultAt: Time.AddMinutes(12),
                ["temperature"])],
            security,
            StorageBytes: 1_048_576,
            new StorageItem(Pending: 0, Lost: 0),
            new ReplicasItem(
                Count: 2, Requests: 241, Successes: 240, Failures: 1, epm with { OneMinute = 4 }, Tokens: 168_000, Samples: 240, security),
            [new MinuteItem(Time.AddMinutes(30), Successes: 2, Failures: 0, P50Ms: 813.5, P95Ms: 1_318.4)]);
    }

    private static ComponentRequest Ask(string task, string query, params OutputItem[] earlier) => new()
    {
        Cid = Cid,
        Task = task,
        Input = [new QueryItem { UserQuery = query }],
        PreviousOutputs = [.. earlier.Select(Earlier)],
    };

    private static PreviousOutputItem Earlier(OutputItem output) => new()
    {
        Task = "Answer the question",
        Input = [new QueryItem { UserQuery = "What is 6*7?" }],
        Output = output,
        Component = ComponentNames.Complete,
    };

    private static ComponentResponse Answer((ComponentRequest Request, OutputItem Output, string Component) example) =>
        new(example.Request.Cid, example.Request.Task, example.Request.Input, example.Output, example.Component);

    private static PlaybookContextResponse Context(string text) => new(Cid, EntryCount: 1, TotalEntries: 1, text, text, [Entry]);
}
