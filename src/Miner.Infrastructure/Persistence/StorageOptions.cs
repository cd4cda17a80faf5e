namespace Miner.Infrastructure.Persistence;

/// <summary>Where the miner keeps what it stores.</summary>
public sealed record StorageOptions
{
    /// <summary>The path of the SQLite file, relative to the working directory; its folder is created.</summary>
    public string SqlitePath { get; init; } = "./data/miner_api.db";

    /// <summary>How long the playbook's audit and its deleted entries are kept, 1 to 3,650 days.</summary>
    public TimeSpan AuditRetention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long a write waits for another program that holds the file's lock; less than a second counts as one.</summary>
    internal TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
