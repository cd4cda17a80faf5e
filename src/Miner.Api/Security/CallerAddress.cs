using System.Net;
using System.Net.Sockets;

namespace Miner.Api.Security;

/// <summary>Who calls, as far as addresses can tell.</summary>
internal static class CallerAddress
{
    /// <summary>
    /// The part of an address that one caller owns: an IPv6 caller has its whole /64, and could take a new one for each request.
    /// </summary>
    public static IPAddress Subnet(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    /// <summary>For a log line.</summary>
    public static string Text(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
