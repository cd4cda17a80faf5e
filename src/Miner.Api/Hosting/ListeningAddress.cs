using System.Net;
using System.Net.Sockets;

namespace Miner.Api.Hosting;

/// <summary>Addresses that a server listens on.</summary>
internal static class ListeningAddress
{
    /// <param name="host">An IP address or <c>localhost</c>.</param>
    public static string Of(string host, int port)
    {
        var isVersion6 = IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
        return isVersion6 ? $"http://[{host}]:{port}" : $"http://{host}:{port}";
    }
}
