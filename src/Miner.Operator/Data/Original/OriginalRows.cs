namespace Miner.Operator.Data.Original;

/// <summary>A message of the original, without its text.</summary>
/// <param name="ConversationId">The original's number of the conversation, to which the next two belong.</param>
/// <param name="Role">As it stands there, or null where that is no text.</param>
/// <param name="IsReadable">Whether its content is a text of a length that can be read.</param>
internal sealed record OriginalMessage(
    long ConversationId, string? Cid, string? CreatedAt, long Id, string? Role, string? Timestamp, bool IsReadable);

/// <summary>A playbook entry of the original. What is no text, or far too long, is null.</summary>
/// <param name="IsAudited">Whether a successful operation of the original's own audit belongs to it.</param>
internal sealed record OriginalEntry(
    long Id,
    string? Cid,
    string? Type,
    string? Key,
    string? Value,
    string? Operation,
    string? SourceFeedback,
    double? Confidence,
    string? CreatedAt,
    string? UpdatedAt,
    long? Version,
    bool IsActive,
    string? Tags,
    string? ExtraData,
    bool IsAudited);

/// <summary>A line of the original's audit, with the entry's type, key and value where it names none itself.</summary>
internal sealed record OriginalOperation(
    string? Cid,
    long? EntryId,
    string? Operation,
    string? ExtractedData,
    bool Succeeded,
    string? Error,
    string? SourceFeedback,
    string? ModelText,
    string? Timestamp,
    string? EntryType,
    string? EntryKey,
    string? EntryValue);
