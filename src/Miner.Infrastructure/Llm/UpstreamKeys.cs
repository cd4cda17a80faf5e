using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// The keys to one upstream, used in turn. One that is refused, or out of credit, rests for a while, and so does one that is to be used
/// less often, for longer than all can share the pace. Safe for use by several threads.
/// </summary>
/// <param name="keys">None for an upstream that asks for none.</param>
internal sealed class UpstreamKeys(IReadOnlyList<string> keys, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    /// <summary>Up to here the keys share the pace: where each is used as often as it may be, each is refused now and then.</summary>
    private static readonly TimeSpan BriefWait = TimeSpan.FromSeconds(2);

    /// <summary>How long a key is refused on end before it rests as long again, where the upstream names no longer time.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestOwnPause = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly UpstreamKey[] _keys =
        [.. keys.Select(key => key.Trim()).Where(key => key.Length > 0).DefaultIfEmpty().Select(key => new UpstreamKey(key))];

    private readonly long _started = time.GetTimestamp();
    private int _turn;
    private TimeSpan _limitedUntil;

    public int Count => _keys.Length;

    /// <summary>Whether one was to be used less often within the last minute.</summary>
    public bool AreLimited
    {
        get
        {
            lock (_lock) return Now < _limitedUntil;
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_started);

    /// <summary>Whether there is one that does not rest.</summary>
    public bool HasAny
    {
        get
        {
            lock (_lock) return _keys.Any(key => key.RestsUntil <= Now);
        }
    }

    /// <summary>The next key that does not rest; where all are to be used less often, the one that may be used soonest.</summary>
    /// <param name="orAny">Whether one that was refused will do where all were: an upstream may forgive.</param>
    /// <exception cref="UpstreamException">All were refused: why the last one was.</exception>
    public UpstreamKey Next(bool orAny)
    {
        lock (_lock)
        {
            var now = Now;
            for (var i = 0; i < _keys.Length; i++)
            {
                var key = _keys[_turn];
                _turn = (_turn + 1) % _keys.Length;
                if (key.RestsUntil <= now && key.LimitedUntil <= now) return key;
            }

            if (_keys.Where(key => key.RestsUntil <= now).MinBy(key => key.LimitedUntil) is { } limited) return limited;
            var last = _keys.MaxBy(key => key.RestsUntil)!;
            return orAny ? _keys.MinBy(key => key.RestsUntil)! : throw last.Refusal!;
        }
    }

    /// <summary>Ends the rest of a key that was asked with all the same, and taken.</summary>
    public void Accept(UpstreamKey key)
    {
        lock (_lock)
        {
            key.RestsUntil = TimeSpan.Zero;
            if (key.LimitedUntil <= Now) key.LimitedSince = null;
        }
    }

    /// <summary>Lets <paramref name="key"/> rest, which the upstream asks to use less often.</summary>
    /// <param name="wait">For how long, or null where it does not say.</param>
    /// <returns>How long until one may be used, zero where another may at once; null where all are to share the pace.</returns>
    public TimeSpan? Limit(UpstreamKey key, TimeSpan? wait)
    {
        lock (_lock)
        {
            var now = Now;
            var limited = now - (key.LimitedSince ??= now);
            var pause = wait > BriefWait ? wait.Value : limited < LongestOwnPause ? limited : LongestOwnPause;
            if (pause < FirstPause) return null;
            if (pause > LongestPause) pause = LongestPause;
            if (now + pause > key.LimitedUntil) key.LimitedUntil = now + pause;
            _limitedUntil = now + LongestPause;
            var free = _keys.Where(other => other.RestsUntil <= now).Select(other => other.LimitedUntil).DefaultIfEmpty(now + pause).Min();
            return free > now ? free - now : TimeSpan.Zero;
        }
    }

    /// <summary>Lets <paramref name="key"/> rest.</summary>
    /// <returns>Whether another does not.</returns>
    public bool Refuse(UpstreamKey key, UpstreamException refusal)
    {
        lock (_lock)
        {
            key.Refusal = refusal;
            key.RestsUntil = Now + Rest;
            return _keys.Any(other => other.RestsUntil <= Now);
        }
    }
}

/// <param name="secret">Null where none is sent.</param>
internal sealed class UpstreamKey(string? secret)
{
    public string? Secret => secret;

    /// <summary>When it may be tried again that was refused.</summary>
    public TimeSpan RestsUntil { get; set; }

    /// <summary>When it may be used again that was used too often.</summary>
    public TimeSpan LimitedUntil { get; set; }

    /// <summary>When it was used too often for the first time since it was last taken; null where it was not.</summary>
    public TimeSpan? LimitedSince { get; set; }

    public UpstreamException? Refusal { get; set; }
}
