using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Miner.Testing;

/// <summary>
/// A clock that stands still while the network is busy, and passes over what the code under test waits for on purpose: a timer of at most
/// <see cref="LongestPause"/> is taken for a pause between attempts, a longer one for a deadline, to which a test advances by hand. So no
/// test waits in real time, and none advances before the code under test has come to its wait.
/// </summary>
public sealed class DrivenClock : FakeTimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _pauses = new();
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public DrivenClock()
    {
    }

    public DrivenClock(DateTimeOffset start)
        : base(start)
    {
    }

    /// <summary>Zero takes every timer for a deadline, <see cref="TimeSpan.MaxValue"/> none.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>The pauses so far, in order.</summary>
    public IReadOnlyList<TimeSpan> Pauses => [.. _pauses];

    /// <summary>What is done about a pause instead of passing over it.</summary>
    public Action? InsteadOfPassing { get; set; }

    /// <summary>
    /// Waits until somebody waits for <paramref name="dueTime"/>, or for any time, who is not waited for by an earlier call.
    /// </summary>
    /// <exception cref="TimeoutException">Nobody does within <see cref="Patience.Limit"/>.</exception>
    public async Task TimerAsync(TimeSpan? dueTime = null)
    {
        TimeSpan timer;
        do timer = await _timers.Reader.ReadAsync().AsTask().InTimeAsync();
        while (dueTime is { } wanted && timer != wanted);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime <= TimeSpan.Zero) return timer;
        _timers.Writer.TryWrite(dueTime);
        if (dueTime > LongestPause) return timer;

        _pauses.Enqueue(dueTime);
        var pass = InsteadOfPassing ?? (() => Advance(dueTime));
        ThreadPool.QueueUserWorkItem(_ => pass());
        return timer;
    }
}
