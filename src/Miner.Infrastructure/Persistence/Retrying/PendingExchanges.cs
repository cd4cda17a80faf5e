using System.Threading.Channels;
using Miner.Domain.Conversations;

namespace Miner.Infrastructure.Persistence.Retrying;

/// <summary>
/// The pairs that the store has not taken yet: of each conversation in the order of their answers, and the conversations in line for the
/// next attempt. At most <see cref="MaxPairs"/> and <see cref="MaxBytes"/> wait; past that the oldest is lost.
/// </summary>
internal sealed class PendingExchanges(HistoryPolicy policy)
{
    public const int MaxPairs = 10_000;
    public const long MaxBytes = 64 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Channel<bool> _added =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly LinkedList<PendingExchange> _oldestFirst = [];
    private readonly LinkedList<Conversation> _line = [];
    private readonly Dictionary<string, LinkedListNode<Conversation>> _conversations = new(StringComparer.Ordinal);
    private long _bytes;
    private long _lost;

    public int Count
    {
        get
        {
            lock (_lock) return _oldestFirst.Count;
        }
    }

    /// <summary>How many were given up because too many waited.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Completes when pairs were added since the last time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _added.Reader.ReadAsync(cancellationToken);

    /// <summary>The pairs of a conversation, oldest first.</summary>
    public IReadOnlyList<Exchange> Of(string cid)
    {
        lock (_lock)
        {
            return _conversations.TryGetValue(cid, out var place) ? [.. place.Value.Pairs.Select(pair => pair.Value.Exchange)] : [];
        }
    }

    /// <summary>Adds a pair behind those of its conversation.</summary>
    /// <param name="onlyBehind">Whether to leave it where the conversation has none.</param>
    /// <param name="lost">How many others were given up for it.</param>
    /// <returns>Whether it was added.</returns>
    public bool Add(string cid, Exchange exchange, bool onlyBehind, out int lost)
    {
        lost = 0;
        lock (_lock)
        {
            if (!_conversations.TryGetValue(cid, out var place))
            {
                if (onlyBehind) return false;
                _conversations.Add(cid, place = _line.AddLast(new Conversation(cid)));
            }

            var pending = new PendingExchange(cid, exchange);
            place.Value.Pairs.Enqueue(_oldestFirst.AddLast(pending));
            _bytes += pending.Bytes;
            // The history would drop the oldest as soon as the newest is stored.
            if (place.Value.Pairs.Count > Math.Max(1, (policy.MaxMessages + 1) / 2)) RemoveOldest(place);
            for (; _oldestFirst.Count > MaxPairs || (_bytes > MaxBytes && _oldestFirst.Count > 1); lost++)
                RemoveOldest(_conversations[_oldestFirst.First!.Value.Cid]);
        }

        Interlocked.Add(ref _lost, lost);
        _added.Writer.TryWrite(true);
        return true;
    }

    /// <summary>The oldest pair of the conversation that is next in line, or of <paramref name="cid"/>; null where there is none.</summary>
    public PendingExchange? Next(string? cid = null)
    {
        lock (_lock)
        {
            var place = cid is null ? _line.First : _conversations.GetValueOrDefault(cid);
            return place?.Value.Pairs.Peek().Value;
        }
    }

    /// <summary>Takes out a pair that is stored; does nothing where it is gone.</summary>
    public void Remove(PendingExchange pending)
    {
        lock (_lock)
        {
            if (_conversations.TryGetValue(pending.Cid, out var place) && ReferenceEquals(place.Value.Pairs.Peek().Value, pending))
                RemoveOldest(place);
        }
    }

    /// <summary>Has a conversation wait for all others to be tried.</summary>
    public void Postpone(string cid)
    {
        lock (_lock)
        {
            if (!_conversations.TryGetValue(cid, out var place)) return;
            _line.Remove(place);
            _line.AddLast(place);
        }
    }

    /// <returns>Whether the conversation had any.</returns>
    public bool Forget(string cid)
    {
        lock (_lock)
        {
            if (!_conversations.TryGetValue(cid, out var place)) return false;
            while (place.Value.Pairs.Count > 0) RemoveOldest(place);
            return true;
        }
    }

    private void RemoveOldest(LinkedListNode<Conversation> place)
    {
        var pair = place.Value.Pairs.Dequeue();
        _bytes -= pair.Value.Bytes;
        _oldestFirst.Remove(pair);
        if (place.Value.Pairs.Count > 0) return;
        _line.Remove(place);
        _conversations.Remove(place.Value.Cid);
    }

    private sealed record Conversation(string Cid)
    {
        /// <summary>Never empty while it is in line.</summary>
        public Queue<LinkedListNode<PendingExchange>> Pairs { get; } = [];
    }
}
