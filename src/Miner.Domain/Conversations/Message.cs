namespace Miner.Domain.Conversations;

public enum MessageRole
{
    User,
    Assistant,
}

/// <summary>One line of a conversation.</summary>
/// <param name="Timestamp">When the exchange that it belongs to was finished, UTC.</param>
public sealed record Message(MessageRole Role, string Content, DateTimeOffset Timestamp);
