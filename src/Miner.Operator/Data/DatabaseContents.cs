using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Operator.Data;

/// <summary>What a database of this program holds.</summary>
/// <param name="SchemaVersion">The version of its tables.</param>
/// <param name="PlaybookEntries">Those that are active.</param>
public sealed record DatabaseContents(long SchemaVersion, long Conversations, long Messages, long PlaybookEntries)
{
    /// <param name="file">What the database is called in errors.</param>
    /// <exception cref="OperatorException">It holds other tables than those of this program, or those of a newer one.</exception>
    internal static DatabaseContents Read(SqliteConnection connection, string file)
    {
        var version = SqliteSchema.Version(connection);
        if (SqliteSchema.IsOriginal(connection))
            throw new OperatorException($"{file} is the database of the original miner: 'import' takes it over.");
        if (version > SqliteSchema.LatestVersion)
        {
            throw new OperatorException(
                $"{file} has schema version {version}, and this program knows none after {SqliteSchema.LatestVersion}: run the newer one.");
        }

        if (!SqliteSchema.IsOwn(connection))
            throw new OperatorException($"{file} is no database of this program.");

        try
        {
            return new DatabaseContents(
                version,
                connection.ExecuteScalar<long>("SELECT COUNT(*) FROM conversations"),
                connection.ExecuteScalar<long>("SELECT COUNT(*) FROM messages"),
                connection.ExecuteScalar<long>("SELECT COUNT(*) FROM playbook_entries WHERE is_active = 1"));
        }
        catch (SqliteException exception)
        {
            throw new OperatorException($"{file} is no database of this program, or it is damaged.", exception);
        }
    }
}
