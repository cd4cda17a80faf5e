namespace Miner.Domain.Conversations;

/// <summary>A conversation as it is stored.</summary>
/// <param name="Messages">Oldest first.</param>
public sealed record Conversation(string Cid, DateTimeOffset CreatedAt, DateTimeOffset LastActivity, IReadOnlyList<Message> Messages);

/// <summary>A line of the list of conversations.</summary>
public sealed record ConversationSummary(string Cid, int MessageCount, DateTimeOffset CreatedAt, DateTimeOffset LastActivity);
