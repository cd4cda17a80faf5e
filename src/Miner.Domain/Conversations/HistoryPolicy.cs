namespace Miner.Domain.Conversations;

/// <summary>How much of a conversation is kept, and how much of that the model reads (contract, "Conversation history").</summary>
/// <param name="MaxMessages">How many messages a conversation keeps; the oldest are dropped.</param>
/// <param name="MaxAge">How old a message may grow.</param>
/// <param name="ContextMessages">How many of the newest messages the model may read.</param>
public sealed record HistoryPolicy(int MaxMessages, TimeSpan MaxAge, int ContextMessages)
{
    /// <summary>Messages from before this moment are past their days.</summary>
    public DateTimeOffset Cutoff(DateTimeOffset now) => now - MaxAge;

    /// <summary>What is kept of <paramref name="messages"/> (oldest first): the newest <see cref="MaxMessages"/> not past their days.</summary>
    public IReadOnlyList<Message> Keep(IReadOnlyList<Message> messages, DateTimeOffset now)
    {
        var cutoff = Cutoff(now);
        return [.. messages.Where(message => message.Timestamp >= cutoff).TakeLast(MaxMessages)];
    }

    /// <summary>
    /// What the model reads of <paramref name="messages"/> (oldest first): the newest <see cref="ContextMessages"/> that are kept,
    /// less a leading answer whose question was cut off.
    /// </summary>
    public IReadOnlyList<Message> ForModel(IReadOnlyList<Message> messages, DateTimeOffset now) =>
        [.. Keep(messages, now).TakeLast(ContextMessages).SkipWhile(message => message.Role == MessageRole.Assistant)];
}
