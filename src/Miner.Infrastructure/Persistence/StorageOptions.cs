namespace Miner.Infrastructure.Persistence;

/// <summary>Where the miner keeps what it stores.</summary>
public sealed record StorageOptions
{
    /// <summary>The path of the SQLite file, relative to the working directory; its folder is created.</summary>
    public string SqlitePath { get; init; } = "./data/miner_api.db";

    /// <summary>The PostgreSQL database that is used instead of the file, or null.</summary>
    public PostgresAddress? Postgres { get; init; }

    /// <summary>How many connections to PostgreSQL there may be at once, 1 to 1,000.</summary>
    public int PoolSize { get; init; } = 20;

    /// <summary>How long the playbook's audit and its deleted entries are kept, 1 to 3,650 days.</summary>
    public TimeSpan AuditRetention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How long a write waits for another program that holds the file's lock; less than a second counts as one. How long anything waits for
    /// PostgreSQL to come back once it has gone.
    /// </summary>
    internal TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
