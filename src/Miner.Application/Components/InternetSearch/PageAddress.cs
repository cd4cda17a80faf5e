using System.Collections.Frozen;

namespace Miner.Application.Components.InternetSearch;

/// <summary>Tells whether two addresses most likely lead to the same page.</summary>
internal static class PageAddress
{
    // What advertisers, mailings and social networks append to tell where a visitor came from.
    private static readonly FrozenSet<string> Tracking = FrozenSet.ToFrozenSet(
        [
            "_ga", "_gl", "_hsenc", "_hsmi", "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "igshid", "mc_cid", "mc_eid", "mkt_tok",
            "msclkid", "oly_anon_id", "oly_enc_id", "srsltid", "ttclid", "twclid", "vero_id", "wbraid", "yclid",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The same for addresses that differ only in <c>http</c> or <c>https</c>, the case of the host, the default port, a slash at the end
    /// of the path, the fragment or tracking parameters.
    /// </summary>
    /// <param name="address">An absolute <c>http</c> or <c>https</c> address.</param>
    public static string Key(Uri address)
    {
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var parameters = address
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !Tracks(parameter));
        return $"{address.Host}{port}{address.AbsolutePath.TrimEnd('/')}?{string.Join('&', parameters)}";
    }

    private static bool Tracks(string parameter)
    {
        var name = parameter.Split('=', 2)[0];
        return Tracking.Contains(name) || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase);
    }
}
