using System.Net;
using Microsoft.AspNetCore.Connections;
using Miner.Api.Security;
using Miner.Api.Settings;
using Miner.Application.Telemetry;

namespace Miner.Api.Limits;

/// <summary>
/// Closes what an address opens beyond half of all connections, so that none takes them all; up to <see cref="AlwaysAllowed"/> are never
/// too many, as all of the orchestrator's may come from one address. A trusted proxy speaks for many callers, and is not limited.
/// </summary>
internal sealed partial class AddressConnections(ServerSettings server, TimeProvider time, ILogger<AddressConnections> logger) : IDisposable
{
    public const int AlwaysAllowed = 4_096;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _open = [];
    private readonly LogBudget<IPAddress> _budget = new(time, untold => LogUntold(logger, untold));

    /// <summary>How many connections one address may hold.</summary>
    public int Allowed { get; } = Math.Max(AlwaysAllowed, server.MaxConnections / 2);

    public ConnectionDelegate Limit(ConnectionDelegate next) => async connection =>
    {
        if (connection.RemoteEndPoint is not IPEndPoint { Address: var address } || server.Trusts(address))
        {
            await next(connection);
            return;
        }

        var subnet = CallerAddress.Subnet(address);
        if (!TryOpen(subnet))
        {
            if (_budget.Take(subnet)) LogRefused(logger, address, Allowed);
            connection.Abort();
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Close(subnet);
        }
    };

    public void Dispose() => _budget.Dispose();

    private bool TryOpen(IPAddress subnet)
    {
        lock (_lock)
        {
            var open = _open.GetValueOrDefault(subnet);
            if (open == Allowed) return false;
            _open[subnet] = open + 1;
            return true;
        }
    }

    private void Close(IPAddress subnet)
    {
        lock (_lock)
        {
            if (--_open[subnet] == 0) _open.Remove(subnet);
        }
    }

    [LoggerMessage(4207, LogLevel.Warning, "Connection from {Address} closed: it has {Allowed} open")]
    private static partial void LogRefused(ILogger logger, IPAddress address, int allowed);

    [LoggerMessage(4208, LogLevel.Warning, "{Count} more connections of such addresses were closed within a minute")]
    private static partial void LogUntold(ILogger logger, int count);
}
