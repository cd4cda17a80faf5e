using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Miner.Infrastructure.Counters;

/// <summary>
/// The connection to Redis, and the breaker before it. Requests ask while it is up, and wait for <see cref="Patience"/> at most; the first
/// that fails takes it down, and from then on nobody waits: a ping every second finds out when it is back.
/// </summary>
internal sealed partial class RedisLink(RedisOptions options, TimeProvider time, ILogger<RedisLink> logger) : BackgroundService
{
    /// <summary>What a request may lose to a Redis that hangs.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    internal static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(1);

    /// <summary>The driver sends nothing to a server that it knows as a replica, which would answer so.</summary>
    private const string ReadOnly = "READONLY";

    /// <summary>Why it is down.</summary>
    private readonly HashSet<string> _reasons = [];

    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ConnectionMultiplexer? _connection;
    private volatile bool _isUp;

    public bool IsUp => _isUp;

    /// <summary>Completes once it is known whether Redis was there at the start.</summary>
    internal Task Tried => _tried.Task;

    /// <summary>Asks Redis, or gives null at once while it is away.</summary>
    public async ValueTask<T?> AskAsync<T>(Func<IConnectionMultiplexer, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        if (!_isUp || _connection is not { } connection) return null;
        try
        {
            return await ask(connection).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, counting alone is better than a request that fails.
            GoDown(exception);
            return null;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_connection is { } connection) await connection.CloseAsync(allowCommandsToComplete: false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(PingInterval, time);
            do
            {
                await PingAsync(stoppingToken);
                _tried.TrySetResult();
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    /// <summary>
    /// By a write, which a Redis that is full, or nobody's master any more, refuses. A connection that breaks comes back by itself.
    /// </summary>
    private async Task PingAsync(CancellationToken stoppingToken)
    {
        try
        {
            _connection ??= await ConnectionMultiplexer.ConnectAsync(Configuration());
            await _connection.GetDatabase().StringSetAsync("ping", "", 10 * PingInterval).WaitAsync(Patience, stoppingToken);
            if (_isUp) return;
            _isUp = true;
            LogUp();
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            GoDown(exception);
        }
    }

    /// <summary>Tells each reason once until it is up again.</summary>
    private void GoDown(Exception exception)
    {
        var reason = Reason(exception);
        lock (_reasons)
        {
            var isTurn = _isUp || !_tried.Task.IsCompleted;
            _isUp = false;
            if (isTurn) _reasons.Clear();
            if (!_reasons.Add(reason)) return;
            if (isTurn) LogDown(reason);
            else LogStillDown(reason);
        }
    }

    /// <summary>
    /// The exception's own text is left out: it may hold what a command carried. Of Redis' errors the first word is the kind, such as
    /// <c>READONLY</c>.
    /// </summary>
    private string Reason(Exception exception) => exception switch
    {
        RedisConnectionException when _connection?.GetServers().Any(server => server is { IsConnected: true, IsReplica: true }) is true =>
            ReadOnly,
        RedisConnectionException connection => connection.FailureType.ToString(),
        RedisServerException server when ErrorKind.Match(server.Message) is { Success: true } kind => kind.Value,
        _ => exception.GetType().Name,
    };

    private ConfigurationOptions Configuration() => new()
    {
        EndPoints = { { options.Host, options.Port } },
        Ssl = options.UsesTls,
        User = options.User,
        Password = options.Password,
        DefaultDatabase = options.Database,
        // The first connection tells why there is none; the next ping tries again.
        AbortOnConnectFail = true,
        // A replica that takes changes again is otherwise seen a minute later.
        ConfigCheckSeconds = 2,
        ConnectTimeout = 1_000,
        AsyncTimeout = (int)Patience.TotalMilliseconds,
        BacklogPolicy = BacklogPolicy.FailFast,
        ReconnectRetryPolicy = new LinearRetry((int)PingInterval.TotalMilliseconds),
        IncludeDetailInExceptions = false,
    };

    [LoggerMessage(3040, LogLevel.Information, "Redis answers: limits are counted over all replicas")]
    private partial void LogUp();

    [GeneratedRegex("^[A-Z]{2,20}(?= |$)")]
    private static partial Regex ErrorKind { get; }

    [LoggerMessage(3041, LogLevel.Warning, "Redis does not answer ({Reason}): each replica counts for itself until it does")]
    private partial void LogDown(string reason);

    [LoggerMessage(3042, LogLevel.Warning, "Redis is still of no use ({Reason})")]
    private partial void LogStillDown(string reason);
}
