using System.Net;

namespace Miner.Operator;

/// <summary>What an orchestrator would meet at a miner's address, told from how it is spelt.</summary>
internal static class AddressWarnings
{
    /// <param name="url">An absolute <c>http</c> or <c>https</c> address as it was typed: parsed, it ends in a slash in any case.</param>
    public static IEnumerable<string> Of(string url)
    {
        var address = new Uri(url);
        if (!PublicHost.Is(address.IdnHost))
        {
            yield return $"{address.IdnHost} is {(IsLoopback(address) ? "this machine alone" : "a private address")}: the subnet cannot "
                + "reach it. Register a public one.";
        }

        if (url.EndsWith('/'))
        {
            yield return "A slash ends the address: paths are appended to it as they are, and //health is a 404 on most servers. "
                + "Register it without the slash.";
        }

        if (address.AbsolutePath.Trim('/') is { Length: > 0 } path)
        {
            yield return $"The address has a path, /{path}: each path of the API is asked for below it. See that the proxy takes it off, "
                + "or register the address alone.";
        }
    }

    /// <summary>What the addresses that a name led to are, beyond how it is spelt; null where somebody outside could reach one.</summary>
    public static string? OfResolved(Uri address, IReadOnlyList<IPAddress> resolved) =>
        PublicHost.Is(address.IdnHost) && resolved.Count > 0 && resolved.All(each => !PublicHost.Is(each.ToString()))
            ? $"{address.IdnHost} leads to a private address, as seen from here: see that it leads to a public one elsewhere."
            : null;

    private static bool IsLoopback(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.IdnHost, out var host) && IPAddress.IsLoopback(host));
}
