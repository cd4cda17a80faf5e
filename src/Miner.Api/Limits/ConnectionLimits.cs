using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Miner.Api.Errors;
using Miner.Api.Settings;

namespace Miner.Api.Limits;

/// <summary>
/// What a connection may cost while its caller sends slowly, reads slowly or does neither, on every path and with or without a key.
/// </summary>
internal static class ConnectionLimits
{
    /// <summary>
    /// More than the contract's limit, so that a body somewhat over it is still read off the connection: hanging up while the caller sends
    /// would reset the connection, and the caller would never see the 413.
    /// </summary>
    public const long MaxDrainedBytes = 4 * BodySizeLimit.MaxBytes;

    /// <summary>Of an answer that is not read, in the miner's memory; what writes it waits from there on.</summary>
    public const long MaxUnreadBytes = 16 * 1024;

    /// <summary>Of an answer that is not read, in the system's memory; Linux doubles it.</summary>
    public const int SendBufferBytes = 64 * 1024;

    /// <summary>Enough for any caller; who sends a head that never ends keeps a connection no longer.</summary>
    public static readonly TimeSpan RequestHeadersTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Somewhat longer than reverse proxies keep theirs, so that they are the ones who close.</summary>
    public static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(65);

    /// <summary>Who reads an answer more slowly is cut off: 256 Kbit/s, after a while for the first bytes to arrive.</summary>
    public static readonly MinDataRate ResponseRate = new(bytesPerSecond: 32 * 1024, gracePeriod: TimeSpan.FromSeconds(5));

    public static void Limit(this KestrelServerOptions kestrel, ServerSettings server)
    {
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = server.MaxConnections;
        limits.MaxRequestBodySize = MaxDrainedBytes;
        limits.MaxResponseBufferSize = MaxUnreadBytes;
        limits.MinResponseDataRate = ResponseRate;
        limits.RequestHeadersTimeout = RequestHeadersTimeout;
        limits.KeepAliveTimeout = KeepAliveTimeout;
        kestrel.ConfigureEndpointDefaults(listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(kestrel.ApplicationServices.GetRequiredService<AddressConnections>().Limit);
            listen.Use(ServerRefusals.AddBodies);
        });
    }

    /// <summary>Connections take their buffer's size over from the socket that accepts them.</summary>
    public static void BoundSendBuffers(SocketTransportOptions transport) => transport.CreateBoundListenSocket = BoundListenSocket;

    private static Socket BoundListenSocket(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SendBufferSize = SendBufferBytes;
        return socket;
    }
}
