namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// How fast one upstream is asked once it has said that there are too many requests: no faster than it was seen to answer, then ever a
/// little faster, and half as fast each time that it refuses again (additive increase, multiplicative decrease: Chiu and Jain, 1989).
/// Before its first refusal, and a minute after its last, there is no limit. Not safe for use by several threads. Times are those of a
/// clock that never goes back.
/// </summary>
internal sealed class RequestPace
{
    private const double Decrease = 0.5;
    private const double SlowIncrease = 0.05;
    private const double FastIncrease = 0.5;

    /// <summary>Requests a second; a refusal leaves at least this.</summary>
    private const double Slowest = 1;

    /// <summary>The share of the requests of the last second that is taken for allowed where no answer has come yet.</summary>
    private const double AllowedShare = 0.25;

    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly RecentRate _sent = new();
    private readonly RecentRate _answered = new();
    private TimeSpan? _lastRefusal;
    private TimeSpan _next;
    private double _perSecond;
    private double _refusedAt;

    /// <summary>Whether requests are held back.</summary>
    public bool IsLimited(TimeSpan now)
    {
        if (_lastRefusal is { } last && now - last > Memory && now >= _next) _lastRefusal = null;
        return _lastRefusal is not null;
    }

    /// <summary>How long until the next request may go, when <paramref name="ahead"/> others go before it; zero: at once.</summary>
    public TimeSpan Wait(TimeSpan now, int ahead)
    {
        if (!IsLimited(now)) return TimeSpan.Zero;
        var wait = (_next > now ? _next - now : TimeSpan.Zero) + (ahead * Interval);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Notes that a request goes.</summary>
    public void Sent(TimeSpan now)
    {
        _sent.Count(now);
        if (IsLimited(now)) _next = (_next > now ? _next : now) + Interval;
    }

    public void Answered(TimeSpan now)
    {
        _answered.Count(now);
        if (!IsLimited(now)) return;
        _perSecond += _perSecond < _refusedAt * Decrease ? FastIncrease : SlowIncrease;
    }

    /// <param name="wait">What the upstream asks for, or null.</param>
    public void Refused(TimeSpan now, TimeSpan? wait)
    {
        var pause = wait is { } asked ? (asked < LongestPause ? asked : LongestPause) : DefaultPause;
        if (!IsLimited(now))
        {
            _refusedAt = _sent.PerSecond(now);
            _perSecond = Math.Max(Slowest, Math.Max(_answered.PerSecond(now), _refusedAt * AllowedShare));
            _lastRefusal = now;
        }
        else if (now - _lastRefusal >= Second)
        {
            // Refusals within a second answer to the same mistake.
            _refusedAt = _perSecond;
            _perSecond = Math.Max(Slowest, _perSecond * Decrease);
            _lastRefusal = now;
        }

        if (now + pause > _next) _next = now + pause;
    }

    private TimeSpan Interval => TimeSpan.FromSeconds(1 / _perSecond);
}
