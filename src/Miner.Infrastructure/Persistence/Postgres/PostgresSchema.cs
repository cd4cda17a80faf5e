using Dapper;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Npgsql;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>
/// Brings the database to the schema that this program knows. Each script of the <c>Schema</c> folder runs once, in order, in a
/// transaction of its own under a lock that all miners on the database take; the table <c>miner_schema</c> tells how far it has come.
/// </summary>
internal sealed partial class PostgresSchema(PostgresConnections connections, ILogger<PostgresSchema> logger)
{
    /// <summary>Any number, as long as all versions of this program take the same.</summary>
    private const long AdvisoryLock = 0x4D_69_6E_65_72;

    /// <summary>The first with <c>pg_current_xact_id</c> among them is long past; the project itself supports none before it.</summary>
    private const int OldestServer = 13;

    /// <summary>A script may have to rewrite a large table, and who comes second waits for it.</summary>
    private const int ScriptSeconds = 600;

    // Not by to_regclass, which goes by what this session remembers, and sees nothing of what another has made meanwhile.
    private const string HasTables = """
        SELECT EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname = ANY (@Names))
        """;

    private const string SelectVersion = "SELECT coalesce(max(version), 0) FROM miner_schema";
    private const string InsertVersion = "INSERT INTO miner_schema (version) VALUES (@Version)";

    private const string CreateVersion = """
        CREATE TABLE IF NOT EXISTS miner_schema (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())
        """;

    private volatile bool _isReady;

    private static readonly IReadOnlyList<SchemaScript> Scripts = SchemaScript.ReadAll("Postgres");

    /// <summary>The version that this program brings databases to.</summary>
    public static int LatestVersion => Scripts[^1].Version;

    /// <summary>Whether the database is known to be at the schema.</summary>
    public bool IsReady => _isReady;

    /// <exception cref="StorageException">The database is not fit for this program; the message says why in a sentence.</exception>
    /// <exception cref="NpgsqlException">The server failed, or is away.</exception>
    public async Task PrepareAsync(NpgsqlConnection connection)
    {
        await RequireServerAsync(connection);
        var version = await VersionAsync(connection);
        if (version > Scripts[^1].Version)
        {
            throw Refusal($"has schema version {version}, and this program knows none after {Scripts[^1].Version}: "
                + "run the newer program, or use another database");
        }

        foreach (var script in Scripts.Where(script => script.Version > version)) await ApplyAsync(connection, script);
        _isReady = true;
    }

    /// <summary>The database may be another one from now on.</summary>
    public void Forget() => _isReady = false;

    private async Task RequireServerAsync(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw Refusal($"is PostgreSQL {connection.PostgreSqlVersion.Major}: version {OldestServer} or a later one is needed");
        if (await connection.ExecuteScalarAsync<string>("SHOW server_encoding") is not "UTF8" and var encoding)
            throw Refusal($"is encoded as {encoding}: make one with ENCODING 'UTF8'");
    }

    /// <summary>How far the database has come; 0 where there is nothing of this program.</summary>
    internal static async Task<int> VersionAsync(NpgsqlConnection connection) =>
        await HasAsync(connection, "miner_schema") ? await connection.ExecuteScalarAsync<int>(SelectVersion) : 0;

    private static Task<bool> HasAsync(NpgsqlConnection connection, params string[] names) =>
        connection.ExecuteScalarAsync<bool>(HasTables, new { Names = names });

    private async Task ApplyAsync(NpgsqlConnection connection, SchemaScript script)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "SELECT pg_advisory_xact_lock(@AdvisoryLock)", new { AdvisoryLock }, commandTimeout: ScriptSeconds);
        // Another miner may have been at it in the meantime.
        var version = await VersionAsync(connection);
        if (version >= script.Version) return;
        if (version == 0 && await HasAsync(connection, "conversations", "messages", "playbook_entries"))
            throw Refusal("holds tables of another program: use another database");

        await connection.ExecuteAsync(CreateVersion);
        await connection.ExecuteAsync(script.Sql, commandTimeout: ScriptSeconds);
        await connection.ExecuteAsync(InsertVersion, new { script.Version });
        await transaction.CommitAsync();
        LogApplied(script.Version);
    }

    private StorageException Refusal(string reason) =>
        new($"The database {connections.Name} {reason}.", new NotSupportedException("The database is not fit for this program."));

    [LoggerMessage(3050, LogLevel.Information, "The database is now at schema version {Version}")]
    private partial void LogApplied(int version);
}
