using System.Collections.Concurrent;
using System.Net;
using Miner.Api.Security;
using Miner.Api.Settings;
using Miner.Application.Ports;
using Miner.Infrastructure.Counters;

namespace Miner.Api.Limits;

/// <summary>
/// Counts requests in windows, one for each endpoint, key and client address, and one for each key whatever the endpoint and whoever has
/// it. A window opens with its first request.
/// </summary>
/// <remarks>
/// Windows that are over are swept once their number has doubled since the last sweep, so memory follows the callers of the last period:
/// only callers with a right key have a window.
/// </remarks>
internal sealed class RequestLimiter(Reloadable<RequestLimitSettings> limits, ISharedCounters shared, TimeProvider time)
{
    private const int FirstSweep = 1_024;
    private const string AllEndpoints = "";

    private readonly ConcurrentDictionary<Caller, Window> _windows = new();
    private int _sweepAt = FirstSweep;

    /// <summary>
    /// Counts a request over all replicas. It counts here too, so that this replica knows what it has let through once it is alone.
    /// </summary>
    /// <returns>Where the caller stands with the endpoint, or with its key where that is used up; null when nothing is limited.</returns>
    public async ValueTask<RequestLimitState?> CountAsync(
        string endpoint, string key, IPAddress? address, CancellationToken cancellationToken)
    {
        var settings = limits.Value;
        var alone = Count(endpoint, key, address);
        if (shared.Sharing != CounterSharing.Shared) return alone;
        RequestLimitState? own = null;
        if (settings.Limits.TryGetValue(endpoint, out var limit))
        {
            own = await ShareAsync($"limit:{endpoint}:{key}:{CallerAddress.Subnet(address)}", limit, cancellationToken);
            if (own is null) return alone;
            if (!own.Allowed) return own;
        }

        if (settings.PerKey is not { } perKey) return own;
        var whole = await ShareAsync($"limit:{key}", perKey, cancellationToken);
        return whole is null ? alone : whole.Allowed ? own : whole with { IsOfKey = true };
    }

    /// <summary>Counts a request in this replica alone.</summary>
    /// <returns>As <see cref="CountAsync"/> does.</returns>
    public RequestLimitState? Count(string endpoint, string key, IPAddress? address)
    {
        var settings = limits.Value;
        var now = time.GetTimestamp();
        if (_windows.Count >= Volatile.Read(ref _sweepAt)) Sweep(now);
        var own = settings.Limits.TryGetValue(endpoint, out var limit)
            ? Count(new Caller(endpoint, key, CallerAddress.Subnet(address)), limit, now)
            : null;
        if (own is { Allowed: false } || settings.PerKey is not { } perKey) return own;
        var whole = Count(new Caller(AllEndpoints, key, IPAddress.None), perKey, now);
        return whole.Allowed ? own : whole with { IsOfKey = true };
    }

    /// <returns>Null where Redis does not answer.</returns>
    private async ValueTask<RequestLimitState?> ShareAsync(string name, RequestLimit limit, CancellationToken cancellationToken) =>
        await shared.CountAsync(name, limit.Requests, limit.Period, cancellationToken) is { } window
            ? new RequestLimitState(window.Allowed, limit, window.Remaining, window.Reset)
            : null;

    private RequestLimitState Count(Caller caller, RequestLimit limit, long now)
    {
        var window = _windows.GetOrAdd(caller, _ => new Window());
        lock (window)
        {
            if (window.Period is not { } period || time.GetElapsedTime(window.Opened, now) >= period)
                (window.Opened, window.Period, window.Requests) = (now, limit.Period, 0);
            var allowed = window.Requests < limit.Requests;
            if (allowed) window.Requests++;
            return new RequestLimitState(
                allowed, limit, limit.Requests - window.Requests, limit.Period - time.GetElapsedTime(window.Opened, now));
        }
    }

    private void Sweep(long now)
    {
        foreach (var (caller, window) in _windows)
        {
            lock (window)
            {
                if (window.Period is { } period && time.GetElapsedTime(window.Opened, now) >= period) _windows.TryRemove(caller, out _);
            }
        }

        Volatile.Write(ref _sweepAt, Math.Max(FirstSweep, _windows.Count * 2));
    }

    private readonly record struct Caller(string Endpoint, string Key, IPAddress Subnet);

    private sealed class Window
    {
        public long Opened { get; set; }

        public TimeSpan? Period { get; set; }

        public int Requests { get; set; }
    }
}

/// <param name="Remaining">How many requests the window still allows.</param>
/// <param name="Reset">How long the window stays open.</param>
internal sealed record RequestLimitState(bool Allowed, RequestLimit Limit, int Remaining, TimeSpan Reset)
{
    /// <summary>Whether it is the key's, from all addresses together, and not one caller's of one endpoint.</summary>
    public bool IsOfKey { get; init; }
}
