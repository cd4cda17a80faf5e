using Miner.Domain.Components;

namespace Miner.Offline.Tests;

/// <summary>Asks the embedded model as its provider does: an answer in part will do.</summary>
internal static class Asking
{
    public static ComponentInput Input(IReadOnlyList<string> queries, params string[] previousAnswers) => new(
        "c1",
        "",
        queries,
        [.. previousAnswers.Select(answer => new PreviousOutput(new ComponentOutput(answer, Notebook.NoUpdate), "complete"))],
        UseConversationHistory: true,
        UsePlaybook: true);

    /// <summary>What the user reads.</summary>
    public static string Ask(Component component, string[] queries, params string[] previousAnswers) =>
        new OfflineModel().Answer(component, Input(queries, previousAnswers), inPart: true, CancellationToken.None)!.ImmediateResponse;

    public static string Complete(params string[] queries) => Ask(Component.Complete, queries);

    /// <summary>What is remembered of the user's words, each as <c>type key operation: value</c>.</summary>
    public static string[] Learn(params string[] feedback) =>
    [
        .. new OfflineModel().ReadInsights(feedback).Select(insight =>
            $"{Name(insight.Type)} {insight.Key} {Name(insight.Operation)}: {insight.Value}"),
    ];

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
