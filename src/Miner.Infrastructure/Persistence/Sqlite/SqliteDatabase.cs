using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Application.Telemetry;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>Opens connections to the one file.</summary>
/// <remarks>
/// Microsoft.Data.Sqlite's asynchronous methods run synchronously, so none is used. A read never waits: in WAL mode neither a reader nor
/// a writer stops it. Writes do wait, and so all go through <see cref="SqliteWriter"/>.
/// </remarks>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly string _reading;
    private readonly string _writing;
    private readonly TimeSpan _busyTimeout;

    public SqliteDatabase(StorageOptions options)
    {
        File = Path.GetFullPath(options.SqlitePath);
        _reading = ConnectionString(File, pooling: true, SqliteOpenMode.ReadWrite);
        _writing = ConnectionString(File, pooling: false, SqliteOpenMode.ReadWriteCreate);
        _busyTimeout = options.BusyTimeout;
    }

    /// <summary>The file's whole path.</summary>
    public string File { get; }

    /// <summary>What the file and its write-ahead log take on the disk, or null when they cannot be seen.</summary>
    public long? SizeInBytes()
    {
        var file = new FileInfo(File);
        var log = new FileInfo(File + "-wal");
        return file.Exists ? file.Length + (log.Exists ? log.Length : 0) : null;
    }

    /// <summary>Runs <paramref name="query"/> on a pooled connection of its own; what it reads is one committed state.</summary>
    /// <returns>A task that is already complete, faulted with a <see cref="Application.Ports.StorageException"/> where SQLite
    /// failed.</returns>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> query, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);

        using var activity = SqliteActivity.Start("read");
        using var connection = new SqliteConnection(_reading);
        try
        {
            connection.Open();
            using var snapshot = connection.BeginTransaction(deferred: true);
            return Task.FromResult(query(connection));
        }
        catch (Exception exception) when (SqliteFailure.IsStorage(exception))
        {
            // A connection that saw a damaged or unreadable file would go on seeing it after the file was put right.
            SqliteConnection.ClearPool(connection);
            activity?.Fail(exception);
            return Task.FromException<T>(SqliteFailure.Translate(exception));
        }
    }

    /// <summary>
    /// SQLite goes on with a file that was deleted or moved away, and what it stores is lost; a connection opened later would make an empty
    /// one.
    /// </summary>
    /// <exception cref="FileNotFoundException">The file is not where it was opened.</exception>
    public void RequireFile()
    {
        if (!System.IO.File.Exists(File)) throw new FileNotFoundException("The database file is gone.", File);
    }

    /// <summary>A connection that is not pooled, so that disposing of it closes the file and ends whatever it had begun.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection OpenForWriting()
    {
        var connection = new SqliteConnection(_writing);
        try
        {
            connection.Open();
            // FULL flushes every commit, so that it survives a power cut too. Commits are shared, which makes that cheap.
            connection.Execute($"""
                PRAGMA busy_timeout = {(long)_busyTimeout.TotalMilliseconds};
                PRAGMA foreign_keys = ON;
                PRAGMA synchronous = FULL;
                """);
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose() => CloseReaders();

    /// <summary>Closes the pooled connections; the last to close folds the write-ahead log into the file.</summary>
    public void CloseReaders()
    {
        using var connection = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(connection);
    }

    // The driver polls a locked file by itself, 150 ms apart, for at least its timeout: the pragma's waiting is finer.
    private static string ConnectionString(string file, bool pooling, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = pooling,
            DefaultTimeout = 1,
        }.ToString();
}
