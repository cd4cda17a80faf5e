using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>
/// Brings the database to the schema that this program knows, before anything else of the program starts. Where the server is away the
/// program starts without it, and the first work that finds it there does this.
/// </summary>
internal sealed partial class PostgresMigrator(PostgresDatabase database, ILogger<PostgresMigrator> logger) : IHostedLifecycleService
{
    /// <exception cref="StorageException">The database cannot be used; the message says why in a sentence.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.ReadAsync(session => session.ScalarAsync<int>("SELECT 1", new { }), cancellationToken);
        }
        catch (StorageException exception) when (database.IsAway)
        {
            LogAway(exception.Message);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => MigrateAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(3053, LogLevel.Error, "The miner starts without its database, and stores nothing until that is there: {Reason}")]
    private partial void LogAway(string reason);
}
