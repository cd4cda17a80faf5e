using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Application.Ports;
using SQLitePCL;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>Opens a database that nobody else has open, and keeps others out until the connection is closed.</summary>
public static class SqliteSoleAccess
{
    private const int PatienceInMilliseconds = 1_000;

    /// <param name="file">An absolute path; there must be a file.</param>
    /// <exception cref="StorageException">A miner, or another program, has it open.</exception>
    /// <exception cref="SqliteException">It cannot be opened, is damaged, or is no database.</exception>
    public static SqliteConnection Open(string file)
    {
        var options = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 1,
        };
        var connection = new SqliteConnection(options.ToString());
        try
        {
            connection.Open();
            KeepLog(connection, keep: true);
            connection.Execute($"PRAGMA busy_timeout = {PatienceInMilliseconds}; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL");
            // Before the first read, so that a log's index is not shared either (sqlite.org/wal.html#noshm).
            connection.Execute("PRAGMA locking_mode = EXCLUSIVE");
            connection.Execute("BEGIN EXCLUSIVE; SELECT COUNT(*) FROM sqlite_schema; COMMIT");
            KeepLog(connection, keep: false);
            return connection;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            connection.Dispose();
            throw new StorageException($"{file} is in use: stop the miner that serves it first.", exception);
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// SQLite removes the log when the last connection closes, also where it could not read the file that the log belongs to.
    /// </summary>
    private static void KeepLog(SqliteConnection connection, bool keep) =>
        raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, out _);
}
