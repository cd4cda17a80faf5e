using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Operator.Files;
using SQLitePCL;

namespace Miner.Operator.Data;

/// <summary>A SQLite file that is only read, and may be anybody's: nothing is written to it or beside it.</summary>
/// <remarks>
/// To read a file with a log, SQLite must write: it rolls back what was not finished, or makes an index of the log. Such a file is copied
/// with its log into a folder that only this user may enter, and read there.
/// </remarks>
internal sealed class SqliteSource : IDisposable
{
    private static readonly string[] LogSuffixes = ["-journal", "-wal"];

    private readonly DirectoryInfo? _folder;

    private SqliteSource(string file, string read, SqliteOpenMode mode, DirectoryInfo? folder)
    {
        File = file;
        _folder = folder;
        Connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = read, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
    }

    /// <summary>The file's whole path.</summary>
    public string File { get; }

    /// <summary>Open, and seeing one committed state of the file.</summary>
    public SqliteConnection Connection { get; }

    /// <exception cref="OperatorException">There is no such file, it is no sound database, or somebody writes to it.</exception>
    public static SqliteSource Open(string path)
    {
        try
        {
            RequireDatabase(path);
            var file = RealPath(path);
            var logs = LogSuffixes.Select(suffix => new FileInfo(file + suffix)).Where(log => log.Exists && log.Length > 0).ToList();
            var source = logs.Count == 0 && !HasLogMode(file)
                ? new SqliteSource(file, file, SqliteOpenMode.ReadOnly, folder: null)
                : OfCopy(file);
            return source.Begin(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The whole path of the file that <paramref name="path"/> leads to, where its log is.</summary>
    public static string RealPath(string path) =>
        (System.IO.File.Exists(path) ? System.IO.File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null)
        ?? Path.GetFullPath(path);

    public void Dispose()
    {
        Connection.Dispose();
        _folder?.Delete(recursive: true);
    }

    private static void RequireDatabase(string path)
    {
        if (Directory.Exists(path)) throw new OperatorException($"{path} is a folder: name a file.");
        if (FileKind.IsSpecial(path)) throw new OperatorException($"{path} is a device, a pipe or a socket: name a file.");
        if (!System.IO.File.Exists(path)) throw new OperatorException($"There is no file {path}.");
        if (!Header(path).StartsWith("SQLite format 3\0"u8)) throw new OperatorException($"{path} is no SQLite database.");
    }

    /// <summary>Bytes 18 and 19 are 2 in WAL mode (sqlite.org/fileformat.html).</summary>
    private static bool HasLogMode(string file) => Header(file) is var header && (header[18] > 1 || header[19] > 1);

    private static byte[] Header(string path)
    {
        var header = new byte[100];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _ = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        return header;
    }

    private static SqliteSource OfCopy(string file)
    {
        var folder = Directory.CreateTempSubdirectory("miner-source-");
        try
        {
            var parts = LogSuffixes.Prepend("").Select(suffix => new FileInfo(file + suffix)).ToList();
            var before = parts.ConvertAll(Stamp);
            var copy = Path.Combine(folder.FullName, "copy.db");
            foreach (var part in parts.Where(part => part.Exists)) part.CopyTo(copy + part.FullName[file.Length..]);
            if (!parts.ConvertAll(Stamp).SequenceEqual(before))
                throw new OperatorException($"{file} is being written to: stop the program that does, and try again.");
            return new SqliteSource(file, copy, SqliteOpenMode.ReadWrite, folder);
        }
        catch (Exception)
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    private static (bool Exists, long Length, DateTime Written) Stamp(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? (true, file.Length, file.LastWriteTimeUtc) : default;
    }

    private SqliteSource Begin(string path)
    {
        try
        {
            Connection.Open();
            // A file by somebody else can hold views and expressions that run when it is read.
            Connection.Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; BEGIN");
            var finding = Connection.QueryFirst<string>("PRAGMA quick_check(1)");
            if (finding != "ok") throw new OperatorException($"{path} is damaged: {finding}.");
            return this;
        }
        catch (SqliteException exception)
        {
            Dispose();
            throw Failure(path, exception);
        }
        catch (OperatorException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What SQLite says of the file at <paramref name="path"/>, as a sentence.</summary>
    public static OperatorException Failure(string path, SqliteException exception) => new(
        exception.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{path} is in use: stop the program that writes to it.",
            raw.SQLITE_NOTADB => $"{path} is no SQLite database, or it is damaged.",
            raw.SQLITE_FULL => "The disk for temporary files is full.",
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_READONLY => $"{path} cannot be opened.",
            _ => $"{path} is damaged.",
        },
        exception);
}
