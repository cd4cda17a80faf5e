namespace Miner.Api.Contracts;

/// <summary>A page of the conversations, the most recently active first.</summary>
/// <param name="TotalConversations">How many there are, on all pages.</param>
public sealed record ConversationListResponse(int TotalConversations, IReadOnlyList<ConversationItem> Conversations);

/// <param name="Messages">How many messages are kept.</param>
public sealed record ConversationItem(string Cid, int Messages, DateTimeOffset CreatedAt, DateTimeOffset LastUpdated);

/// <summary>A conversation; of one that is unknown, a count of 0 and null dates.</summary>
/// <param name="Messages">Oldest first.</param>
public sealed record ConversationResponse(
    string Cid, int MessageCount, IReadOnlyList<MessageItem> Messages, DateTimeOffset? CreatedAt, DateTimeOffset? LastActivity);

/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
public sealed record MessageItem(string Role, string Content, DateTimeOffset Timestamp);

/// <summary>Tells that a conversation was deleted.</summary>
public sealed record ConversationDeletedResponse(bool Success, string Message, string Cid);
