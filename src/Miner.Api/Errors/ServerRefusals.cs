using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Miner.Api.Errors;

/// <summary>
/// Gives a body to what the server itself refuses before any middleware sees it: a request that is not well-formed, too long, of another
/// version or too slow. The server answers these with a bare head, and has no place to say otherwise.
/// </summary>
internal static class ServerRefusals
{
    public static ConnectionDelegate AddBodies(ConnectionDelegate next) => async connection =>
    {
        var transport = connection.Transport;
        connection.Transport = new Duplex(transport.Input, new RefusalWriter(transport.Output));
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    };

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
