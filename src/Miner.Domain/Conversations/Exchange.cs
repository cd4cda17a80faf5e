namespace Miner.Domain.Conversations;

/// <summary>What the user asked and what the miner answered: the pair that history stores whole or not at all.</summary>
public sealed record Exchange
{
    private Exchange(string user, string assistant, DateTimeOffset at) => (User, Assistant, At) = (user, assistant, at);

    public string User { get; }

    public string Assistant { get; }

    /// <summary>When the answer was ready, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The pair to store for an answered request, or null when either half would be blank.</summary>
    public static Exchange? Create(string task, IEnumerable<string> queries, string immediateResponse, DateTimeOffset at)
    {
        var user = string.Join("\n\n", queries.Prepend(task).Where(text => !string.IsNullOrWhiteSpace(text)));
        return user.Length == 0 || string.IsNullOrWhiteSpace(immediateResponse) ? null : new Exchange(user, immediateResponse, at);
    }
}
