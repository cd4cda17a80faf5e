using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Transfer;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>A transaction on a SQLite file: one state of it while others write, or the file for itself to change it.</summary>
internal sealed class SqliteStoreSession : StoreSession
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly string _file;

    /// <summary>What there was not before, the file and its folder, and goes again unless something is stored.</summary>
    private List<string> _made;

    private SqliteStoreSession(SqliteConnection connection, string file, bool changes, List<string> made)
        : base(connection)
    {
        (_connection, _file, _made) = (connection, file, made);
        _transaction = connection.BeginTransaction(deferred: !changes);
        // A deferred transaction sees the state of its first statement.
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_schema", transaction: _transaction);
    }

    public override string Name => _file;

    // The statement is prepared once and costs nothing to run again.
    protected override int RowsOfInsert => 1;

    protected override DbTransaction Transaction => _transaction;

    protected override string IsActive => "is_active = 1";

    public static SqliteStoreSession Open(StorageOptions options, StoreAccess access, TimeProvider timeProvider)
    {
        var file = Path.GetFullPath(options.SqlitePath);
        try
        {
            if (access == StoreAccess.Read) return new SqliteStoreSession(OpenExisting(file), file, changes: false, made: []);

            var isNew = !File.Exists(file);
            List<string> made = isNew ? NotThere(file) : [];
            if (!isNew) RequireSoleAccess(file, access);
            using (var database = new SqliteDatabase(options))
                new SqliteMigrator(database, timeProvider, NullLogger<SqliteMigrator>.Instance).Migrate();
            return new SqliteStoreSession(SqliteSoleAccess.Open(file), file, changes: true, made);
        }
        catch (SqliteException exception)
        {
            throw new StorageException($"{SqliteFailure.Translate(exception).Message} ({file})", exception);
        }
    }

    public override StorageException Translate(DbException exception) =>
        new($"{SqliteFailure.Translate(exception).Message} ({_file})", exception);

    public override Task<long> LastIdAsync(StoreTable table, CancellationToken cancellationToken) => Task.FromResult(
        _connection.ExecuteScalar<long>(
            $"SELECT MAX(IFNULL((SELECT MAX(id) FROM {table.Name}), 0), IFNULL((SELECT seq FROM sqlite_sequence WHERE name = @Name), 0))",
            table,
            _transaction));

    /// <remarks>A table that gives no id twice has a row of its own; the others take the highest that is there.</remarks>
    public override Task SetLastIdAsync(StoreTable table, long id, CancellationToken cancellationToken) => _connection.ExecuteAsync(
        """
        INSERT INTO sqlite_sequence (name, seq) SELECT @Name, 0
        WHERE EXISTS (SELECT 1 FROM sqlite_schema WHERE name = @Name AND sql LIKE '%AUTOINCREMENT%')
          AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = @Name);
        UPDATE sqlite_sequence SET seq = MAX(seq, @Id) WHERE name = @Name;
        """,
        new { table.Name, Id = id },
        _transaction);

    public override async Task CommitAsync(CancellationToken cancellationToken)
    {
        await base.CommitAsync(cancellationToken);
        _made = [];
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var path in _made)
        {
            if (Directory.Exists(path)) Directory.Delete(path);
            else File.Delete(path);
        }
    }

    private static SqliteConnection OpenExisting(string file)
    {
        if (!File.Exists(file)) throw Refusal(file, "is not there");
        var options = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        var connection = new SqliteConnection(options.ToString());
        try
        {
            connection.Open();
            RequireVersion(connection, file);
            return connection;
        }
        catch (Exception)
        {
            connection.Dispose();
            throw;
        }
    }

    private static void RequireSoleAccess(string file, StoreAccess access)
    {
        using var connection = SqliteSoleAccess.Open(file);
        if (access == StoreAccess.Rehearse && !SqliteSchema.IsEmpty(connection) && !SqliteSchema.IsOriginal(connection))
            RequireVersion(connection, file);
    }

    private static void RequireVersion(SqliteConnection connection, string file)
    {
        var version = SqliteSchema.Version(connection);
        if (version == 0) throw Refusal(file, "is no database of this program");
        if (version != SqliteSchema.LatestVersion)
        {
            throw Refusal(file, string.Create(
                CultureInfo.InvariantCulture,
                $"has schema version {version} and not {SqliteSchema.LatestVersion}: let the miner of this program start on it once"));
        }
    }

    private static StorageException Refusal(string file, string reason) =>
        new($"The database {file} {reason}.", new NotSupportedException("The file is not fit for this program."));

    private static List<string> NotThere(string file) =>
        Path.GetDirectoryName(file) is { } folder && !Directory.Exists(folder)
            ? [file, $"{file}-wal", $"{file}-shm", folder]
            : [file, $"{file}-wal", $"{file}-shm"];
}
