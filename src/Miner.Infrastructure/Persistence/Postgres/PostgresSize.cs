using Miner.Application.Ports;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>What the miner's tables take on the server's disk. Who asks gets the last figure and has it measured anew.</summary>
internal sealed class PostgresSize(PostgresDatabase database, TimeProvider time) : IStorageSize
{
    private const string SelectSize = """
        SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class AS c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
          AND c.relname IN ('conversations', 'messages', 'playbook_entries', 'playbook_feedback', 'playbook_audit')
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private long? _measured;
    private long? _bytes;

    public long? SizeInBytes()
    {
        lock (_lock)
        {
            if (_measured is { } measured && time.GetElapsedTime(measured) < Interval) return _bytes;
            _measured = time.GetTimestamp();
        }

        Measured = MeasureAsync();
        lock (_lock) return _bytes;
    }

    /// <summary>Completes when the last measurement has.</summary>
    internal Task Measured { get; private set; } = Task.CompletedTask;

    private async Task MeasureAsync()
    {
        long? bytes = null;
        try
        {
            bytes = await database.ReadAsync(session => session.ScalarAsync<long?>(SelectSize, new { }), CancellationToken.None);
        }
        catch (StorageException)
        {
            // Not known, then: whoever needs the store says so.
        }

        lock (_lock) _bytes = bytes;
    }
}
