using Npgsql;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>The pool of connections to the one database.</summary>
/// <remarks>
/// Statements are prepared by name, which a pooler such as PgBouncer may carry over to another client's session: there a name may stand for
/// another's statement. Where one stands in between, nothing is prepared, unless the URL says that it can be.
/// </remarks>
internal sealed class PostgresConnections : IDisposable, IAsyncDisposable
{
    /// <summary>How long a statement may take, and how long one waits for another's row lock.</summary>
    private const int CommandSeconds = 5;

    private const int ConnectSeconds = 3;

    /// <summary>What this program sends over and over is parsed and planned once a connection.</summary>
    private const int PreparedStatements = 64;

    private readonly TargetSessionAttributes _target;
    private readonly NpgsqlDataSource _preparing;
    private readonly NpgsqlDataSource _plain;
    private readonly bool _isTold;
    private volatile bool _prepares;
    private volatile bool _isPoolerKnown;

    public PostgresConnections(StorageOptions options)
    {
        var address = options.Postgres ?? throw new ArgumentException("There is no address of a PostgreSQL database.", nameof(options));
        Name = address.ToString();
        _target = address.Target;
        _preparing = Source(address, options.PoolSize, address.PreparedStatements ?? PreparedStatements);
        _plain = Source(address, options.PoolSize, preparedStatements: 0);
        _prepares = address.PreparedStatements is not 0;
        _isTold = address.PreparedStatements is not null;
        _isPoolerKnown = _isTold;
    }

    /// <summary>The address without user and password.</summary>
    public string Name { get; }

    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(_prepares ? _preparing : _plain, cancellationToken);
        if (_isPoolerKnown || !_prepares) return connection;
        try
        {
            if (await IsServersOwnAsync(connection, cancellationToken))
            {
                _isPoolerKnown = true;
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        _prepares = false;
        await connection.DisposeAsync();
        _preparing.Clear();
        return await OpenAsync(_plain, cancellationToken);
    }

    /// <summary>Closes what lies idle, and what is in use once it is given back. What comes back may be a pooler, too.</summary>
    public void Clear()
    {
        if (!_isTold) _isPoolerKnown = false;
        _preparing.Clear();
        _plain.Clear();
    }

    public void Dispose()
    {
        _preparing.Dispose();
        _plain.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _preparing.DisposeAsync();
        await _plain.DisposeAsync();
    }

    private async ValueTask<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        if (source is not NpgsqlMultiHostDataSource hosts) return await source.OpenConnectionAsync(cancellationToken);
        try
        {
            return await hosts.OpenConnectionAsync(_target, cancellationToken);
        }
        catch (NpgsqlException exception) when (exception is not PostgresException)
        {
            throw PostgresFailure.OfHosts(exception);
        }
    }

    /// <summary>A pooler tells a process id of its own when one connects to it.</summary>
    private static async Task<bool> IsServersOwnAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is int process && process == connection.ProcessID;
    }

    private static NpgsqlDataSource Source(PostgresAddress address, int poolSize, int preparedStatements)
    {
        var builder = new NpgsqlDataSourceBuilder(Settings(address, poolSize, preparedStatements));
        return address.HasSeveralHosts ? builder.BuildMultiHost() : builder.Build();
    }

    private static string Settings(PostgresAddress address, int poolSize, int preparedStatements)
    {
        var own = new NpgsqlConnectionStringBuilder(address.Connection.ConnectionString)
        {
            MaxPoolSize = poolSize,
            MaxAutoPrepare = preparedStatements,
            AutoPrepareMinUsages = 2,
            CommandTimeout = CommandSeconds,
            // Finds out within a minute that somebody in between dropped an idle connection without a word.
            TcpKeepAlive = true,
            TcpKeepAliveTime = 30,
            TcpKeepAliveInterval = 5,
            // Which of several hosts takes changes is asked as often as a host that is away is looked for.
            HostRecheckSeconds = 1,
            // An address that has moved to another server is looked up again.
            ConnectionLifetime = 1_800,
            // No state is left behind in a session: what is set is set for a transaction.
            NoResetOnClose = true,
            Enlist = false,
        };
        if (!address.Connection.ContainsKey("Timeout")) own.Timeout = ConnectSeconds;
        if (string.IsNullOrEmpty(own.ApplicationName)) own.ApplicationName = "sample-miner";
        return own.ConnectionString;
    }
}
