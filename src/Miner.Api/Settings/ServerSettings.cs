using System.Net;

namespace Miner.Api.Settings;

/// <summary>How the service is reached and how it behaves towards whoever calls.</summary>
public sealed record ServerSettings
{
    public bool IsProduction { get; init; }

    /// <summary>The address to listen on: an IP address or <c>localhost</c>.</summary>
    public string Host { get; init; } = "0.0.0.0";

    /// <summary>0 to 65535; 0 takes any free port.</summary>
    public int Port { get; init; } = 8001;

    public string MinerName { get; init; } = "sample-miner";

    /// <summary>How long a request may take, 1 to 60 s.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How many requests to components, conversations and playbooks are worked on at once, 1 to 100,000; a tenth as many wait shortly.
    /// </summary>
    public int MaxConcurrentRequests { get; init; } = 1_000;

    /// <summary>How many connections are open at once, 100 to 1,000,000; more are closed as they come.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>Addresses and networks whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Origins that browsers may call from; none turns CORS off.</summary>
    public IReadOnlyList<string> CorsAllowedOrigins { get; init; } = [];

    /// <summary>Whether <c>/docs</c> and <c>/redoc</c> are served; <c>/openapi.json</c> is in any case.</summary>
    public bool DocsEnabled { get; init; } = true;

    public string? AutoMapperLicenseKey { get; init; }

    /// <summary>Whether <paramref name="address"/> is one of <see cref="TrustedProxies"/>.</summary>
    internal bool Trusts(IPAddress? address)
    {
        if (address is null) return false;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return TrustedProxies.Any(network => network.Contains(address));
    }

    // The original knows staging too; whoever names it means no developer's machine.
    private static readonly Dictionary<string, bool> Environments =
        new() { ["development"] = false, ["production"] = true, ["staging"] = true };

    internal static ServerSettings Read(SettingReader reader)
    {
        var defaults = new ServerSettings();
        return new ServerSettings
        {
            IsProduction = reader.Choice("ENVIRONMENT", Environments, true),
            Host = reader.Host("HOST", defaults.Host),
            Port = reader.Integer("PORT", defaults.Port, 0, 65_535),
            MinerName = reader.Text("MINER_NAME", defaults.MinerName),
            RequestTimeout = reader.Seconds("REQUEST_TIMEOUT", defaults.RequestTimeout, 1, 60),
            MaxConcurrentRequests = reader.Integer("MAX_CONCURRENT_REQUESTS", defaults.MaxConcurrentRequests, 1, 100_000),
            MaxConnections = reader.Integer("MAX_CONNECTIONS", defaults.MaxConnections, 100, 1_000_000),
            TrustedProxies = ReadNetworks(reader, "TRUSTED_PROXIES"),
            CorsAllowedOrigins = ReadOrigins(reader, "CORS_ALLOWED_ORIGINS"),
            DocsEnabled = reader.Flag("DOCS_ENABLED", defaults.DocsEnabled),
            AutoMapperLicenseKey = reader.Secret("AUTOMAPPER_LICENSE_KEY"),
        };
    }

    private static List<IPNetwork> ReadNetworks(SettingReader reader, string name)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in reader.List(name))
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else reader.AddProblem($"{name} must list IP addresses or networks such as 10.0.0.0/8, separated by commas.");
        }

        return networks;
    }

    private static List<string> ReadOrigins(SettingReader reader, string name)
    {
        var origins = new List<string>();
        foreach (var text in reader.List(name))
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.PathAndQuery == "/")
                origins.Add(text.TrimEnd('/'));
            else reader.AddProblem($"{name} must list origins such as https://example.org, separated by commas; there is no wildcard.");
        }

        return origins;
    }
}
