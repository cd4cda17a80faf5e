using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Persistence.Transfer;

/// <summary>
/// One transaction on a whole store, for what moves data. What it reads is one committed state; what it changes is stored by
/// <see cref="CommitAsync"/>, all or nothing. Not for several callers at once.
/// </summary>
/// <remarks>The statements mean the same to SQLite and to PostgreSQL; what does not is abstract.</remarks>
public abstract class StoreSession(DbConnection connection) : IAsyncDisposable
{
    private const int BatchRows = 500;

    /// <summary>Of characters: a batch of long messages has fewer rows.</summary>
    private const int BatchLength = 1_000_000;

    /// <summary>The one column that PostgreSQL has a type of its own for.</summary>
    private const string Flag = "is_active";

    private readonly Dictionary<string, DbCommand> _inserts = new(StringComparer.Ordinal);

    /// <summary>What operators know the store by, without a password.</summary>
    public abstract string Name { get; }

    /// <summary>How many rows one statement inserts.</summary>
    protected abstract int RowsOfInsert { get; }

    protected abstract DbTransaction Transaction { get; }

    /// <summary>The condition by which the index of active entries is found.</summary>
    protected abstract string IsActive { get; }

    /// <summary>Says in a sentence what the store's failure means to an operator.</summary>
    public abstract StorageException Translate(DbException exception);

    /// <summary>The highest id that the table has given so far, also where its row is gone; 0 before the first.</summary>
    public abstract Task<long> LastIdAsync(StoreTable table, CancellationToken cancellationToken);

    /// <summary>Has the table give ids above <paramref name="id"/> only.</summary>
    public abstract Task SetLastIdAsync(StoreTable table, long id, CancellationToken cancellationToken);

    public virtual async Task CommitAsync(CancellationToken cancellationToken) => await Transaction.CommitAsync(cancellationToken);

    public async Task<long> CountAsync(StoreTable table, CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT COUNT(*) FROM {table.Name}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>How many rows there are, and the last key: another pair wherever a row was added or removed.</summary>
    public async Task<(long Rows, object? LastKey)> ExtentAsync(StoreTable table, CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT COUNT(*), MAX({table.Key}) FROM {table.Name}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var extent = Row(reader);
        return ((long)extent[0]!, extent[1]);
    }

    /// <summary>All rows in the order of the key, a bounded number of them at a time.</summary>
    public async IAsyncEnumerable<StoredRows> ReadAsync(
        StoreTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT * FROM {table.Name} ORDER BY {table.Key}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var (rows, length) = (new List<object?[]>(), 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = Row(reader);
            rows.Add(row);
            length += row.OfType<string>().Sum(text => text.Length);
            if (rows.Count < BatchRows && length < BatchLength) continue;

            yield return new StoredRows(columns, rows);
            (rows, length) = ([], 0);
        }

        if (rows.Count > 0) yield return new StoredRows(columns, rows);
    }

    /// <summary>The rows with these values, in the order of the key. There must be few of them, and those of a flag must be set.</summary>
    public async Task<StoredRows> FindAsync(
        StoreTable table, CancellationToken cancellationToken, params IReadOnlyList<(string Column, object Value)> values)
    {
        var conditions = values.Select((value, index) => value.Column == Flag ? IsActive : $"{value.Column} = @p{index}");
        await using var command = Command($"SELECT * FROM {table.Name} WHERE {string.Join(" AND ", conditions)} ORDER BY {table.Key}");
        for (var i = 0; i < values.Count; i++)
            if (values[i].Column != Flag) Bind(command, i, values[i].Column, values[i].Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(Row(reader));
        return new StoredRows(columns, rows);
    }

    /// <summary>Columns that are not named have their defaults.</summary>
    public async Task InsertAsync(StoreTable table, StoredRows rows, CancellationToken cancellationToken)
    {
        for (var start = 0; start < rows.Rows.Count; start += RowsOfInsert)
        {
            var count = Math.Min(RowsOfInsert, rows.Rows.Count - start);
            var command = Insert(table, rows.Columns, count);
            for (var i = 0; i < count; i++)
                for (var column = 0; column < rows.Columns.Count; column++)
                    command.Parameters[(i * rows.Columns.Count) + column].Value =
                        Stored(rows.Columns[column], rows.Rows[start + i][column]);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public async Task DeleteAsync(StoreTable table, string column, object value, CancellationToken cancellationToken)
    {
        await using var command = Command($"DELETE FROM {table.Name} WHERE {column} = @p0");
        Bind(command, 0, column, value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Deletes all rows of all tables.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        foreach (var table in StoreTable.All.Reverse())
        {
            await using var command = Command($"DELETE FROM {table.Name}");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var command in _inserts.Values) await command.DisposeAsync();
        await Transaction.DisposeAsync();
        await connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, Transaction, 0);
        return command;
    }

    private static void Bind(DbCommand command, int index, string column, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"p{index}", Stored(column, value));
        command.Parameters.Add(parameter);
    }

    private static object Stored(string column, object? value) => value switch
    {
        null => DBNull.Value,
        long flag when column == Flag => flag != 0,
        _ => value,
    };

    private static object?[] Row(DbDataReader reader)
    {
        var row = new object?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.GetValue(i) switch
            {
                DBNull => null,
                bool flag => flag ? 1L : 0L,
                int number => (long)number,
                var value => value,
            };
        }

        return row;
    }

    private DbCommand Insert(StoreTable table, IReadOnlyList<string> columns, int rows)
    {
        var into = string.Create(CultureInfo.InvariantCulture, $"{rows} INTO {table.Name} ({string.Join(", ", columns)})");
        if (_inserts.TryGetValue(into, out var known)) return known;

        var values = Enumerable.Range(0, rows)
            .Select(row => $"({string.Join(", ", columns.Select((_, column) => $"@p{(row * columns.Count) + column}"))})");
        var command = Command($"INSERT INTO {table.Name} ({string.Join(", ", columns)}) VALUES {string.Join(", ", values)}");
        for (var i = 0; i < rows * columns.Count; i++) Bind(command, i, columns[i % columns.Count], null);
        _inserts[into] = command;
        return command;
    }
}
