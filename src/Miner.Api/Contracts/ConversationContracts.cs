using System.ComponentModel.DataAnnotations;

namespace Miner.Api.Contracts;

/// <summary>A page of the conversations, the most recently active first.</summary>
/// <param name="TotalConversations">How many there are, on all pages.</param>
/// <param name="Conversations">Those of this page.</param>
public sealed record ConversationListResponse(int TotalConversations, IReadOnlyList<ConversationItem> Conversations);

/// <summary>A conversation without its messages.</summary>
/// <param name="Cid">Its id.</param>
/// <param name="Messages">How many messages are kept.</param>
/// <param name="CreatedAt">When its first message was stored.</param>
/// <param name="LastUpdated">When its newest message was stored.</param>
public sealed record ConversationItem(string Cid, int Messages, DateTimeOffset CreatedAt, DateTimeOffset LastUpdated);

/// <summary>A conversation; of one that is unknown, a count of 0 and null dates.</summary>
/// <param name="Cid">Its id.</param>
/// <param name="MessageCount">How many messages are kept.</param>
/// <param name="Messages">Oldest first.</param>
/// <param name="CreatedAt">When its first message was stored.</param>
/// <param name="LastActivity">When its newest message was stored.</param>
public sealed record ConversationResponse(
    string Cid, int MessageCount, IReadOnlyList<MessageItem> Messages, DateTimeOffset? CreatedAt, DateTimeOffset? LastActivity);

/// <summary>One message of a conversation.</summary>
/// <param name="Role">Who said it.</param>
/// <param name="Content">The task and queries of a user, the <c>immediate_response</c> of an assistant.</param>
/// <param name="Timestamp">When it was stored.</param>
public sealed record MessageItem([property: AllowedValues("user", "assistant")] string Role, string Content, DateTimeOffset Timestamp);

/// <summary>Tells what was deleted.</summary>
/// <param name="Success">Always true: where there is nothing to delete it is a 404.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Cid">The conversation's id.</param>
public sealed record DeletedResponse(bool Success, string Message, string Cid);
