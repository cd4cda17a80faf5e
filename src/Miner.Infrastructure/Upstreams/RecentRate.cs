namespace Miner.Infrastructure.Upstreams;

/// <summary>How many things happened in the last second, to a tenth of it.</summary>
internal sealed class RecentRate
{
    private const int Slots = 10;
    private static readonly long SlotTicks = TimeSpan.TicksPerSecond / Slots;

    private readonly int[] _counts = new int[Slots];
    private long _last;

    public void Count(TimeSpan now)
    {
        Forget(now);
        _counts[_last % Slots]++;
    }

    public int PerSecond(TimeSpan now)
    {
        Forget(now);
        return _counts.Sum();
    }

    private void Forget(TimeSpan now)
    {
        var slot = now.Ticks / SlotTicks;
        for (var stale = Math.Max(_last + 1, slot - Slots + 1); stale <= slot; stale++) _counts[stale % Slots] = 0;
        _last = Math.Max(_last, slot);
    }
}
