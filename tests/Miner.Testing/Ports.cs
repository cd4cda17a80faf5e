using System.Net;
using System.Net.Sockets;

namespace Miner.Testing;

public static class Ports
{
    /// <summary>A port of the loopback that nothing listens on.</summary>
    public static int Unused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
