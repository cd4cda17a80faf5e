namespace Miner.Domain.Playbooks;

public enum PlaybookChangeOutcome
{
    Inserted,
    Updated,
    Deleted,

    /// <summary>It repeats an entry in other words, which are now the entry's.</summary>
    Merged,

    /// <summary>It repeats an entry, which stays as it was but for the count.</summary>
    Confirmed,

    /// <summary>The feedback only quotes the playbook there.</summary>
    Quoted,

    /// <summary>The playbook is full.</summary>
    Refused,

    /// <summary>A delete of a key that has no active entry.</summary>
    NotFound,
}

/// <summary>What became of one insight.</summary>
/// <param name="Entry">The entry as it is to be stored, under its own key, or null where nothing is to be stored.</param>
public sealed record PlaybookChange(Insight Insight, PlaybookChangeOutcome Outcome, PlaybookEntry? Entry)
{
    /// <summary>Whether an entry came, went or says something in other words than before.</summary>
    public bool Modified => Outcome
        is PlaybookChangeOutcome.Inserted or PlaybookChangeOutcome.Updated or PlaybookChangeOutcome.Deleted or PlaybookChangeOutcome.Merged;
}
