using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Miner.Infrastructure.Counters;

/// <summary>Where the Redis is that all replicas of a miner count in.</summary>
public sealed record RedisOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 6379;

    public bool UsesTls { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The number of the database, 0 or more: each miner on one Redis needs its own.</summary>
    public int Database { get; init; }

    /// <summary>Says nothing of user and password.</summary>
    public override string ToString() => $"{Host}:{Port}/{Database}";

    /// <summary>
    /// Reads <c>redis://[[user]:password@]host[:port][/number]</c>, or <c>rediss</c> for TLS; user and password are percent-encoded.
    /// </summary>
    /// <param name="error">A sentence that repeats nothing of <paramref name="url"/>, since that may hold a password.</param>
    public static bool TryParse(string url, [NotNullWhen(true)] out RedisOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        error = "It must look like redis://:password@host:6379/0, or rediss:// for TLS; password, port and number may be left out.";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("redis" or "rediss")
            || address.Host.Length == 0 || address.Query.Length > 0 || address.Fragment.Length > 0) return false;
        var path = address.AbsolutePath.Trim('/');
        var database = 0;
        if (path.Length > 0 && !int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out database)) return false;

        var credentials = address.UserInfo.Split(':', 2);
        options = new RedisOptions
        {
            Host = address.IdnHost,
            Port = address.Port > 0 ? address.Port : 6379,
            UsesTls = address.Scheme == "rediss",
            User = Text(credentials[0]),
            Password = credentials.Length == 2 ? Text(credentials[1]) : null,
            Database = database,
        };
        error = null;
        return true;
    }

    private static string? Text(string escaped) => escaped.Length == 0 ? null : Uri.UnescapeDataString(escaped);
}
