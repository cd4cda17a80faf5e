using Dapper;
using Microsoft.Data.Sqlite;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>Copies a database as one committed state of it into a new file, while others read and write it.</summary>
public static class SqliteSnapshot
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // What SQLite may leave beside a file.
    private static readonly string[] Companions = ["", "-journal", "-wal", "-shm"];

    /// <summary>
    /// Writes <paramref name="file"/> whole or not at all, without a log beside it, on the disk when this returns. Only its owner may read
    /// it.
    /// </summary>
    /// <exception cref="IOException">Something is there already, it cannot be written, or the copy is not sound.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    /// <exception cref="SqliteException">The database cannot be read, or the disk is full.</exception>
    public static void Write(SqliteConnection source, string file)
    {
        if (Path.Exists(file)) throw new IOException($"{file} is there already, and is not replaced.");
        var draft = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, $".{Path.GetRandomFileName()}");
        try
        {
            CreatePrivate(draft);
            Copy(source, draft);
            using (var stream = new FileStream(draft, FileMode.Open, FileAccess.ReadWrite)) stream.Flush(flushToDisk: true);
            File.Move(draft, file, overwrite: false);
        }
        finally
        {
            foreach (var companion in Companions) File.Delete(draft + companion);
        }
    }

    /// <summary>What <c>PRAGMA integrity_check</c> finds wrong first, or null.</summary>
    /// <exception cref="SqliteException">The file is damaged so that it cannot even be checked.</exception>
    public static string? FindFault(SqliteConnection connection) =>
        connection.QueryFirst<string>("PRAGMA integrity_check(1)") is var finding && finding == "ok" ? null : finding;

    private static void CreatePrivate(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(file, options);
    }

    private static void Copy(SqliteConnection source, string file)
    {
        var target = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        using var copy = new SqliteConnection(target.ToString());
        copy.Open();
        source.BackupDatabase(copy);
        // The mode is part of what was copied; a copy that stands still needs no log.
        copy.Execute("PRAGMA journal_mode = DELETE");
        if (FindFault(copy) is { } fault) throw new IOException($"The database is damaged ({fault}): its copy is of no use.");
    }
}
