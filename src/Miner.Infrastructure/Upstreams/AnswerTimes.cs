namespace Miner.Infrastructure.Upstreams;

/// <summary>How long the last answers of one upstream took. Safe for use by several threads.</summary>
internal sealed class AnswerTimes
{
    private const int Kept = 100;

    /// <summary>Of fewer answers a median says little.</summary>
    private const int Enough = 20;

    private readonly Lock _lock = new();
    private readonly TimeSpan[] _last = new TimeSpan[Kept];
    private int _count;
    private TimeSpan? _median;

    /// <summary>Null before there are enough answers.</summary>
    public TimeSpan? Median
    {
        get
        {
            lock (_lock)
            {
                if (_count < Enough) return null;
                return _median ??= _last[..Math.Min(_count, Kept)].Order().ElementAt(Math.Min(_count, Kept) / 2);
            }
        }
    }

    public void Add(TimeSpan elapsed)
    {
        lock (_lock)
        {
            _last[_count % Kept] = elapsed;
            _count = _count == int.MaxValue ? Kept : _count + 1;
            _median = null;
        }
    }
}
