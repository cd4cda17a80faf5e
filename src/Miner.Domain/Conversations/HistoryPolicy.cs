using Miner.Domain.Text;

namespace Miner.Domain.Conversations;

/// <summary>How much of a conversation is kept, and how much of that the model reads (contract, "Conversation history").</summary>
/// <param name="MaxMessages">How many messages a conversation keeps; the oldest are dropped.</param>
/// <param name="MaxAge">How old a message may grow.</param>
/// <param name="ContextMessages">How many of the newest messages the model may read.</param>
/// <param name="ContextTokens">How many tokens these may have together, as <see cref="TokenEstimate"/> counts them; with 0 it reads
/// none.</param>
public sealed record HistoryPolicy(int MaxMessages, TimeSpan MaxAge, int ContextMessages, int ContextTokens)
{
    /// <summary>Tokens that the chat format puts around each message.</summary>
    public const int TokensAroundMessage = 4;

    /// <summary>How many of the newest messages can matter to the model at most.</summary>
    public int ReadableMessages => Math.Min(MaxMessages, ContextMessages);

    /// <summary>Messages from before this moment are past their days.</summary>
    public DateTimeOffset Cutoff(DateTimeOffset now) => now - MaxAge;

    /// <summary>
    /// What is kept of <paramref name="messages"/> (oldest first): the newest <see cref="MaxMessages"/> not past their days.
    /// </summary>
    public IReadOnlyList<Message> Keep(IReadOnlyList<Message> messages, DateTimeOffset now)
    {
        var cutoff = Cutoff(now);
        return [.. messages.Where(message => message.Timestamp >= cutoff).TakeLast(MaxMessages)];
    }

    /// <summary>
    /// What the model reads of <paramref name="messages"/> (oldest first): of the newest <see cref="ContextMessages"/> that are kept, the
    /// newest whole pairs of question and answer that fit into <see cref="ContextTokens"/>. A pair that is longer than all of that is
    /// left out; the first that no longer fits into what is left ends it, so that nothing is missing in between.
    /// </summary>
    public IReadOnlyList<Message> ForModel(IReadOnlyList<Message> messages, DateTimeOffset now)
    {
        var readable = NewestOf(messages, ReadableMessages, now);
        var newestFirst = new List<Message>(readable.Count);
        var room = ContextTokens;
        for (var i = 0; i + 1 < readable.Count; i++)
        {
            var (answer, question) = (readable[i], readable[i + 1]);
            if (question.Role != MessageRole.User || answer.Role != MessageRole.Assistant) continue;

            i++;
            var tokens = Tokens(question) + Tokens(answer);
            if (tokens > ContextTokens) continue;
            if (tokens > room) break;
            room -= (int)tokens;
            newestFirst.Add(answer);
            newestFirst.Add(question);
        }

        newestFirst.Reverse();
        return newestFirst;
    }

    /// <summary>The newest that are not past their days, newest first.</summary>
    private List<Message> NewestOf(IReadOnlyList<Message> messages, int most, DateTimeOffset now)
    {
        var cutoff = Cutoff(now);
        var newest = new List<Message>(Math.Min(most, messages.Count));
        for (var i = messages.Count - 1; i >= 0 && newest.Count < most; i--)
        {
            if (messages[i].Timestamp >= cutoff) newest.Add(messages[i]);
        }

        return newest;
    }

    private static long Tokens(Message message) => TokensAroundMessage + (long)TokenEstimate.Of(message.Content);
}
