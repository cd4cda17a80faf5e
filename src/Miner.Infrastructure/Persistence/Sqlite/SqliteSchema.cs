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

    private const string SelectObjects =
        "SELECT type, name, sql FROM sqlite_schema WHERE type <> 'index' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'";

    /// <summary>The version that this program brings its files to.</summary>
    public static int LatestVersion => SqliteMigrator.LatestVersion;

    /// <summary>The version of this program's tables; 0 where there are none of them.</summary>
    public static long Version(SqliteConnection connection) => connection.ExecuteScalar<long>("PRAGMA user_version");

    /// <summary>Whether there is no table at all.</summary>
    public static bool IsEmpty(SqliteConnection connection) => connection.ExecuteScalar<long>(CountTables) == 0;

    /// <summary>Whether the tables are those of the original miner, which was written in Python.</summary>
    public static bool IsOriginal(SqliteConnection connection) =>
        Version(connection) == 0 && connection.ExecuteScalar<long>(CountOriginalColumns) == 4;

    /// <summary>
    /// Whether the tables are as this program's scripts make them in the file's version, with no view or trigger beside theirs: such a one
    /// would run somebody else's statements.
    /// </summary>
    public static bool IsOwn(SqliteConnection connection)
    {
        var version = Version(connection);
        if (version < 1 || version > LatestVersion) return false;

        using var made = new SqliteConnection("Data Source=:memory:");
        made.Open();
        foreach (var script in SqliteMigrator.Scripts.Where(script => script.Version <= version)) made.Execute(script.Sql);
        var own = Objects(made);
        var found = Objects(connection);
        return own.IsSubsetOf(found) && found.Except(own).All(found => found.Type == "table");
    }

    private static HashSet<(string Type, string Name, string? Sql)> Objects(SqliteConnection connection) =>
        [.. connection.Query<(string, string, string?)>(SelectObjects)];
}
