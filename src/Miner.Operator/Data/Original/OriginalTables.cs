using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Operator.Data.Original;

/// <summary>The tables and columns of the original that are read.</summary>
internal static class OriginalTables
{
    public const string Conversations = "conversations";
    public const string Messages = "messages";
    public const string Entries = "playbook_entries";
    public const string Operations = "playbook_operations";

    private const string IsTable = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = @table)";

    private static readonly (string Table, string Columns)[] Read =
    [
        (Conversations, "id cid created_at"),
        (Messages, "id conversation_id role content timestamp"),
        (Entries, "id cid insight_type key value operation source_feedback confidence_score created_at updated_at version is_active tags "
            + "extra_data"),
        (Operations, "id playbook_entry_id cid operation extracted_data success error_message source_feedback llm_response timestamp"),
    ];

    /// <exception cref="OperatorException">One of them is missing, or is something else than a table with an id.</exception>
    public static void Require(SqliteConnection connection, string path)
    {
        if (SqliteSchema.Version(connection) != 0)
            throw new OperatorException($"{path} is no database of the original miner; of this program's own, see 'restore' and 'copy'.");
        foreach (var (table, columns) in Read)
        {
            if (!connection.ExecuteScalar<bool>(IsTable, new { table }))
                throw new OperatorException($"{path} is no database of the original miner: it has no table {table}.");
            var found = connection.Query<(string Name, string Type, long Key)>(
                "SELECT name, upper(type), pk FROM pragma_table_xinfo(@table) WHERE hidden = 0", new { table }).ToList();
            foreach (var column in columns.Split(' '))
            {
                if (!found.Exists(each => each.Name == column))
                    throw new OperatorException($"{path} is no database of the original miner: its table {table} has no column {column}.");
            }

            // Then it is the row's own number, by which rows are found without a search.
            if (!found.Exists(each => each is { Name: "id", Type: "INTEGER", Key: 1 }))
                throw new OperatorException($"{path} is no database of the original miner: the id of its table {table} is no key.");
        }
    }
}
