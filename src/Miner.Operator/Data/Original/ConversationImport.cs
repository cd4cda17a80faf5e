using System.Globalization;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Rows;
using Miner.Infrastructure.Persistence.Transfer;

namespace Miner.Operator.Data.Original;

/// <summary>Brings the original's messages into the store: as pairs, the newest that are kept, beside those that are there.</summary>
internal sealed class ConversationImport(
    OriginalDatabase original, StoreSession store, HistoryPolicy policy, DateTimeOffset now, ImportTally leftOut, ImportTally changed)
{
    /// <summary>Code points of a question: as much as a request may ask.</summary>
    private const int LongestQuestion = 500_000;

    private long _lastId;

    public long Conversations { get; private set; }

    public long Messages { get; private set; }

    public long MessagesThereAlready { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _lastId = await store.LastIdAsync(StoreTable.Messages, cancellationToken);
        var withMessages = 0L;
        using var messages = original.Messages().GetEnumerator();
        var more = messages.MoveNext();
        while (more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = messages.Current;
            var timed = new Group(messages, leftOut, now);
            var kept = Keep(PairedMessages.Of(timed, () => leftOut.Add("messages without the other half of their pair")));
            more = timed.HasNext;
            if (kept.Count == 0) continue;
            if (OriginalCid.Fault(first.Cid) is { } fault) leftOut.Add($"messages {fault}", 2 * kept.Count);
            else if (await MergeAsync(first.Cid!, OriginalTime.Read(first.CreatedAt, now), kept, cancellationToken)) withMessages++;
        }

        leftOut.Add("messages of no conversation", original.CountMessagesOfNoConversation());
        leftOut.Add("conversations left without a message", original.Count(OriginalTables.Conversations) - withMessages);
        await store.SetLastIdAsync(StoreTable.Messages, _lastId, cancellationToken);
    }

    /// <summary>The newest pairs that are kept, by the time of their answers.</summary>
    private List<MessagePair> Keep(IEnumerable<MessagePair> pairs)
    {
        var most = (policy.MaxMessages + 1) / 2;
        var kept = new Queue<MessagePair>();
        foreach (var pair in pairs)
        {
            if (pair.At < policy.Cutoff(now))
            {
                leftOut.Add("messages past their days", 2);
                continue;
            }

            kept.Enqueue(pair);
            if (kept.Count <= most) continue;

            kept.Dequeue();
            leftOut.Add("messages beyond the newest that a conversation keeps", 2);
        }

        return [.. kept.OrderBy(pair => pair.At)];
    }

    /// <returns>Whether the conversation has messages of the original afterwards.</returns>
    private async Task<bool> MergeAsync(
        string cid, DateTimeOffset? createdAt, List<MessagePair> pairs, CancellationToken cancellationToken)
    {
        var there = await store.FindAsync(StoreTable.Messages, cancellationToken, ("cid", cid));
        var known = Enumerable.Range(0, there.Rows.Count).Select(row => Described(there, row)).ToHashSet();
        var merged = Enumerable.Range(0, there.Rows.Count).Select(row => new StoredRows(there.Columns, [there.Rows[row]])).ToList();
        var thereAlready = 0L;
        foreach (var message in pairs.SelectMany(pair => Rows(cid, pair)))
        {
            if (known.Contains(Described(message, 0))) thereAlready++;
            else merged.Add(message);
        }

        MessagesThereAlready += thereAlready;
        var added = merged.Count - there.Rows.Count;
        if (added == 0) return thereAlready > 0;

        merged = [.. merged.OrderBy(message => message.Number(0, "timestamp")).TakeLast(policy.MaxMessages)];
        var stored = merged.Count(message => !ReferenceEquals(message.Columns, there.Columns));
        leftOut.Add("messages beyond the newest that a conversation keeps", added - stored);
        if (stored == 0) return thereAlready > 0;

        await ReplaceAsync(cid, createdAt, merged, cancellationToken);
        (Conversations, Messages) = (Conversations + 1, Messages + stored);
        return true;
    }

    private async Task ReplaceAsync(
        string cid, DateTimeOffset? createdAt, List<StoredRows> messages, CancellationToken cancellationToken)
    {
        var before = await store.FindAsync(StoreTable.Conversations, cancellationToken, ("cid", cid));
        await store.DeleteAsync(StoreTable.Messages, "cid", cid, cancellationToken);
        await store.DeleteAsync(StoreTable.Conversations, "cid", cid, cancellationToken);
        var firstMessage = messages[0].Number(0, "timestamp");
        var begun = Math.Min(firstMessage, createdAt is { } time ? UnixMicroseconds.Of(time) : firstMessage);
        if (before.Rows.Count > 0) begun = Math.Min(begun, before.Number(0, "created_at"));
        await store.InsertAsync(
            StoreTable.Conversations,
            StoredRows.Of(("cid", cid), ("created_at", begun), ("last_activity", messages[^1].Number(0, "timestamp"))),
            cancellationToken);
        foreach (var message in messages)
            await store.InsertAsync(StoreTable.Messages, message.With("id", ++_lastId), cancellationToken);
    }

    private IEnumerable<StoredRows> Rows(string cid, MessagePair pair)
    {
        var question = Content(pair.Question.Id, LongestQuestion);
        var answer = Content(pair.Answer.Id, ComponentOutput.MaxImmediateResponse);
        if (string.IsNullOrWhiteSpace(question) || string.IsNullOrWhiteSpace(answer))
        {
            leftOut.Add("messages of a pair with a blank half", 2);
            return [];
        }

        return [Row(cid, "user", pair.At, question), Row(cid, "assistant", pair.At, answer)];
    }

    private string Content(long id, int longest)
    {
        var whole = original.Content(id);
        var content = OriginalText.Storable(whole, longest);
        if (content.Length < whole.Length) changed.Add("messages cut to the length that this program takes");
        return content;
    }

    private static StoredRows Row(string cid, string role, DateTimeOffset at, string content) =>
        StoredRows.Of(("id", 0L), ("cid", cid), ("role", role), ("timestamp", UnixMicroseconds.Of(at)), ("content", content));

    private static string Described(StoredRows rows, int row) => string.Create(
        CultureInfo.InvariantCulture, $"{rows.Number(row, "timestamp")} {rows.Text(row, "role")} {rows.Text(row, "content")}");

    /// <summary>The messages of one conversation with readable content, role and time, read once.</summary>
    private sealed class Group(IEnumerator<OriginalMessage> messages, ImportTally leftOut, DateTimeOffset now) : IEnumerable<TimedMessage>
    {
        public bool HasNext { get; private set; } = true;

        public IEnumerator<TimedMessage> GetEnumerator()
        {
            var conversation = messages.Current.ConversationId;
            for (; HasNext && messages.Current.ConversationId == conversation; HasNext = messages.MoveNext())
                if (Read(messages.Current) is { } message) yield return message;
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private TimedMessage? Read(OriginalMessage message)
        {
            var role = OriginalText.Choice<MessageRole>(message.Role);
            var time = OriginalTime.Read(message.Timestamp, now);
            if (!message.IsReadable) leftOut.Add("messages that are no text, or longer than 16 MiB");
            else if (role is null) leftOut.Add("messages of another role than user and assistant");
            else if (time is null) leftOut.Add("messages without a readable time in the past");
            else return new TimedMessage(message.Id, role.Value, time.Value);
            return null;
        }
    }
}
