using Microsoft.Data.Sqlite;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>A connection that is kept, with the statements that were prepared on it. One caller at a time.</summary>
internal sealed class SqliteSession(string connectionString) : SqliteConnection(connectionString)
{
    // By reference: who asks has the text as a constant or a field, and hashing it would cost as much as running some of them.
    private readonly Dictionary<object, SqliteStatement> _statements = new(ReferenceEqualityComparer.Instance);

    /// <summary>The statement, prepared at its first use.</summary>
    /// <param name="sql">The same object each time, as each object has a statement of its own until the connection closes.</param>
    /// <exception cref="SqliteException">SQLite does not take it.</exception>
    public SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements.Add(sql, statement = new SqliteStatement(this, sql));
        return statement;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var statement in _statements.Values) statement.Dispose();
            _statements.Clear();
        }

        base.Dispose(disposing);
    }
}
