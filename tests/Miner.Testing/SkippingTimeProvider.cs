using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Miner.Testing;

/// <summary>
/// A clock that stands still while the network is busy, and skips what the code under test waits for on purpose: a timer of at most
/// <see cref="LongestSkipped"/> is taken for a wait between attempts, a longer one for a deadline, which a test advances to by hand.
/// </summary>
public sealed class SkippingTimeProvider : FakeTimeProvider
{
    public static readonly TimeSpan LongestSkipped = TimeSpan.FromSeconds(12);

    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>The waits so far, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    /// <summary>What is done about a wait instead of skipping it.</summary>
    public Action? InsteadOfSkipping { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestSkipped)
        {
            _waits.Enqueue(dueTime);
            var meet = InsteadOfSkipping ?? (() => Advance(dueTime));
            ThreadPool.QueueUserWorkItem(_ => meet());
        }

        return timer;
    }
}
