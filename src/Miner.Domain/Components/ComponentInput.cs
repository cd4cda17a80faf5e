namespace Miner.Domain.Components;

/// <summary>What every component is asked with, already checked against the contract's limits.</summary>
/// <param name="Queries">1 to 50, none blank.</param>
/// <param name="UseConversationHistory">Whether the model may read the conversation so far; it is stored whatever this says.</param>
/// <param name="UsePlaybook">Whether the model may read the playbook.</param>
public sealed record ComponentInput(
    string Cid,
    string Task,
    IReadOnlyList<string> Queries,
    IReadOnlyList<PreviousOutput> PreviousOutputs,
    bool UseConversationHistory,
    bool UsePlaybook)
{
    /// <summary>The task and the queries, below each other: the question that final answers are read and voted on by.</summary>
    public string Question => string.Join('\n', Queries.Prepend(Task));
}
