namespace Miner.Api.Settings;

/// <summary>Settings of the original miner that mean nothing here: accepted, so that its <c>.env</c> can be taken over as it is.</summary>
internal static class IgnoredSettings
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "CONNECTION_POOL_KEEPALIVE", "DATABASE_ECHO", "DATABASE_MAX_OVERFLOW", "DATABASE_POOL_RECYCLE",
        "DATABASE_POOL_TIMEOUT", "DEBUG", "FREQUENCY_PENALTY", "PRESENCE_PENALTY", "RELOAD", "TOP_P", "WORKERS",
    ];

    /// <summary>Those that are set.</summary>
    public static IReadOnlyList<string> In(IConfiguration configuration) =>
        [.. Names.Where(name => !string.IsNullOrWhiteSpace(configuration[name]))];
}
