using System.Text.Json;
using Miner.Domain.Components;

namespace Miner.Operator.Doctor;

/// <summary>A small, real request for each component, in the contract's form.</summary>
internal static class ComponentRequests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly object[] EarlierAnswers =
    [
        EarlierAnswer("6 times 7 is 42.", "42"),
        EarlierAnswer("The product of 6 and 7 is 42.", "42"),
    ];

    public static string For(Component component, string cid)
    {
        var (task, query) = component switch
        {
            Component.Complete => ("Answer the question", "What is 6*7?"),
            Component.Refine => ("Improve the answer", "What is 6*7?"),
            Component.Feedback => ("Review the answers", "What is 6*7?"),
            // Nothing to learn from, so that the playbook stays as it was.
            Component.HumanFeedback => ("Learn from the user's words", "Thank you."),
            Component.Summary => ("Summarise the answers", "What is 6*7?"),
            Component.Aggregate => ("Decide by majority", "What is 6*7?"),
            Component.InternetSearch => ("Search the web", "Bittensor subnet"),
            _ => throw new ArgumentOutOfRangeException(nameof(component), component, "Unknown component."),
        };
        var takesEarlierAnswers = component is Component.Refine or Component.Feedback or Component.Summary or Component.Aggregate;
        return JsonSerializer.Serialize(
            new { Cid = cid, Task = task, Input = Input(query), PreviousOutputs = takesEarlierAnswers ? EarlierAnswers : [] }, Json);
    }

    private static object EarlierAnswer(string response, string notebook) => new
    {
        Task = "Answer the question",
        Input = Input("What is 6*7?"),
        Output = new { ImmediateResponse = response, Notebook = notebook },
        Component = ComponentNames.Complete,
    };

    private static object[] Input(string query) => [new { UserQuery = query }];
}
