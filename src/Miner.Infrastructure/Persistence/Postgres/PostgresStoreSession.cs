using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Transfer;
using Npgsql;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>A transaction on a PostgreSQL database: one state of it while others write, or its tables for itself to change them.</summary>
internal sealed class PostgresStoreSession : StoreSession
{
    private const string CountMiners = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = current_setting('application_name')
        """;

    /// <summary>The server ends a connection a moment after its miner has closed it.</summary>
    private const int MostTries = 40;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    /// <summary>Reading goes on; who writes waits.</summary>
    private static readonly string LockTables =
        $"SET LOCAL lock_timeout = '5s'; LOCK TABLE {string.Join(", ", StoreTable.All.Select(table => table.Name))} IN EXCLUSIVE MODE";

    private readonly PostgresConnections _connections;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresStoreSession(PostgresConnections connections, NpgsqlConnection connection, NpgsqlTransaction transaction)
        : base(connection) => (_connections, _connection, _transaction) = (connections, connection, transaction);

    public override string Name => _connections.Name;

    // A trip to the server costs more than the rows of it.
    protected override int RowsOfInsert => 200;

    protected override DbTransaction Transaction => _transaction;

    protected override string IsActive => "is_active";

    public static async Task<PostgresStoreSession> OpenAsync(
        StorageOptions options, StoreAccess access, CancellationToken cancellationToken)
    {
        var connections = new PostgresConnections(options);
        NpgsqlConnection? connection = null;
        try
        {
            connection = await connections.OpenAsync(cancellationToken);
            if (access == StoreAccess.Write)
                await new PostgresSchema(connections, NullLogger<PostgresSchema>.Instance).PrepareAsync(connection);
            else await RequireVersionAsync(connections, connection);

            if (access == StoreAccess.Read)
            {
                var reading = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
                await connection.ExecuteAsync("SET TRANSACTION READ ONLY");
                return new PostgresStoreSession(connections, connection, reading);
            }

            await RequireSoleAccessAsync(connections, connection, cancellationToken);
            var writing = await connection.BeginTransactionAsync(cancellationToken);
            await connection.ExecuteAsync(LockTables);
            return new PostgresStoreSession(connections, connection, writing);
        }
        catch (Exception exception)
        {
            // What is in use outlives its pool.
            if (connection is not null) await connection.DisposeAsync();
            await connections.DisposeAsync();
            if (!PostgresFailure.IsStorage(exception)) throw;
            throw new StorageException($"{PostgresFailure.Translate(exception).Message} ({connections.Name})", exception);
        }
    }

    public override StorageException Translate(DbException exception) =>
        new($"{PostgresFailure.Translate(exception).Message} ({Name})", exception);

    public override Task<long> LastIdAsync(StoreTable table, CancellationToken cancellationToken) =>
        _connection.ExecuteScalarAsync<long>(Timeless(
            $"""
            SELECT greatest(
                coalesce(max(id), 0),
                coalesce(pg_sequence_last_value(pg_get_serial_sequence('{table.Name}', 'id')::regclass), 0))
            FROM {table.Name}
            """,
            cancellationToken));

    public override async Task SetLastIdAsync(StoreTable table, long id, CancellationToken cancellationToken)
    {
        // A sequence goes on from there even where the transaction is undone, and skips some ids then.
        if (Math.Max(id, await LastIdAsync(table, cancellationToken)) is var last && last == 0) return;
        await _connection.ExecuteAsync(Timeless(
            $"SELECT setval(pg_get_serial_sequence('{table.Name}', 'id'), @last)", cancellationToken, new { last }));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _connections.DisposeAsync();
    }

    private CommandDefinition Timeless(string sql, CancellationToken cancellationToken, object? values = null) =>
        new(sql, values, _transaction, commandTimeout: 0, cancellationToken: cancellationToken);

    private static async Task RequireSoleAccessAsync(
        PostgresConnections connections, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        for (var tries = 0; await connection.ExecuteScalarAsync<long>(CountMiners) > 0; tries++)
        {
            if (tries == MostTries) throw Refusal(connections, "is in use: stop the miner that serves it first");
            await Task.Delay(BetweenTries, cancellationToken);
        }
    }

    private static async Task RequireVersionAsync(PostgresConnections connections, NpgsqlConnection connection)
    {
        var version = await PostgresSchema.VersionAsync(connection);
        if (version == 0) throw Refusal(connections, "holds no tables of this program: a miner makes them when it starts on it");
        if (version != PostgresSchema.LatestVersion)
        {
            throw Refusal(
                connections,
                $"has schema version {version} and not {PostgresSchema.LatestVersion}: let the miner of this program start on it once");
        }
    }

    private static StorageException Refusal(PostgresConnections connections, string reason) =>
        new($"The database {connections.Name} {reason}.", new NotSupportedException("The database is not fit for this program."));
}
