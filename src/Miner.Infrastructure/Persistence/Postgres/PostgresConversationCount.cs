namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>
/// Counts conversations for <c>/health</c>, which anybody may ask without a key: however often that is, at most one connection is used for
/// it, and many conversations are walked through seldom. Up to <see cref="MaxExact"/> are counted each time.
/// </summary>
internal sealed class PostgresConversationCount(PostgresDatabase database, PostgresHistory history, TimeProvider time)
{
    internal const int MaxExact = 1_000;

    internal const string CountAll = "SELECT count(*) FROM conversations WHERE last_activity >= @Cutoff";

    internal const string CountFew =
        "SELECT count(*) FROM (SELECT 1 FROM conversations WHERE last_activity >= @Cutoff LIMIT @Limit) AS few";

    /// <summary>For how long a larger number is told again.</summary>
    internal static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(10);

    /// <summary>Of the server's time, a fiftieth at most goes into counting.</summary>
    private const int HoldFactor = 50;

    private readonly Lock _lock = new();
    private Task<int> _reading = Task.FromResult(0);
    private Held? _held;

    /// <summary>Asks the server in any case, so that it fails where that is away; whoever asks meanwhile is told the same.</summary>
    /// <exception cref="Application.Ports.StorageException">The database could not do it.</exception>
    public Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_reading.IsCompleted) _reading = ReadAsync();
            return _reading.WaitAsync(cancellationToken);
        }
    }

    private Task<int> ReadAsync() => database.ProbeAsync(
        async session =>
        {
            if (_held is { } held && time.GetTimestamp() < held.Until)
            {
                await session.ScalarAsync<int>("SELECT 1", new { });
                return held.Count;
            }

            var cutoff = history.Cutoff();
            var few = await session.ScalarAsync<int>(CountFew, new { Cutoff = cutoff, Limit = MaxExact + 1 });
            return few <= MaxExact ? few : await CountAllAsync(session, cutoff);
        },
        CancellationToken.None);

    private async Task<int> CountAllAsync(PostgresSession session, long cutoff)
    {
        var began = TimeProvider.System.GetTimestamp();
        var count = await session.ScalarAsync<int>(CountAll, new { Cutoff = cutoff });
        var hold = HoldFactor * TimeProvider.System.GetElapsedTime(began);
        if (hold < ShortestHold) hold = ShortestHold;
        _held = new Held(count, time.GetTimestamp() + (long)(hold.TotalSeconds * time.TimestampFrequency));
        return count;
    }

    private sealed record Held(int Count, long Until);
}
