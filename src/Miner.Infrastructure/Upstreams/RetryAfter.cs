using System.Globalization;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// When an upstream asks to be asked again: the <c>retry-after-ms</c> header of OpenAI and Azure, which is the finer one, or
/// <c>Retry-After</c> (RFC 9110, 10.2.3): seconds, or a date.
/// </summary>
public static class RetryAfter
{
    private const string Milliseconds = "retry-after-ms";
    private const string Seconds = "Retry-After";

    // Nobody waits longer than this on the word of an upstream.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="now">Where the answer does not say when it was sent: a date is one of the upstream's clock, which may go wrong.</param>
    /// <returns>How long to wait, more than zero and at most an hour; null where nothing, or nothing sensible, is asked for.</returns>
    public static TimeSpan? Read(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        // Seconds first as they are written: parts of one, and more than an Int32 holds, are no header of RFC 9110.
        var wait = Read(response, Milliseconds, TimeSpan.FromMilliseconds(1)) ?? Read(response, Seconds, TimeSpan.FromSeconds(1))
            ?? header?.Date - (response.Headers.Date ?? now);
        return wait > Longest ? Longest : wait > TimeSpan.Zero ? wait : null;
    }

    private static TimeSpan? Read(HttpResponseMessage response, string name, TimeSpan unit) =>
        response.Headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var wait)
        && double.IsFinite(wait)
            ? Math.Min(wait, Longest / unit) * unit
            : null;
}
