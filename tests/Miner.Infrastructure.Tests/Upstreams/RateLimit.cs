namespace Miner.Infrastructure.Tests.Upstreams;

/// <summary>How many requests an upstream of the tests' own takes. Times are those since its start.</summary>
/// <param name="perSecond">What it allows in the long run.</param>
/// <param name="isBucket">A bucket of tokens that is filled all the time, else a count that starts anew every second.</param>
internal sealed class RateLimit(double perSecond, bool isBucket)
{
    private double _left = Math.Max(1, perSecond);
    private TimeSpan _filledAt;

    /// <returns>Null where it takes a request, else how long until it would take another.</returns>
    public TimeSpan? Take(TimeSpan now)
    {
        Fill(now);
        if (_left >= 1)
        {
            _left--;
            return null;
        }

        return isBucket ? TimeSpan.FromSeconds((1 - _left) / perSecond) : _filledAt + Window - now;
    }

    /// <summary>Of less than one a second, as many seconds as one takes.</summary>
    private TimeSpan Window => TimeSpan.FromSeconds(Math.Max(1, 1 / perSecond));

    private void Fill(TimeSpan now)
    {
        if (isBucket)
        {
            _left = Math.Min(Math.Max(1, perSecond), _left + ((now - _filledAt).TotalSeconds * perSecond));
            _filledAt = now;
        }
        else if (now >= _filledAt + Window)
        {
            _left = Math.Max(1, perSecond);
            _filledAt = TimeSpan.FromTicks(now.Ticks / Window.Ticks * Window.Ticks);
        }
    }
}
