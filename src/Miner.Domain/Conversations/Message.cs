namespace Miner.Domain.Conversations;

public enum MessageRole
{
    User,
    Assistant,
}

/// <summary>Who wrote a message. Only <see cref="Model"/> wrote what a model may take for its own words.</summary>
public enum MessageOrigin
{
    /// <summary>Stored before it was recorded, or by another program.</summary>
    Unknown,

    /// <summary>Who asked.</summary>
    Caller,

    /// <summary>A language model.</summary>
    Model,

    /// <summary>This program, which quotes callers: a vote, the embedded model's answer, a report of what a feedback changed.</summary>
    Miner,

    /// <summary>Pages that a web search found.</summary>
    WebSearch,
}

/// <summary>One line of a conversation.</summary>
/// <param name="Timestamp">When the exchange that it belongs to was finished, UTC.</param>
public sealed record Message(
    MessageRole Role, string Content, DateTimeOffset Timestamp, MessageOrigin Origin = MessageOrigin.Unknown);
