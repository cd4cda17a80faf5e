namespace Miner.Domain.Conversations;

/// <summary>What the user asked and what the miner answered: the pair that history stores whole or not at all.</summary>
public sealed record Exchange
{
    private Exchange(string user, string assistant, MessageOrigin origin, DateTimeOffset at) =>
        (User, Assistant, AssistantOrigin, At) = (user, assistant, origin, at);

    public string User { get; }

    public string Assistant { get; }

    /// <summary>Who wrote <see cref="Assistant"/>; <see cref="User"/> is the caller's.</summary>
    public MessageOrigin AssistantOrigin { get; }

    /// <summary>When the answer was ready, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The two lines that it is read as.</summary>
    public IEnumerable<Message> Messages =>
    [
        new(MessageRole.User, User, At, MessageOrigin.Caller),
        new(MessageRole.Assistant, Assistant, At, AssistantOrigin),
    ];

    /// <summary>Whether <paramref name="messages"/> hold it; of their times they may have cut what is finer than a microsecond.</summary>
    public bool IsIn(IReadOnlyList<Message> messages) => Messages.All(mine => messages.Any(other =>
        other.Role == mine.Role
        && (mine.Timestamp - other.Timestamp).Duration() < TimeSpan.FromMicroseconds(1)
        && other.Content == mine.Content));

    /// <summary>The pair to store for an answered request, or null when either half would be blank.</summary>
    /// <param name="origin">Who wrote <paramref name="immediateResponse"/>.</param>
    public static Exchange? Create(
        string task,
        IEnumerable<string> queries,
        string immediateResponse,
        DateTimeOffset at,
        MessageOrigin origin = MessageOrigin.Unknown)
    {
        var user = string.Join("\n\n", queries.Prepend(task).Where(text => !string.IsNullOrWhiteSpace(text)));
        return user.Length == 0 || string.IsNullOrWhiteSpace(immediateResponse)
            ? null
            : new Exchange(user, immediateResponse, origin, at);
    }
}
