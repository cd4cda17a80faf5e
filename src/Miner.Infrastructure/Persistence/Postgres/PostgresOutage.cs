namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>
/// Whether the server is away. For a moment, as long as a restart takes, all wait for it together; from then on work fails at once, so
/// that answers go on without it, and one attempt a second finds out whether it is back.
/// </summary>
/// <param name="patience">How long an outage is waited for, from its first failure on.</param>
internal sealed class PostgresOutage(TimeSpan patience, TimeProvider time)
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long? _since;
    private long _lastProbe;

    public bool IsOn
    {
        get
        {
            lock (_lock) return _since is not null;
        }
    }

    /// <summary>Whether an attempt may be made now.</summary>
    public bool MayTry()
    {
        lock (_lock)
        {
            if (_since is not { } since || time.GetElapsedTime(since) < patience) return true;
            if (time.GetElapsedTime(_lastProbe) < ProbeInterval) return false;
            _lastProbe = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>An attempt failed because the server was away.</summary>
    /// <param name="attempted">When it began.</param>
    /// <param name="isFirst">Whether this is the outage's first failure.</param>
    /// <returns>Whether the outage is still one to wait for.</returns>
    public bool Failed(long attempted, out bool isFirst)
    {
        lock (_lock)
        {
            isFirst = _since is null;
            _since ??= attempted;
            if (time.GetElapsedTime(_since.Value) < patience) return true;
            _lastProbe = time.GetTimestamp();
            return false;
        }
    }

    /// <summary>An attempt reached the server.</summary>
    /// <returns>How long it was away, or null when it was not.</returns>
    public TimeSpan? Over()
    {
        lock (_lock)
        {
            if (_since is not { } since) return null;
            _since = null;
            return time.GetElapsedTime(since);
        }
    }
}
