using Npgsql;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>The pool of connections to the one database.</summary>
internal sealed class PostgresConnections : IDisposable, IAsyncDisposable
{
    /// <summary>How long a statement may take, and how long one waits for another's row lock.</summary>
    private const int CommandSeconds = 5;

    private const int ConnectSeconds = 3;
    private readonly NpgsqlDataSource _source;
    private readonly TargetSessionAttributes _target;

    public PostgresConnections(StorageOptions options)
    {
        var address = options.Postgres ?? throw new ArgumentException("There is no address of a PostgreSQL database.", nameof(options));
        Name = address.ToString();
        var builder = new NpgsqlDataSourceBuilder(Settings(address, options.PoolSize));
        _target = address.Target;
        _source = address.HasSeveralHosts ? builder.BuildMultiHost() : builder.Build();
    }

    /// <summary>The address without user and password.</summary>
    public string Name { get; }

    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_source is not NpgsqlMultiHostDataSource hosts) return await _source.OpenConnectionAsync(cancellationToken);
        try
        {
            return await hosts.OpenConnectionAsync(_target, cancellationToken);
        }
        catch (NpgsqlException exception) when (exception is not PostgresException)
        {
            throw PostgresFailure.OfHosts(exception);
        }
    }

    /// <summary>Closes what lies idle, and what is in use once it is given back.</summary>
    public void Clear() => _source.Clear();

    public void Dispose() => _source.Dispose();

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static string Settings(PostgresAddress address, int poolSize)
    {
        var own = new NpgsqlConnectionStringBuilder(address.Connection.ConnectionString)
        {
            MaxPoolSize = poolSize,
            // What this program sends over and over is parsed and planned once a connection.
            MaxAutoPrepare = 64,
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
