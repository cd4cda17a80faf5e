using System.Text.Json;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Domain.Components;

namespace Miner.Offline.Tests;

/// <summary>Asks the offline model as a handler would, and reads its answer as the wire contract says.</summary>
internal static class Asking
{
    public static ChatRequest Request(Component component, IReadOnlyList<string> queries, params string[] previousAnswers) => new(
            [new ChatMessage(ChatRole.User, "prose for other models")],
            Schema: null,
            Temperature: null,
            component,
            new ComponentInput(
                "c1",
                "",
                queries,
                [
                    .. previousAnswers.Select(answer => new PreviousOutput(
                        "",
                        queries,
                        new ComponentOutput(answer, Notebook.NoUpdate),
                        "complete")),
                ],
                UseConversationHistory: true,
                UsePlaybook: true));

    public static async Task<JsonElement> AskAsync(ChatRequest request)
    {
        var completion = await new OfflineChatModel().CompleteAsync(request, CancellationToken.None);
        return JsonDocument.Parse(completion.Choices[0].Text).RootElement;
    }

    /// <summary>What the user reads.</summary>
    public static async Task<string> AskAsync(Component component, string[] queries, params string[] previousAnswers) =>
        (await AskAsync(Request(component, queries, previousAnswers))).GetProperty("immediate_response").GetString()!;

    public static Task<string> CompleteAsync(params string[] queries) => AskAsync(Component.Complete, queries);
}
