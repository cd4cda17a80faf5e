namespace Miner.Infrastructure.Persistence.Transfer;

/// <summary>A table of the store. Its columns have one name and one meaning in every kind of store.</summary>
/// <param name="Key">The column by which rows are told apart and ordered, by number or by the bytes of its text.</param>
/// <param name="HasIds">Whether the key is a number that the store gives.</param>
public sealed record StoreTable(string Name, string Key, bool HasIds)
{
    public static readonly StoreTable Conversations = new("conversations", "cid", HasIds: false);
    public static readonly StoreTable Messages = new("messages", "id", HasIds: true);
    public static readonly StoreTable PlaybookEntries = new("playbook_entries", "id", HasIds: true);
    public static readonly StoreTable PlaybookFeedback = new("playbook_feedback", "id", HasIds: true);
    public static readonly StoreTable PlaybookAudit = new("playbook_audit", "id", HasIds: true);

    /// <summary>All of them; rows refer to rows of tables before theirs alone.</summary>
    public static IReadOnlyList<StoreTable> All { get; } = [Conversations, Messages, PlaybookEntries, PlaybookFeedback, PlaybookAudit];
}
