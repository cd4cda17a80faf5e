using Miner.Application.Ports;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// Where requests to one upstream wait for a connection, and for their turn while it asks to be asked less often. First come, first served,
/// whoever comes again after a failure included; who cannot be served in time is sent away at once, so that nobody waits in vain. Safe for
/// use by several threads.
/// </summary>
/// <param name="connections">How many requests may be out at once, 1 or more.</param>
internal sealed class UpstreamGate(int connections, TimeProvider time)
{
    private const string Busy = "has too many requests waiting for it";

    /// <summary>Of the last stay in the mean (exponential moving average).</summary>
    private const double Weight = 0.1;

    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private readonly RequestPace _pace = new();
    private readonly long _started = time.GetTimestamp();
    private int _out;
    private TimeSpan _meanStay;
    private ITimer? _alarm;

    /// <summary>Whether the upstream has asked to be asked less often.</summary>
    public bool IsPaced
    {
        get
        {
            lock (_lock) return _pace.IsLimited(Now);
        }
    }

    /// <summary>Whether the next request has to wait until one ends.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock) return _out >= connections;
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_started);

    /// <summary>Waits for a turn.</summary>
    /// <param name="call">Its <see cref="UpstreamCall.Patience"/> is how long at most.</param>
    /// <returns>Whether there was a wait.</returns>
    /// <exception cref="UpstreamException">The turn would come too late.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<bool> EnterAsync(UpstreamCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TryEnter()) return false;
        var patience = call.Patience();
        var waiter = Join(call, patience);
        try
        {
            await waiter.Turn.Task.WaitAsync(waiter.IsPaced ? Timeout.InfiniteTimeSpan : patience, time, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            if (GiveUp(waiter) is not { } wait) await waiter.Turn.Task;
            else if (exception is TimeoutException) throw TooLate(wait);
            else throw;
        }

        return true;
    }

    /// <summary>To be called once for each turn, when its request has ended.</summary>
    /// <param name="stay">How long it was out; null where it was not sent.</param>
    public void Leave(TimeSpan? stay)
    {
        lock (_lock)
        {
            _out--;
            if (stay is { } last) _meanStay = _meanStay == TimeSpan.Zero ? last : (_meanStay * (1 - Weight)) + (last * Weight);
            Admit();
        }
    }

    public void Answered()
    {
        lock (_lock) _pace.Answered(Now);
    }

    /// <summary>Notes that the upstream refused a request because there were too many.</summary>
    /// <param name="wait">How long it asks to be left alone, or null.</param>
    public void Refused(TimeSpan? wait)
    {
        lock (_lock)
        {
            _pace.Refused(Now, wait);
            DismissLate();
            SetAlarm();
        }
    }

    private bool TryEnter()
    {
        lock (_lock)
        {
            if (_waiting.Count > 0 || _out >= connections || _pace.Wait(Now, ahead: 0) > TimeSpan.Zero) return false;
            Send();
            return true;
        }
    }

    private Waiter Join(UpstreamCall call, TimeSpan patience)
    {
        lock (_lock)
        {
            var waiter = new Waiter(Now - call.Elapsed, Now + patience, Now + call.Left, isPaced: _out < connections);
            var wait = ExpectedWait(ahead: Enqueue(waiter));
            if (IsTooLate(waiter, wait))
            {
                _waiting.Remove(waiter.Place);
                throw TooLate(wait);
            }

            Admit();
            return waiter;
        }
    }

    private TimeSpan ExpectedWait(int ahead)
    {
        var paced = _pace.Wait(Now, ahead);
        if (_out < connections) return paced;
        var stays = _meanStay * ((ahead + 1.0) / connections);
        return stays > paced ? stays : paced;
    }

    /// <summary>Those whose call began earlier go first.</summary>
    /// <returns>How many are before it.</returns>
    private int Enqueue(Waiter waiter)
    {
        var before = _waiting.Last;
        var ahead = _waiting.Count;
        for (; before is not null && before.Value.Since > waiter.Since; before = before.Previous) ahead--;
        if (before is null) _waiting.AddFirst(waiter.Place);
        else _waiting.AddAfter(before, waiter.Place);
        return ahead;
    }

    private void Admit()
    {
        DismissImpatient();
        while (_waiting.First is { } first && _out < connections && _pace.Wait(Now, ahead: 0) == TimeSpan.Zero)
        {
            _waiting.RemoveFirst();
            if (IsTooLate(first.Value, TimeSpan.Zero))
            {
                first.Value.Turn.SetException(TooLate(TimeSpan.Zero));
                continue;
            }

            first.Value.Turn.SetResult();
            Send();
        }

        DismissLate();
        SetAlarm();
    }

    /// <summary>A turn is of no use that leaves less time than an answer takes.</summary>
    private bool IsTooLate(Waiter waiter, TimeSpan wait) =>
        Now + wait >= waiter.Latest || Now + wait + _meanStay >= waiter.Deadline;

    /// <summary>Those who came last wait longest.</summary>
    private void DismissLate()
    {
        while (_waiting.Last is { } last && ExpectedWait(_waiting.Count - 1) is var wait && IsTooLate(last.Value, wait))
        {
            _waiting.RemoveLast();
            last.Value.Turn.SetException(TooLate(wait));
        }
    }

    /// <summary>Those who were to wait for the pace alone, and whose turn was taken by calls that began earlier.</summary>
    private void DismissImpatient()
    {
        if (_out < connections) return;
        foreach (var waiter in _waiting.Where(waiter => waiter.IsPaced && waiter.Latest <= Now).ToList())
        {
            _waiting.Remove(waiter.Place);
            waiter.Turn.SetException(TooLate(ExpectedWait(_waiting.Count)));
        }
    }

    private void Send()
    {
        _out++;
        _pace.Sent(Now);
    }

    /// <summary>A connection that becomes free admits by itself; a pause, or a patience, that ends does not.</summary>
    private void SetAlarm()
    {
        _alarm?.Dispose();
        _alarm = null;
        if (_waiting.Count == 0) return;
        var wait = _out < connections
            ? _pace.Wait(Now, ahead: 0)
            : _waiting.Where(waiter => waiter.IsPaced).Min(waiter => (TimeSpan?)waiter.Latest) - Now;
        if (wait is not { } left) return;
        // Timers know whole milliseconds, and would wake too early.
        var due = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(left.TotalMilliseconds)));
        _alarm = time.CreateTimer(_ => Wake(), state: null, due, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_lock) Admit();
    }

    /// <returns>How long the wait would have gone on; null where it ended in the same moment.</returns>
    private TimeSpan? GiveUp(Waiter waiter)
    {
        lock (_lock)
        {
            if (waiter.Turn.Task.IsCompleted) return null;
            _waiting.Remove(waiter.Place);
            return ExpectedWait(_waiting.Count);
        }
    }

    private static UpstreamException TooLate(TimeSpan wait) =>
        new(UpstreamFailure.Overloaded, Busy, TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds))));

    private sealed class Waiter
    {
        public Waiter(TimeSpan since, TimeSpan latest, TimeSpan deadline, bool isPaced)
        {
            Since = since;
            Latest = latest;
            Deadline = deadline;
            IsPaced = isPaced;
            Place = new LinkedListNode<Waiter>(this);
        }

        /// <summary>When its call began.</summary>
        public TimeSpan Since { get; }

        /// <summary>When a turn comes too late.</summary>
        public TimeSpan Latest { get; }

        /// <summary>When an answer comes too late.</summary>
        public TimeSpan Deadline { get; }

        /// <summary>Whether only the pace held it back when it came, so that it has no timer of its own.</summary>
        public bool IsPaced { get; }

        public LinkedListNode<Waiter> Place { get; }

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
