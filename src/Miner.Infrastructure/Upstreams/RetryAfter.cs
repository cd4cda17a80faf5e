namespace Miner.Infrastructure.Upstreams;

/// <summary>The <c>Retry-After</c> header (RFC 9110, 10.2.3): seconds, or a date.</summary>
public static class RetryAfter
{
    // Nobody waits longer than this on the word of an upstream.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <returns>How long to wait, more than zero and at most an hour; null where nothing, or nothing sensible, is asked for.</returns>
    public static TimeSpan? Read(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - now;
        return wait > Longest ? Longest : wait > TimeSpan.Zero ? wait : null;
    }
}
