using Miner.Client;

namespace Miner.Api.Tests;

/// <summary>
/// Requests as an integration tester makes them with the generated client; <see cref="Requests"/> has those sent as raw JSON.
/// </summary>
internal static class ClientRequests
{
    public static ComponentRequest Of(
        string cid,
        string query = "What is 6*7?",
        params IReadOnlyList<PreviousOutputItem> previousOutputs) =>
        new()
        {
            Cid = cid,
            Task = "Answer the question",
            Input = [new QueryItem { UserQuery = query }],
            PreviousOutputs = previousOutputs,
        };

    public static PreviousOutputItem Previous(string response, string notebook = "no update") => new()
    {
        Task = "Earlier task",
        Input = [new QueryItem { UserQuery = "Earlier query" }],
        Output = new OutputItem { ImmediateResponse = response, Notebook = notebook },
        Component = "complete",
    };

    /// <summary>Asks the component of that name.</summary>
    public static Task<ComponentResponse> AskAsync(this IMinerClient client, string component, ComponentRequest request) => component switch
    {
        "complete" => client.CompleteAsync(request),
        "refine" => client.RefineAsync(request),
        "feedback" => client.FeedbackAsync(request),
        "human_feedback" => client.HumanFeedbackAsync(request),
        "summary" => client.SummaryAsync(request),
        "aggregate" => client.AggregateAsync(request),
        "internet_search" => client.InternetSearchAsync(request),
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "There is no such component."),
    };
}
