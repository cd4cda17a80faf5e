using System.Net;
using System.Net.Sockets;

namespace Miner.Testing;

public static class UnusedPort
{
    /// <summary>
    /// A port of the loopback on which nothing listens. It lies below those that Linux gives to whoever asks for any, so that nobody gets
    /// it before the test uses it.
    /// </summary>
    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there; another one is as good.
            }
        }
    }
}
