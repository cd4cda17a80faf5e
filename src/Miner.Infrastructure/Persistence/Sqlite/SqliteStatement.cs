using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>A statement that stays prepared, for those that nearly every request runs. One caller at a time.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly string[] _parameters;

    /// <param name="connection">Open; must outlive the statement.</param>
    /// <param name="sql">One statement.</param>
    /// <exception cref="SqliteException">SQLite does not take it.</exception>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _parameters = new string[raw.sqlite3_bind_parameter_count(_statement)];
        for (var i = 0; i < _parameters.Length; i++)
            _parameters[i] = raw.sqlite3_bind_parameter_name(_statement, i + 1).utf8_to_string();
    }

    /// <param name="parameter">As the statement spells it, such as <c>@Cid</c>.</param>
    /// <param name="value">The value for the next run.</param>
    public SqliteStatement Bind(string parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, Index(parameter), value));
        return this;
    }

    /// <inheritdoc cref="Bind(string, long)"/>
    public SqliteStatement Bind(string parameter, string value)
    {
        var index = Index(parameter);
        // An empty span has no address, which SQLite takes for NULL.
        if (value.Length == 0)
        {
            Check(raw.sqlite3_bind_text(_statement, index, value));
            return this;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, bytes);
        try
        {
            Check(raw.sqlite3_bind_text(_statement, index, bytes.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        return this;
    }

    /// <summary>Runs it to its end, and forgets what was bound.</summary>
    /// <returns>How many rows it changed, where it changes any.</returns>
    /// <exception cref="SqliteException">SQLite could not do it.</exception>
    public int Execute()
    {
        try
        {
            while (Step())
            {
                // A row that nobody asked for.
            }

            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs it, gives what <paramref name="read"/> makes of each row, and forgets what was bound.</summary>
    /// <exception cref="SqliteException">SQLite could not do it.</exception>
    public List<T> Query<T>(Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step()) rows.Add(read(this));
            return rows;
        }
        finally
        {
            Reset();
        }
    }

    /// <param name="column">From 0. NULL reads as an empty text.</param>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    /// <inheritdoc cref="Text"/>
    public string? TextOrNull(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : Text(column);

    /// <param name="column">From 0. NULL reads as 0.</param>
    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <inheritdoc cref="Integer"/>
    public double Real(int column) => raw.sqlite3_column_double(_statement, column);

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not raw.SQLITE_ROW and not raw.SQLITE_DONE) Check(code);
        return code == raw.SQLITE_ROW;
    }

    // It repeats the code of the step that failed, which was thrown already.
    private void Reset()
    {
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
    }

    private int Index(string parameter)
    {
        var index = Array.IndexOf(_parameters, parameter) + 1;
        return index > 0 ? index : throw new ArgumentException($"The statement has no parameter {parameter}.", nameof(parameter));
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
