using Miner.Client;

namespace Miner.TestUi.Forms;

/// <summary>A tab that asks a component, with an example that works as it is.</summary>
/// <param name="Name">The component's name and path.</param>
/// <param name="Label">What the tab is called.</param>
/// <param name="Purpose">What the component does, in a sentence.</param>
/// <param name="Task">The example's task.</param>
/// <param name="Query">The example's query.</param>
/// <param name="PreviousOutputs">The example's previous outputs, one a line; empty where the component needs none.</param>
public sealed record ComponentTab(
    string Name,
    string Label,
    string Purpose,
    string Task,
    string Query,
    string PreviousOutputs,
    Func<IMinerClient, ComponentRequest, CancellationToken, Task<ComponentResponse>> Ask)
{
    private const string Question = "What is 17 * 23?";

    public static IReadOnlyList<ComponentTab> All { get; } =
    [
        new("complete", "Complete", "Answers the queries, with the conversation and the playbook in view.",
            "Answer the question", Question, "", (miner, request, cancellation) => miner.CompleteAsync(request, cancellation)),
        new("feedback", "Feedback", "Gives strengths, weaknesses and suggestions for each previous output.",
            "Review the answers",
            Question,
            "17 * 23 = 391\n17 * 23 = 401",
            (miner, request, cancellation) => miner.FeedbackAsync(request, cancellation)),
        new("refine", "Refine", "Improves the previous outputs.",
            "Correct the answer", Question, "17 * 23 = 401", (miner, request, cancellation) => miner.RefineAsync(request, cancellation)),
        new("human_feedback", "Human Feedback", "Learns from the user's words: changes the playbook.",
            "Learn from the feedback",
            "I prefer short answers",
            "",
            (miner, request, cancellation) => miner.HumanFeedbackAsync(request, cancellation)),
        new("summary", "Summary", "Summarises the previous outputs.",
            "Summarise the answers", Question, "17 * 23 = 391, because 17 * 20 = 340 and 17 * 3 = 51.\nThe product of 17 and 23 is 391.",
            (miner, request, cancellation) => miner.SummaryAsync(request, cancellation)),
        new("aggregate", "Aggregate", "Takes a majority vote over the previous outputs.",
            "Choose the answer", Question, "The answer is 391.\n17 * 23 = 391\nThe answer is 401.",
            (miner, request, cancellation) => miner.AggregateAsync(request, cancellation)),
        new("internet_search", "Internet Search", "Searches the web for each query.",
            "Search the web", "Bittensor subnet", "", (miner, request, cancellation) => miner.InternetSearchAsync(request, cancellation)),
    ];

    /// <summary>Those that work on previous outputs, and so can go on with an answer.</summary>
    public static IEnumerable<ComponentTab> Following => All.Where(tab => tab.NeedsPreviousOutputs);

    public bool NeedsPreviousOutputs => PreviousOutputs.Length > 0;

    /// <summary>The id of the form's element that a field's path means, or null where it has none.</summary>
    public string? FieldId(IReadOnlyList<string> loc) => loc switch
    {
        [_, "cid", ..] => "cid",
        ["body", "task", ..] => $"{Name}-task",
        ["body", "input", var index, ..] => $"{Name}-query-{index}",
        ["body", "input"] => $"{Name}-query-0",
        ["body", "previous_outputs", ..] => $"{Name}-previous",
        _ => null,
    };
}
