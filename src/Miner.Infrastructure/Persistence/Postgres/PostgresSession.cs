using Dapper;
using Npgsql;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>A connection for the time of one piece of work.</summary>
/// <remarks>Statements that are given together, parted by semicolons, go in one round trip and are stored all or none.</remarks>
internal sealed class PostgresSession(NpgsqlConnection connection, CancellationToken cancellationToken)
{
    /// <summary>A transaction over several round trips; rolled back unless it is committed.</summary>
    public ValueTask<NpgsqlTransaction> BeginAsync() => connection.BeginTransactionAsync(cancellationToken);

    public Task<int> ExecuteAsync(string sql, object values) => connection.ExecuteAsync(Command(sql, values));

    public Task<T?> ScalarAsync<T>(string sql, object values) => connection.ExecuteScalarAsync<T>(Command(sql, values));

    /// <exception cref="InvalidOperationException">The statement gives no row, or more than one.</exception>
    public Task<T> SingleAsync<T>(string sql, object values) => connection.QuerySingleAsync<T>(Command(sql, values));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object values) =>
        [.. await connection.QueryAsync<T>(Command(sql, values))];

    /// <summary>The rows of two statements, or of more, each to be read in turn.</summary>
    public Task<SqlMapper.GridReader> QuerySeveralAsync(string sql, object values) => connection.QueryMultipleAsync(Command(sql, values));

    private CommandDefinition Command(string sql, object values) =>
        new(sql, new StorableParameters(values), cancellationToken: cancellationToken);
}
