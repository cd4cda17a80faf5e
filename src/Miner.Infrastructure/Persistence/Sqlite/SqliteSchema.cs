using Dapper;
using Microsoft.Data.Sqlite;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>Tells whose tables a SQLite file holds.</summary>
public static class SqliteSchema
{
    // What only the original miner's tables have, and all of them must.
    private const string CountOriginalColumns = """
        SELECT COUNT(*) FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND tables.name || '.' || columns.name IN (
            'conversations.message_count', 'messages.conversation_id', 'playbook_entries.insight_type',
            'playbook_operations.extracted_data')
        """;

    private const string CountTables = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'";

    /// <summary>The version that this program brings its files to.</summary>
    public static int LatestVersion => SqliteMigrator.LatestVersion;

    /// <summary>The version of this program's tables; 0 where there are none of them.</summary>
    public static long Version(SqliteConnection connection) => connection.ExecuteScalar<long>("PRAGMA user_version");

    /// <summary>Whether there is no table at all.</summary>
    public static bool IsEmpty(SqliteConnection connection) => connection.ExecuteScalar<long>(CountTables) == 0;

    /// <summary>Whether the tables are those of the original miner, which was written in Python.</summary>
    public static bool IsOriginal(SqliteConnection connection) =>
        Version(connection) == 0 && connection.ExecuteScalar<long>(CountOriginalColumns) == 4;
}
