using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using SQLitePCL;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Brings the file to the schema that this program knows, before anything else of the program starts. Each script of the
/// <c>Schema</c> folder runs once, in order, in a transaction of its own; <c>PRAGMA user_version</c> tells how far the file has come.
/// </summary>
/// <remarks>A file of an older version is first copied beside itself, so that the older program can go on with that.</remarks>
internal sealed partial class SqliteMigrator(SqliteDatabase database, TimeProvider timeProvider, ILogger<SqliteMigrator> logger)
    : IHostedLifecycleService
{
    public static IReadOnlyList<SchemaScript> Scripts { get; } = SchemaScript.ReadAll("Sqlite");

    public static int LatestVersion => Scripts[^1].Version;

    /// <exception cref="StorageException">The file cannot be used; the message says why in a sentence.</exception>
    public void Migrate()
    {
        try
        {
            if (Path.GetDirectoryName(database.File) is { } folder) Directory.CreateDirectory(folder);
            CreateFile();
            using var connection = database.OpenForWriting();
            RequireWritable(connection);
            RequireOwnDatabase(connection);
            UseWriteAheadLog(connection);
            BackUpOlderVersion(connection);
            foreach (var script in Scripts) Apply(connection, script);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{SqliteFailure.Translate(exception).Message} ({database.File})", exception);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Migrate();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// A new file is its owner's alone, whatever the umask; SQLite gives the logs beside it the same mode. One that is there keeps its own,
    /// and is not opened: closing a file gives back the locks that SQLite holds on it elsewhere in the process.
    /// </summary>
    private void CreateFile()
    {
        if (OperatingSystem.IsWindows() || Path.Exists(database.File)) return;
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var file = new FileStream(database.File, options);
    }

    /// <summary>SQLite opens a file that it may only read as readily as any other, and fails at the first change.</summary>
    private void RequireWritable(SqliteConnection connection)
    {
        if (raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
            throw Refusal("may only be read: let the miner write to it and to its folder");
    }

    private void RequireOwnDatabase(SqliteConnection connection)
    {
        var version = SqliteSchema.Version(connection);
        if (version > LatestVersion)
        {
            throw Refusal($"has schema version {version}, and this program knows none after {LatestVersion}: "
                + "run the newer program, or use another file");
        }

        if (version != 0 || SqliteSchema.IsEmpty(connection)) return;
        throw SqliteSchema.IsOriginal(connection)
            ? new StorageException(
                $"The database {database.File} is the original miner's, written in Python.", new OriginalDatabaseException(database.File))
            : Refusal("holds the tables of another program: use another file");
    }

    private void BackUpOlderVersion(SqliteConnection connection)
    {
        var version = SqliteSchema.Version(connection);
        if (version == 0 || version == LatestVersion) return;

        // Two processes that start at once have a file each.
        var unique = Guid.NewGuid().ToString("N")[..4];
        var file = string.Create(
            CultureInfo.InvariantCulture, $"{database.File}.v{version}-{timeProvider.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-{unique}");
        try
        {
            SqliteSnapshot.Write(connection, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The database {database.File} has an older schema, and cannot be copied before it is changed: {exception.Message}",
                exception);
        }

        LogBackedUp(version, file);
    }

    private void UseWriteAheadLog(SqliteConnection connection)
    {
        // It needs memory that processes share, which network file systems do not give; SQLite then keeps its old mode without an error.
        if (connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL") != "wal")
            throw Refusal("is in a place that allows no write-ahead log: put it on a local disk");
    }

    private StorageException Refusal(string reason) =>
        new($"The database {database.File} {reason}.", new NotSupportedException("The file is not fit for this program."));

    private void Apply(SqliteConnection connection, SchemaScript script)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been at it in the meantime.
        if (SqliteSchema.Version(connection) >= script.Version) return;

        connection.Execute(script.Sql);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {script.Version}"));
        transaction.Commit();
        LogApplied(script.Version);
    }

    [LoggerMessage(3010, LogLevel.Information, "The database is now at schema version {Version}")]
    private partial void LogApplied(int version);

    [LoggerMessage(3011, LogLevel.Information, "The database of schema version {Version} was copied to {File} before it is changed")]
    private partial void LogBackedUp(long version, string file);
}
