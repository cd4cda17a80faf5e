using System.Globalization;

namespace Miner.Operator.Data.Original;

/// <summary>Times as the original writes them, UTC without saying so: <c>2024-01-01 12:00:00.123456</c>.</summary>
internal static class OriginalTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>Clocks differ; what is further ahead was not written by then.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    /// <returns>Null where <paramref name="text"/> is no time, or none before <paramref name="now"/>.</returns>
    public static DateTimeOffset? Read(string? text, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(
            text,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time) && time <= now + MostAhead
            ? time
            : null;
}
