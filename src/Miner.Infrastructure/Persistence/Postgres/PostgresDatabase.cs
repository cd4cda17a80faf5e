using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Npgsql;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>Runs work on the database, again where its connection was lost, and comes back by itself when the server does.</summary>
internal sealed partial class PostgresDatabase : IDisposable
{
    /// <summary>An attempt on a connection that was cut while it lay idle is followed by another at once; then the pauses grow.</summary>
    private static readonly TimeSpan[] Pauses =
        [.. new[] { 0, 20, 50, 100, 250 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))];

    private const int MaxConflicts = 5;

    /// <summary>The server takes real time to come back, whatever a test's clock says.</summary>
    private static readonly TimeProvider Clock = TimeProvider.System;

    private readonly PostgresConnections _connections;
    private readonly PostgresSchema _schema;
    private readonly PostgresOutage _outage;
    private readonly ILogger<PostgresDatabase> _logger;
    private readonly SemaphoreSlim _preparing = new(1);
    private volatile bool _isRefusing;

    public PostgresDatabase(
        PostgresConnections connections, PostgresSchema schema, StorageOptions options, ILogger<PostgresDatabase> logger)
    {
        _connections = connections;
        _schema = schema;
        _outage = new PostgresOutage(options.BusyTimeout, Clock);
        _logger = logger;
    }

    /// <summary>Whether the server is there and took the last change; true before the first.</summary>
    public bool IsWritable => !_isRefusing && !_outage.IsOn;

    /// <summary>Whether the server is away.</summary>
    public bool IsAway => _outage.IsOn;

    /// <summary>Runs <paramref name="query"/>, which changes nothing, once or more.</summary>
    /// <exception cref="StorageException">The database could not do it.</exception>
    public Task<T> ReadAsync<T>(Func<PostgresSession, Task<T>> query, CancellationToken cancellationToken) =>
        RunAsync("read", isPatient: true, (session, _) => query(session), cancellationToken, cancellationToken);

    /// <summary>As <see cref="ReadAsync"/>, but for who asks whether the server is there: nothing waits for one that is not.</summary>
    public Task<T> ProbeAsync<T>(Func<PostgresSession, Task<T>> query, CancellationToken cancellationToken) =>
        RunAsync("read", isPatient: false, (session, _) => query(session), cancellationToken, cancellationToken);

    /// <summary>Runs <paramref name="work"/>, which is given the number of the attempt, from 0.</summary>
    /// <param name="work">
    /// Must see in a later attempt whether an earlier one was stored: a connection may be lost after the commit and before its answer.
    /// </param>
    /// <param name="cancellationToken">Heeded until there is a connection; from then on the work is carried through.</param>
    /// <exception cref="StorageException">The database could not do it.</exception>
    public async Task<T> WriteAsync<T>(Func<PostgresSession, int, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            var result = await RunAsync("write", isPatient: true, work, cancellationToken, CancellationToken.None);
            _isRefusing = false;
            return result;
        }
        catch (StorageException)
        {
            _isRefusing = !_outage.IsOn;
            throw;
        }
    }

    public void Dispose() => _preparing.Dispose();

    private async Task<T> RunAsync<T>(
        string what,
        bool isPatient,
        Func<PostgresSession, int, Task<T>> work,
        CancellationToken waiting,
        CancellationToken working)
    {
        using var activity = PostgresActivity.Start(what);
        for (var attempt = 0; ; attempt++)
        {
            var began = Clock.GetTimestamp();
            var isConnected = false;
            try
            {
                if (!_outage.MayTry()) throw new NpgsqlException("The last attempt failed less than a second ago.");
                await using var connection = await OpenAsync(waiting);
                isConnected = true;
                var result = await work(new PostgresSession(connection, working), attempt);
                if (_outage.Over() is { } outage) LogBack(outage.TotalSeconds);
                return result;
            }
            catch (Exception exception) when (PostgresFailure.IsStorage(exception))
            {
                // The first attempt may have met a connection that was cut while it lay idle.
                if (!MayTryAgain(exception, isConnected, began, attempt) || (!isPatient && attempt > 0))
                {
                    activity?.Fail(exception);
                    throw PostgresFailure.Translate(exception, IsAway);
                }
            }

            await Task.Delay(Pauses[Math.Min(attempt, Pauses.Length - 1)], waiting);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await _connections.OpenAsync(cancellationToken);
        if (_schema.IsReady) return connection;
        try
        {
            await _preparing.WaitAsync(cancellationToken);
            try
            {
                if (!_schema.IsReady) await _schema.PrepareAsync(connection);
            }
            finally
            {
                _preparing.Release();
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private bool MayTryAgain(Exception exception, bool wasConnected, long began, int attempt)
    {
        if (!PostgresFailure.IsAway(exception, wasConnected)) return PostgresFailure.IsConflict(exception) && attempt < MaxConflicts;

        // Connections of before lead to where the server was.
        _connections.Clear();
        var mayTry = _outage.Failed(began, out var isFirst);
        if (isFirst)
        {
            // What comes back may be another server, or a backup of another time.
            _schema.Forget();
            LogAway(exception);
        }

        return mayTry;
    }

    [LoggerMessage(3051, LogLevel.Error, "The database is away")]
    private partial void LogAway(Exception exception);

    [LoggerMessage(3052, LogLevel.Information, "The database is back after {Seconds:0.0} s")]
    private partial void LogBack(double seconds);
}
