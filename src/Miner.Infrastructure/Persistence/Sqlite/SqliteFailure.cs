using AutoMapper;
using Microsoft.Data.Sqlite;
using Miner.Application.Ports;
using SQLitePCL;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>Says in a sentence what SQLite's result codes mean to an operator (sqlite.org/rescode.html).</summary>
internal static class SqliteFailure
{
    /// <summary>Whether it is the file that failed, and not the code that used it.</summary>
    public static bool IsStorage(Exception exception) => exception is SqliteException or AutoMapperMappingException;

    public static StorageException Translate(Exception exception) => new(Describe(exception), exception);

    private static string Describe(Exception exception) => exception switch
    {
        SqliteException sqlite => Describe(sqlite.SqliteErrorCode),
        FileNotFoundException => "The database file is gone.",
        IOException or UnauthorizedAccessException => "The folder of the database cannot be made.",
        AutoMapperMappingException => "The database holds something that this program cannot read.",
        _ => "The database failed.",
    };

    private static string Describe(int errorCode) => errorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "The database is locked by another program.",
        raw.SQLITE_FULL => "The disk that holds the database is full.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => "The database may not be written to.",
        raw.SQLITE_CORRUPT => "The database file is damaged.",
        raw.SQLITE_NOTADB => "The database file is no SQLite database, or it is damaged.",
        raw.SQLITE_CANTOPEN => "The database file cannot be opened.",
        raw.SQLITE_IOERR => "The disk that holds the database failed.",
        raw.SQLITE_TOOBIG => "A text is too long for the database.",
        _ => "The database failed.",
    };
}
