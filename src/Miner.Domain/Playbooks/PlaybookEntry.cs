namespace Miner.Domain.Playbooks;

/// <summary>Something that the miner remembers of a user (contract, "Playbook").</summary>
/// <param name="Id">The store's number of the entry; 0 until it is stored.</param>
/// <param name="Operation">What was last done to it.</param>
/// <param name="SourceFeedback">The user's words that it was last changed by.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Version">1 when inserted, one more with every change.</param>
/// <param name="IsActive">False once deleted; such an entry is kept but never read by a model.</param>
/// <param name="ExtraData">A JSON object for extensions, as text, or null.</param>
/// <param name="Helpful">How often a feedback repeated what it says.</param>
/// <param name="Harmful">How often a feedback replaced or deleted it because it was not so.</param>
public sealed record PlaybookEntry(
    long Id,
    string Cid,
    InsightType Type,
    string Key,
    string Value,
    InsightOperation Operation,
    string SourceFeedback,
    double Confidence,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    bool IsActive,
    IReadOnlyList<string> Tags,
    string? ExtraData,
    int Helpful,
    int Harmful);
