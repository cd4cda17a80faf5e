using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// The keys to one upstream, used in turn. One that is refused, or out of credit, rests for a while. Safe for use by several threads.
/// </summary>
/// <param name="keys">None for an upstream that asks for none.</param>
internal sealed class UpstreamKeys(IReadOnlyList<string> keys, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly UpstreamKey[] _keys =
        [.. keys.Select(key => key.Trim()).Where(key => key.Length > 0).DefaultIfEmpty().Select(key => new UpstreamKey(key))];

    private readonly long _started = time.GetTimestamp();
    private int _turn;

    private TimeSpan Now => time.GetElapsedTime(_started);

    /// <summary>Whether there is one that does not rest.</summary>
    public bool HasAny
    {
        get
        {
            lock (_lock) return _keys.Any(key => key.RestsUntil <= Now);
        }
    }

    /// <summary>The next key that does not rest.</summary>
    /// <param name="orAny">Whether one that rests will do where all do: an upstream may forgive.</param>
    /// <exception cref="UpstreamException">All rest: why the last one does.</exception>
    public UpstreamKey Next(bool orAny)
    {
        lock (_lock)
        {
            var now = Now;
            for (var i = 0; i < _keys.Length; i++)
            {
                var key = _keys[_turn];
                _turn = (_turn + 1) % _keys.Length;
                if (key.RestsUntil <= now) return key;
            }

            var last = _keys.MaxBy(key => key.RestsUntil)!;
            return orAny ? _keys.MinBy(key => key.RestsUntil)! : throw last.Refusal!;
        }
    }

    /// <summary>Ends the rest of a key that was asked with all the same, and taken.</summary>
    public void Accept(UpstreamKey key)
    {
        lock (_lock) key.RestsUntil = TimeSpan.Zero;
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

    public TimeSpan RestsUntil { get; set; }

    public UpstreamException? Refusal { get; set; }
}
