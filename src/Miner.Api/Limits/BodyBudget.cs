namespace Miner.Api.Limits;

/// <summary>
/// Bounds the bytes of all bodies that are being read or worked on. No caller may hold so many of them that the others are left without,
/// and what is given back goes to the waiting caller who holds least.
/// </summary>
internal sealed class BodyBudget
{
    /// <summary>Of all callers together: in memory a body is worth about three times its size.</summary>
    public const long TotalBytes = 128 * 1024 * 1024;

    /// <summary>Of one caller.</summary>
    public const long CallerBytes = TotalBytes / 4 * 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _held = [];
    private readonly LinkedList<Waiter> _waiting = [];
    private long _free = TotalBytes;

    /// <summary>Takes <paramref name="bytes"/> as soon as they are free, until what is returned is disposed of.</summary>
    /// <param name="bytes">At most <see cref="CallerBytes"/>.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled while it waited.</exception>
    public async ValueTask<Share> TakeAsync(string caller, long bytes, CancellationToken cancellationToken)
    {
        var share = new Share(this, caller, bytes);
        LinkedListNode<Waiter> waiter;
        lock (_lock)
        {
            if (bytes <= _free && MayHold(caller, bytes) && !_waiting.Any(IsNext))
            {
                Hold(caller, bytes);
                return share;
            }

            waiter = _waiting.AddLast(new Waiter(caller, bytes));
        }

        await using var given = cancellationToken.Register(() => GiveUp(waiter, cancellationToken));
        await waiter.Value.Given.Task;
        return share;
    }

    /// <summary>Whether only others' bodies keep it waiting, so that who comes later must not pass it by.</summary>
    private bool IsNext(Waiter waiter) => MayHold(waiter.Caller, waiter.Bytes);

    private bool MayHold(string caller, long bytes) => _held.GetValueOrDefault(caller) + bytes <= CallerBytes;

    private void Hold(string caller, long bytes)
    {
        _free -= bytes;
        _held[caller] = _held.GetValueOrDefault(caller) + bytes;
    }

    private void Return(string caller, long bytes)
    {
        lock (_lock)
        {
            _free += bytes;
            if ((_held[caller] -= bytes) == 0) _held.Remove(caller);
            GiveOn();
        }
    }

    private void GiveUp(LinkedListNode<Waiter> waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (waiter.List is null) return;
            _waiting.Remove(waiter);
            waiter.Value.Given.SetCanceled(cancellationToken);
            GiveOn();
        }
    }

    private void GiveOn()
    {
        while (_waiting.Where(IsNext).MinBy(waiter => _held.GetValueOrDefault(waiter.Caller)) is { } next && next.Bytes <= _free)
        {
            _waiting.Remove(next);
            Hold(next.Caller, next.Bytes);
            next.Given.SetResult();
        }
    }

    private sealed class Waiter(string caller, long bytes)
    {
        public string Caller { get; } = caller;

        public long Bytes { get; } = bytes;

        public TaskCompletionSource Given { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>What a body holds of the budget.</summary>
    public sealed class Share(BodyBudget budget, string caller, long bytes) : IDisposable
    {
        private long _bytes = bytes;

        /// <summary>Gives back all but <paramref name="kept"/>.</summary>
        public void Keep(long kept)
        {
            var rest = _bytes - kept;
            if (rest <= 0) return;
            _bytes = kept;
            budget.Return(caller, rest);
        }

        public void Dispose() => Keep(0);
    }
}
