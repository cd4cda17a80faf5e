using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Application.Telemetry;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>Opens connections to the one file.</summary>
/// <remarks>
/// Microsoft.Data.Sqlite's asynchronous methods run synchronously, so none is used. A read never waits: in WAL mode neither a reader nor
/// a writer stops it. Writes do wait, and so all go through <see cref="SqliteWriter"/>.
/// </remarks>
internal sealed class SqliteDatabase : IStorageSize, IDisposable
{
    internal const string Commit = "COMMIT";

    private const string Begin = "BEGIN";

    /// <summary>
    /// Bytes that are left of a write-ahead log once all of it is in the file. It grows past that while a slow reader keeps it from
    /// beginning anew, and would stay that long; SQLite begins anew at some 4 MB otherwise.
    /// </summary>
    private const int LongestIdleLog = 8 * 1024 * 1024;

    /// <summary>Readers wait for nobody but one that recovers the log of a process that was killed.</summary>
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(1);

    private readonly StorageOptions _options;
    private SqliteReaders _readers;

    public SqliteDatabase(StorageOptions options)
    {
        _options = options;
        File = Path.GetFullPath(options.SqlitePath);
        _readers = new SqliteReaders(OpenForReading);
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

    /// <summary>Runs <paramref name="query"/> on a session of its own; what it reads is one committed state.</summary>
    /// <returns>A task that is already complete, faulted with a <see cref="Application.Ports.StorageException"/> where SQLite
    /// failed.</returns>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> query, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);

        using var activity = SqliteActivity.StartRead();
        var readers = _readers;
        SqliteSession? session = null;
        try
        {
            session = readers.Take();
            session.Statement(Begin).Execute();
            var result = query(session);
            session.Statement(Commit).Execute();
            readers.Return(session);
            return Task.FromResult(result);
        }
        catch (Exception exception)
        {
            session?.Dispose();
            if (!SqliteFailure.IsStorage(exception)) throw;

            // Sessions that saw a damaged or unreadable file would go on seeing it after the file was put right.
            CloseReaders();
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

    /// <summary>A session whose disposal closes the file and ends whatever it had begun.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteSession OpenForWriting() =>
        // FULL flushes every commit, so that it survives a power cut too. Commits are shared, which makes that cheap.
        Open(SqliteOpenMode.ReadWriteCreate, _options.BusyTimeout, $"""
            PRAGMA foreign_keys = ON;
            PRAGMA synchronous = FULL;
            PRAGMA journal_size_limit = {LongestIdleLog};
            """);

    public void Dispose() => CloseReaders();

    /// <summary>Closes the readers' sessions; the last to close folds the write-ahead log into the file.</summary>
    public void CloseReaders() => Interlocked.Exchange(ref _readers, new SqliteReaders(OpenForReading)).Dispose();

    private SqliteSession OpenForReading() => Open(SqliteOpenMode.ReadWrite, ReadTimeout, pragmas: "");

    private SqliteSession Open(SqliteOpenMode mode, TimeSpan busyTimeout, string pragmas)
    {
        // The driver polls a locked file by itself, 150 ms apart, for at least its timeout: the pragma's waiting is finer.
        var session = new SqliteSession(new SqliteConnectionStringBuilder
        {
            DataSource = File,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            session.Open();
            session.Execute($"PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds};{pragmas}");
            return session;
        }
        catch (SqliteException)
        {
            session.Dispose();
            throw;
        }
    }
}
