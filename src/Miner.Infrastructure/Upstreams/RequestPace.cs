namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// How fast one upstream is asked once it has said that there are too many requests: as fast as it was seen to allow, then ever a little
/// faster, and slower by a share each time that it refuses again (additive increase, multiplicative decrease: Chiu and Jain, 1989). Where
/// too little was asked for to see that, the pace doubles each second until it refuses again (slow start: RFC 5681, 3.1).
/// Before its first refusal, and a minute after its last, there is no limit. Not safe for use by several threads. Times are those of a
/// clock that never goes back.
/// </summary>
internal sealed class RequestPace
{
    /// <summary>What a refusal leaves of the pace, where there were answers since the one before it.</summary>
    private const double Decrease = 0.85;

    /// <summary>The same where there were none, and at the worst where fewer came than were asked for.</summary>
    private const double SteepDecrease = 0.5;

    /// <summary>Of the pace that was refused last, in a second of answers.</summary>
    private const double Increase = 0.01;

    /// <summary>The same far below it.</summary>
    private const double SteepIncrease = 0.1;

    private const double FarBelow = 0.7;

    /// <summary>Requests a second from which on the answers of a second tell what is allowed.</summary>
    private const double Measurable = 4;

    private const double Slowest = 0.05;
    private const double SlowestStart = 1;

    /// <summary>How far the pace may be caught up with, as timers wake a little late.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestOwnPause = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly RecentRate _sent = new();
    private readonly RecentRate _answered = new();
    private TimeSpan? _lastRefusal;
    private TimeSpan _pause;
    private TimeSpan _next;
    private double _perSecond;
    private double _refusedAt;
    private int _allowed;
    private bool _isMeasuring;
    private bool _isSlowStart;
    private bool _hasAnswered;

    private TimeSpan Interval => TimeSpan.FromSeconds(1 / _perSecond);

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
        return (_next > now ? _next - now : TimeSpan.Zero) + (ahead * Interval);
    }

    /// <summary>Notes that a request goes.</summary>
    public void Sent(TimeSpan now)
    {
        _sent.Count(now);
        if (IsLimited(now)) _next = (_next > now - Tolerance ? _next : now - Tolerance) + Interval;
    }

    public void Answered(TimeSpan now)
    {
        _answered.Count(now);
        _hasAnswered = true;
        if (!IsLimited(now)) return;
        if (_isSlowStart)
        {
            // A pace that nobody goes at is not known to be allowed.
            _perSecond = Math.Max(_perSecond, Math.Min(_perSecond + 1, 2 * _answered.PerSecond(now)));
            return;
        }

        var share = _perSecond < _refusedAt * FarBelow ? SteepIncrease : Increase;
        _perSecond += _refusedAt * share / Math.Max(1, _perSecond);
    }

    /// <param name="wait">What the upstream asks for, or null.</param>
    public void Refused(TimeSpan now, TimeSpan? wait)
    {
        if (!IsLimited(now)) Start(now);
        else if (now - _lastRefusal >= Second) SlowDown(now);
        if (_isMeasuring) Measure();

        var pause = wait ?? _pause;
        if (pause > LongestPause) pause = LongestPause;
        if (now + pause > _next) _next = now + pause;
    }

    private void Start(TimeSpan now)
    {
        _lastRefusal = now;
        _pause = Second;
        _allowed = _sent.PerSecond(now);
        _refusedAt = Math.Max(_allowed, SlowestStart);
        _isMeasuring = true;
        _isSlowStart = _allowed < Measurable;
        _hasAnswered = false;
    }

    /// <summary>What was sent within a second and not refused was allowed.</summary>
    private void Measure()
    {
        _allowed--;
        _perSecond = Math.Max(_allowed, SlowestStart);
        if (_allowed > 0) _refusedAt = _allowed;
    }

    /// <summary>Not more than once a second: refusals within one answer to the same mistake.</summary>
    private void SlowDown(TimeSpan now)
    {
        _lastRefusal = now;
        _isMeasuring = false;
        _isSlowStart = false;
        _refusedAt = _perSecond;
        var kept = !_hasAnswered ? SteepDecrease
            : _perSecond < Measurable ? Decrease
            : Math.Clamp(_answered.PerSecond(now) / _perSecond, SteepDecrease, Decrease);
        _perSecond = Math.Max(Slowest, _perSecond * kept);
        var pause = _hasAnswered ? Interval : 2 * _pause;
        _pause = pause < LongestOwnPause ? pause : LongestOwnPause;
        _hasAnswered = false;
    }
}
