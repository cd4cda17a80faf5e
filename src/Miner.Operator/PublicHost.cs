using System.Net;

namespace Miner.Operator;

/// <summary>Tells the hosts that the whole internet may reach from those of one machine or one network.</summary>
internal static class PublicHost
{
    /// <summary>RFC 6761, RFC 6762, RFC 8375, and the name that ICANN reserved for private use.</summary>
    private static readonly string[] PrivateSuffixes = [".localhost", ".local", ".internal", ".home.arpa"];

    private static readonly IPNetwork[] PrivateNetworks =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), // RFC 1918
        IPNetwork.Parse("100.64.0.0/10"), // RFC 6598
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("fe80::/10"), // link-local
        IPNetwork.Parse("fc00::/7"), // RFC 4193
    ];

    /// <summary>Judges a name by itself: what it leads to may differ from where it is asked.</summary>
    /// <param name="host">An IP address or a name in ASCII.</param>
    public static bool Is(string host)
    {
        if (IPAddress.TryParse(host, out var address)) return !IsPrivate(address);
        var name = host.TrimEnd('.');
        return name.Contains('.', StringComparison.Ordinal)
            && !PrivateSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return IPAddress.IsLoopback(address)
            || PrivateNetworks.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
