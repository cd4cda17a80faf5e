using System.Text.Json;
using Miner.Client;

namespace Miner.TestUi.Forms;

/// <summary>A component that the workbench asks, with an example that works as it is.</summary>
/// <param name="Name">The component's name and path.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Purpose">What the component does, in a sentence.</param>
/// <param name="Task">The example's task.</param>
/// <param name="Query">The example's query.</param>
/// <param name="PreviousOutputs">The texts of the example's previous outputs; none where the component needs none.</param>
public sealed record ComponentChoice(
    string Name,
    string Label,
    string Purpose,
    string Task,
    string Query,
    IReadOnlyList<string> PreviousOutputs,
    Func<IMinerClient, ComponentRequest, CancellationToken, Task<ComponentResponse>> Ask)
{
    private const string Question = "What is 17 * 23?";

    public static IReadOnlyList<ComponentChoice> All { get; } =
    [
        new("complete", "Complete", "Answers the queries, with the conversation and the playbook in view.",
            "Answer the question", Question, [], (miner, request, cancellation) => miner.CompleteAsync(request, cancellation)),
        new("feedback", "Feedback", "Gives strengths, weaknesses and suggestions for each previous output.",
            "Review the answers",
            Question,
            ["17 * 23 = 391", "17 * 23 = 401"],
            (miner, request, cancellation) => miner.FeedbackAsync(request, cancellation)),
        new("refine", "Refine", "Improves the previous outputs.",
            "Correct the answer", Question, ["17 * 23 = 401"], (miner, request, cancellation) => miner.RefineAsync(request, cancellation)),
        new("human_feedback", "Human Feedback", "Learns from the user's words: changes the playbook.",
            "Learn from the feedback",
            "I prefer short answers",
            [],
            (miner, request, cancellation) => miner.HumanFeedbackAsync(request, cancellation)),
        new("summary", "Summary", "Summarises the previous outputs.",
            "Summarise the answers",
            Question,
            ["17 * 23 = 391, because 17 * 20 = 340 and 17 * 3 = 51.", "The product of 17 and 23 is 391."],
            (miner, request, cancellation) => miner.SummaryAsync(request, cancellation)),
        new("aggregate", "Aggregate", "Takes a majority vote over the previous outputs.",
            "Choose the answer",
            Question,
            ["The answer is 391.", "17 * 23 = 391", "The answer is 401."],
            (miner, request, cancellation) => miner.AggregateAsync(request, cancellation)),
        new("internet_search", "Internet Search", "Searches the web for each query.",
            "Search the web", "Bittensor subnet", [], (miner, request, cancellation) => miner.InternetSearchAsync(request, cancellation)),
    ];

    /// <summary>Those that work on previous outputs, and so can go on with an answer.</summary>
    public static IEnumerable<ComponentChoice> Following => All.Where(component => component.PreviousOutputs.Count > 0);

    /// <summary>What the scripts know of the components, by name, as JSON.</summary>
    public static string Examples { get; } = JsonSerializer.Serialize(All.ToDictionary(
        component => component.Name,
        component => new
        {
            label = component.Label,
            purpose = component.Purpose,
            task = component.Task,
            query = component.Query,
            previous = component.PreviousOutputs,
        }));

    /// <summary>The id of the workbench's element that a field's path means, or null where it has none.</summary>
    public static string? FieldId(IReadOnlyList<string> loc) => loc switch
    {
        [_, "cid", ..] => "cid",
        ["body", "task", ..] => "task",
        ["body", "input", var index, ..] => $"query-{index}",
        ["body", "input"] => "query-0",
        ["body", "previous_outputs", var index, ..] => $"previous-{index}",
        ["body", "previous_outputs"] => "previous",
        _ => null,
    };
}
