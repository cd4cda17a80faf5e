namespace Miner.Domain.Components;

/// <summary>The seven kinds of work that the orchestrator sends (contract, "Endpoints").</summary>
public enum Component
{
    Complete,
    Refine,
    Feedback,
    HumanFeedback,
    Summary,
    Aggregate,
    InternetSearch,
}
