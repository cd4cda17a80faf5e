using System.Net;
using Miner.Infrastructure.Counters;

namespace Miner.Api.Security;

/// <summary>
/// Counts wrong keys by address: ten within a minute, and for a minute the next ones from there are not even answered with 403.
/// </summary>
/// <remarks>
/// Addresses are dropped a minute after their last wrong key, and never more than <see cref="MaxAddresses"/> are kept. Past that a new
/// one goes uncounted: who commands that many addresses gains nothing by it.
/// </remarks>
internal sealed class WrongKeys(ISharedCounters shared, TimeProvider time)
{
    public const int Allowed = 10;
    public const int MaxAddresses = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Record> _addresses = [];
    private long _swept = time.GetTimestamp();

    /// <summary>How many addresses are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _addresses.Count;
        }
    }

    /// <summary>
    /// Counts a wrong key from <paramref name="address"/> over all replicas; none other is asked where this one blocks it.
    /// </summary>
    /// <returns>As <see cref="Add"/> does.</returns>
    public async ValueTask<TimeSpan?> AddAsync(IPAddress? address, CancellationToken cancellationToken)
    {
        if (Add(address) is { } wait) return wait;
        var failures = await shared.AddFailureAsync($"wrong-key:{CallerAddress.Subnet(address)}", Allowed, Window, cancellationToken);
        return failures?.Blocked;
    }

    /// <summary>Counts a wrong key from <paramref name="address"/> in this replica.</summary>
    /// <returns>How long none is taken from there any more, or null when this one was within what is allowed.</returns>
    public TimeSpan? Add(IPAddress? address)
    {
        var subnet = CallerAddress.Subnet(address);
        var now = time.GetTimestamp();
        lock (_lock)
        {
            if (!_addresses.TryGetValue(subnet, out var record))
            {
                if (!HasRoom(now)) return null;
                _addresses.Add(subnet, record = new Record());
            }

            if (record.BlockedAt is { } blockedAt)
            {
                if (Window - time.GetElapsedTime(blockedAt, now) is var left && left > TimeSpan.Zero) return left;
                record.BlockedAt = null;
            }

            while (record.Times.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Window) record.Times.Dequeue();
            record.Times.Enqueue(now);
            if (record.Times.Count < Allowed) return null;
            record.BlockedAt = now;
            record.Times.Clear();
            return null;
        }
    }

    private bool HasRoom(long now)
    {
        if (_addresses.Count < MaxAddresses) return true;
        if (time.GetElapsedTime(_swept, now) < SweepInterval) return false;
        _swept = now;
        foreach (var (subnet, record) in _addresses)
        {
            if (time.GetElapsedTime(record.BlockedAt ?? record.Times.Last(), now) >= Window) _addresses.Remove(subnet);
        }

        return _addresses.Count < MaxAddresses;
    }

    private sealed class Record
    {
        /// <summary>Of the wrong keys within the last minute, fewer than <see cref="Allowed"/>.</summary>
        public Queue<long> Times { get; } = new(1);

        public long? BlockedAt { get; set; }
    }
}
