namespace Miner.Infrastructure.Persistence.Rows;

/// <summary>How times are stored: whole microseconds since 1970-01-01T00:00:00Z, cut and not rounded.</summary>
public static class UnixMicroseconds
{
    public static long Of(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Parse(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
