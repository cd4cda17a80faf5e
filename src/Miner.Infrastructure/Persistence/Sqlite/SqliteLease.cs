using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Keeps one connection for as long as the miner serves. While it is open nobody gets the file to himself
/// (<see cref="SqliteSoleAccess"/>), also where nothing has been asked of the miner yet.
/// </summary>
internal sealed class SqliteLease(SqliteDatabase database) : IHostedLifecycleService, IDisposable
{
    private SqliteConnection? _connection;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _connection = database.OpenForWriting();
        // The lock is taken by the first read, and in WAL mode it is kept until the connection is closed.
        _connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_schema");
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _connection?.Dispose();
}
