namespace Miner.Domain.Components;

/// <summary>The names that components have on the wire: the path of the endpoint and the answer's <c>component</c>.</summary>
public static class ComponentNames
{
    public const string Complete = "complete";
    public const string Refine = "refine";
    public const string Feedback = "feedback";
    public const string HumanFeedback = "human_feedback";
    public const string Summary = "summary";
    public const string Aggregate = "aggregate";
    public const string InternetSearch = "internet_search";

    /// <summary>All seven, in the order in which the contract lists them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Component>().Select(Name)];

    /// <summary>The wire name of <paramref name="component"/>.</summary>
    public static string Name(this Component component) => component switch
    {
        Component.Complete => Complete,
        Component.Refine => Refine,
        Component.Feedback => Feedback,
        Component.HumanFeedback => HumanFeedback,
        Component.Summary => Summary,
        Component.Aggregate => Aggregate,
        Component.InternetSearch => InternetSearch,
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "Unknown component."),
    };
}
