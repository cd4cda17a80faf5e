using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Miner.Operator.Data.Original;

/// <summary>The original miner's database, read row by row; nothing in it is taken for granted.</summary>
internal sealed class OriginalDatabase : IDisposable
{
    /// <summary>Bytes of one text; what is longer is taken for none.</summary>
    private const int LongestText = 16 * 1024 * 1024;

    private const int LongestName = 4 * 1024;

    private static readonly string SelectMessages = $"""
        SELECT c.id, {Text("c.cid", LongestName)}, {Text("c.created_at", LongestName)}, m.id, {Text("m.role", LongestName)},
               {Text("m.timestamp", LongestName)}, typeof(m.content) = 'text' AND octet_length(m.content) <= {LongestText}
        FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
        ORDER BY c.id, m.timestamp, m.id
        """;

    private static readonly string SelectContent = $"SELECT {Text("content", LongestText)} FROM messages WHERE id = @Id";

    private static readonly string SelectEntries = $"""
        SELECT id, {Text("cid", LongestName)}, {Text("insight_type", LongestName)}, {Text("key", LongestName)},
               {Text("value", LongestText)}, {Text("operation", LongestName)}, {Text("source_feedback", LongestText)},
               CASE WHEN typeof(confidence_score) IN ('real', 'integer') THEN confidence_score END,
               {Text("created_at", LongestName)}, {Text("updated_at", LongestName)},
               CASE WHEN typeof(version) = 'integer' THEN version END, is_active IN (1, '1', 'true', 'True', 'TRUE') IS TRUE,
               {Text("tags", LongestName)}, {Text("extra_data", LongestName)},
               id IN (SELECT playbook_entry_id FROM playbook_operations WHERE success = 1 AND playbook_entry_id IS NOT NULL)
        FROM playbook_entries ORDER BY {Text("cid", LongestName)}, {Text("key", LongestName)}, id
        """;

    private static readonly string SelectOperations = $"""
        SELECT {Text("o.cid", LongestName)}, CASE WHEN typeof(o.playbook_entry_id) = 'integer' THEN o.playbook_entry_id END,
               {Text("o.operation", LongestName)}, {Text("o.extracted_data", LongestText)}, o.success = 1 IS TRUE,
               {Text("o.error_message", LongestText)}, {Text("o.source_feedback", LongestText)}, {Text("o.llm_response", LongestText)},
               {Text("o.timestamp", LongestName)}, {Text("e.insight_type", LongestName)}, {Text("e.key", LongestName)},
               {Text("e.value", LongestText)}
        FROM playbook_operations AS o LEFT JOIN playbook_entries AS e ON e.id = o.playbook_entry_id
        ORDER BY {Text("o.cid", LongestName)}, o.id
        """;

    private const string CountOrphans =
        "SELECT COUNT(*) FROM messages WHERE conversation_id IS NULL OR conversation_id NOT IN (SELECT id FROM conversations)";

    private readonly SqliteSource _source;
    private readonly Encoding _encoding;

    private OriginalDatabase(SqliteSource source)
    {
        _source = source;
        _encoding = source.Connection.ExecuteScalar<string>("PRAGMA encoding") switch
        {
            "UTF-16le" => Encoding.Unicode,
            "UTF-16be" => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
    }

    /// <summary>The file's whole path.</summary>
    public string File => _source.File;

    /// <exception cref="OperatorException">It cannot be read, or is no database of the original miner.</exception>
    public static OriginalDatabase Open(string path)
    {
        var source = SqliteSource.Open(path);
        try
        {
            OriginalTables.Require(source.Connection, path);
            return new OriginalDatabase(source);
        }
        catch (SqliteException exception)
        {
            source.Dispose();
            throw SqliteSource.Failure(path, exception);
        }
        catch (OperatorException)
        {
            source.Dispose();
            throw;
        }
    }

    public long Count(string table) => Do(() => _source.Connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}"));

    /// <summary>How many messages belong to no conversation.</summary>
    public long CountMessagesOfNoConversation() => Do(() => _source.Connection.ExecuteScalar<long>(CountOrphans));

    /// <summary>All messages of conversations, each conversation's together, by time and by the order in which they were written.</summary>
    public IEnumerable<OriginalMessage> Messages() => Read(SelectMessages, row => new OriginalMessage(
        row.GetInt64(0), Text(row, 1), Text(row, 2), row.GetInt64(3), Text(row, 4), Text(row, 5), row.GetBoolean(6)));

    /// <summary>The text of a message, which must be readable.</summary>
    public string Content(long messageId) =>
        _encoding.GetString(Do(() => _source.Connection.ExecuteScalar<byte[]>(SelectContent, new { Id = messageId })) ?? []);

    /// <summary>All entries, those of one conversation and key together.</summary>
    public IEnumerable<OriginalEntry> Entries() => Read(SelectEntries, row => new OriginalEntry(
        row.GetInt64(0), Text(row, 1), Text(row, 2), Text(row, 3), Text(row, 4), Text(row, 5), Text(row, 6),
        row.IsDBNull(7) ? null : row.GetDouble(7), Text(row, 8), Text(row, 9), row.IsDBNull(10) ? null : row.GetInt64(10),
        row.GetBoolean(11), Text(row, 12), Text(row, 13), row.GetBoolean(14)));

    /// <summary>All operations, those of one conversation together, in the order in which they were written.</summary>
    public IEnumerable<OriginalOperation> Operations() => Read(SelectOperations, row => new OriginalOperation(
        Text(row, 0), row.IsDBNull(1) ? null : row.GetInt64(1), Text(row, 2), Text(row, 3), row.GetBoolean(4), Text(row, 5), Text(row, 6),
        Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10), Text(row, 11)));

    public void Dispose() => _source.Dispose();

    // As bytes, which a NUL does not end; the length is known without reading the text.
    private static string Text(string column, int longest) =>
        $"CASE WHEN typeof({column}) = 'text' AND octet_length({column}) <= {longest} THEN CAST({column} AS BLOB) END";

    private string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : _encoding.GetString(row.GetFieldValue<byte[]>(column));

    private IEnumerable<T> Read<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = _source.Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = Do(command.ExecuteReader);
        while (Do(reader.Read)) yield return read(reader);
    }

    private T Do<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException exception)
        {
            throw SqliteSource.Failure(File, exception);
        }
    }
}
