using Microsoft.Data.Sqlite;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Operator.Data;

/// <summary>A copy of the miner's SQLite database as one file, made while a miner serves it or not.</summary>
/// <param name="File">The whole path of the copy.</param>
/// <param name="Bytes">Its length.</param>
public sealed record DatabaseBackup(string File, long Bytes, DatabaseContents Contents)
{
    /// <summary>Writes the copy, checks it, and only then gives it its name.</summary>
    /// <param name="file">Where it goes; what is there already stays.</param>
    /// <exception cref="OperatorException">It cannot be made; the message says why.</exception>
    public static DatabaseBackup Write(StorageOptions storage, string file)
    {
        var database = Path.GetFullPath(storage.SqlitePath);
        if (!System.IO.File.Exists(database)) throw new OperatorException($"There is no database {database}.");
        var target = Path.GetFullPath(file);
        if (Path.Exists(target)) throw new OperatorException($"{file} is there already, and is not replaced: choose another name.");
        try
        {
            using var source = Open(database);
            DatabaseContents.Read(source, database);
            SqliteSnapshot.Write(source, target);
            using var copy = SqliteSource.Open(target);
            return new DatabaseBackup(target, new FileInfo(target).Length, DatabaseContents.Read(copy.Connection, target));
        }
        catch (SqliteException exception)
        {
            throw new OperatorException($"{database} cannot be copied to {file}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"{file} cannot be written: {exception.Message}", exception);
        }
    }

    private static SqliteConnection Open(string database)
    {
        var options = new SqliteConnectionStringBuilder
        {
            DataSource = database,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 5,
        };
        var connection = new SqliteConnection(options.ToString());
        connection.Open();
        return connection;
    }
}
