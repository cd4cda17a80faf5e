using Miner.Application.Ports;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Postgres;
using Miner.Infrastructure.Persistence.Sqlite;
using Miner.Infrastructure.Persistence.Transfer;

namespace Miner.Infrastructure;

/// <summary>Opens the store that options name, for what moves data.</summary>
public static class StoreSessions
{
    /// <exception cref="StorageException">It cannot be used in this way; the message says why in a sentence.</exception>
    public static async Task<StoreSession> OpenAsync(
        StorageOptions options, StoreAccess access, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        options.Postgres is null
            ? SqliteStoreSession.Open(options, access, timeProvider)
            : await PostgresStoreSession.OpenAsync(options, access, cancellationToken);
}
