namespace Miner.Domain.Playbooks;

public enum PlaybookChangeOutcome
{
    Inserted,
    Updated,
    Deleted,

    /// <summary>The playbook is full.</summary>
    Refused,

    /// <summary>A delete of a key that has no active entry.</summary>
    NotFound,
}

/// <summary>What became of one insight.</summary>
/// <param name="Entry">The entry as it is to be stored, or null where nothing is to be stored.</param>
public sealed record PlaybookChange(Insight Insight, PlaybookChangeOutcome Outcome, PlaybookEntry? Entry)
{
    public bool Modified => Entry is not null;
}
