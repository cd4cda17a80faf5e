using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Operator.Data;

/// <summary>What a restore did.</summary>
/// <param name="File">The miner's database, which is the backup now; the whole path.</param>
/// <param name="Replaced">Where the database of before is, whole; null where there was none.</param>
public sealed record RestoredDatabase(string File, string? Replaced, DatabaseContents Contents);

/// <summary>Puts a backup in the place of the miner's SQLite database, which is kept.</summary>
public sealed class DatabaseRestore(TimeProvider timeProvider)
{
    /// <param name="backup">A database of this program, of any version that it knows; it is only read.</param>
    /// <param name="force">Whether to go on where it cannot be told whether a miner serves the database, because it is damaged.</param>
    /// <exception cref="OperatorException">It cannot be done, and all is as it was.</exception>
    /// <exception cref="StorageException">A miner serves the database.</exception>
    public RestoredDatabase Restore(StorageOptions storage, string backup, bool force)
    {
        var database = Path.GetFullPath(storage.SqlitePath);
        using var source = SqliteSource.Open(backup);
        if (source.File == database) throw new OperatorException($"{backup} is the miner's database itself: name a backup.");
        var contents = DatabaseContents.Read(source.Connection, backup);

        var draft = $"{database}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(database)!);
            SqliteSnapshot.Write(source.Connection, draft);
            return new RestoredDatabase(database, Replace(database, draft, force), contents);
        }
        catch (SqliteException exception)
        {
            throw new OperatorException($"{backup} cannot be copied to {database}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"{database} cannot be replaced: {exception.Message}", exception);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <returns>What the database of before is called now, or null where there was none.</returns>
    private string? Replace(string database, string draft, bool force)
    {
        var kept = NameForKept(database);
        if (!File.Exists(database))
        {
            Keep(database, kept, "-wal");
            File.Move(draft, database);
            return null;
        }

        using var connection = OpenAlone(database, force);
        if (connection is null) Keep(database, kept, "-wal");
        // Links the old file to its new name and renames the new one over it: at no moment is there none.
        File.Replace(draft, database, kept);
        return kept;
    }

    /// <summary>
    /// A connection that keeps miners out. What was in the log is in the file then, so that the file is whole by itself and no log is left
    /// that SQLite would apply to the backup.
    /// </summary>
    /// <returns>Null where the file is damaged and <paramref name="force"/> says to go on.</returns>
    private static SqliteConnection? OpenAlone(string database, bool force)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = SqliteSoleAccess.Open(database);
            connection.Execute("PRAGMA journal_mode = DELETE");
            return connection;
        }
        catch (SqliteException exception)
        {
            connection?.Dispose();
            if (force) return null;
            throw new OperatorException(
                $"{database} is damaged, so that nothing tells whether a miner serves it. Stop the miner and say --force.", exception);
        }
    }

    /// <summary>A log without its database is kept too: its pages are in no other place.</summary>
    private static void Keep(string database, string kept, string suffix)
    {
        if (File.Exists(database + suffix)) File.Move(database + suffix, kept + suffix);
        // The log's index, which SQLite makes from the log.
        File.Delete($"{database}-shm");
    }

    private string NameForKept(string database)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{database}.replaced-{timeProvider.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        var number = 2;
        var free = name;
        while (Path.Exists(free) || Path.Exists($"{free}-wal")) free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number++}");
        return free;
    }
}
