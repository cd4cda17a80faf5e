using Miner.Domain.Conversations;

namespace Miner.Operator.Data.Original;

/// <summary>A message of which time and role are known.</summary>
internal sealed record TimedMessage(long Id, MessageRole Role, DateTimeOffset Time);

/// <summary>A question and its answer; <see cref="At"/> is when the answer was there, which is this program's time of both.</summary>
internal sealed record MessagePair(TimedMessage Question, TimedMessage Answer)
{
    public DateTimeOffset At => Answer.Time;
}

/// <summary>
/// Finds the pairs among messages that were written one by one: those of two requests may stand in each other, and one half may be
/// missing.
/// </summary>
/// <remarks>
/// Where as many answers as questions follow within a while, the first answer is the first question's. Where a half is missing, an answer
/// is that of the last question before it.
/// </remarks>
internal static class PairedMessages
{
    /// <summary>Longer than a request of the original takes.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <summary>More than there are requests on one conversation at once.</summary>
    private const int MostOpen = 100;

    /// <param name="messages">Of one conversation, by time.</param>
    /// <param name="missed">Told of each message that is no half of a pair.</param>
    public static IEnumerable<MessagePair> Of(IEnumerable<TimedMessage> messages, Action missed)
    {
        var group = new List<TimedMessage>();
        var open = 0;
        foreach (var message in messages)
        {
            if (group.Count > 0 && (message.Time - group[^1].Time > LongestPause || open >= MostOpen || group.Count >= 4 * MostOpen))
            {
                foreach (var pair in Pair(group, missed)) yield return pair;
                open = 0;
            }

            if (message.Role == MessageRole.Assistant && open == 0)
            {
                missed();
                continue;
            }

            group.Add(message);
            open += message.Role == MessageRole.User ? 1 : -1;
            if (open > 0) continue;

            foreach (var pair in Pair(group, missed)) yield return pair;
        }

        foreach (var pair in Pair(group, missed)) yield return pair;
    }

    /// <summary>Empties <paramref name="group"/>, in which before each answer there are more questions than answers.</summary>
    private static List<MessagePair> Pair(List<TimedMessage> group, Action missed)
    {
        var isWhole = group.Count(message => message.Role == MessageRole.User) * 2 == group.Count;
        var questions = new LinkedList<TimedMessage>();
        var pairs = new List<MessagePair>();
        foreach (var message in group)
        {
            if (message.Role == MessageRole.User)
            {
                questions.AddLast(message);
                continue;
            }

            var question = isWhole ? questions.First! : questions.Last!;
            questions.Remove(question);
            pairs.Add(new MessagePair(question.Value, message));
        }

        for (var rest = questions.Count; rest > 0; rest--) missed();
        group.Clear();
        return pairs;
    }
}
