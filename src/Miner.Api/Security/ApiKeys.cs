using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Miner.Api.Settings;

namespace Miner.Api.Security;

/// <summary>The keys that callers may use, kept as hashes only; they may be others from one request to the next.</summary>
internal sealed class ApiKeys(Reloadable<ApiKeySettings> settings)
{
    private volatile HashedKeys _keys = new(settings.Value);

    /// <inheritdoc cref="HashedKeys.Names"/>
    public IReadOnlyList<string> Names => Keys.Names;

    private HashedKeys Keys => ReferenceEquals(_keys.Settings, settings.Value) ? _keys : _keys = new HashedKeys(settings.Value);

    /// <inheritdoc cref="HashedKeys.Find"/>
    public ClaimsPrincipal? Find(string candidate, bool forMetrics = false) => Keys.Find(candidate, forMetrics);
}

/// <summary>One set of keys.</summary>
internal sealed class HashedKeys(ApiKeySettings settings)
{
    public ApiKeySettings Settings => settings;

    /// <summary>A longer candidate is hashed from a buffer of its own.</summary>
    private const int LongestInPlace = 256;

    /// <summary>That for metrics alone comes last.</summary>
    private readonly byte[][] _hashes =
        [.. settings.Keys.Concat(Optional(settings.MetricsKey)).Select(key => SHA256.HashData(Encoding.UTF8.GetBytes(key)))];

    private readonly ClaimsPrincipal[] _callers = [.. Named(settings).Append("metrics").Select(Caller)];

    /// <summary>The names of all that open every endpoint, such as <c>key-1</c>, in their order.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Named(settings)];

    /// <summary>
    /// Who calls with the key, under a name such as <c>key-1</c>, or null when there is no such key. Takes the same time whichever key it
    /// is and however much of it is right: hashes have one length, and all of them are compared.
    /// </summary>
    /// <param name="forMetrics">Whether the key for metrics alone is right, too.</param>
    public ClaimsPrincipal? Find(string candidate, bool forMetrics)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var most = Encoding.UTF8.GetMaxByteCount(candidate.Length);
        var bytes = most <= LongestInPlace ? stackalloc byte[LongestInPlace] : new byte[most];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(candidate, bytes)], hash);
        var found = -1;
        for (var i = _hashes.Length - 1; i >= 0; i--)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, _hashes[i])) found = i;
        }

        return found < 0 || (found >= Names.Count && !forMetrics) ? null : _callers[found];
    }

    private static IEnumerable<string> Named(ApiKeySettings settings) => settings.Keys.Select((_, index) => $"key-{index + 1}");

    private static IEnumerable<string> Optional(string? key) => key is null ? [] : [key];

    private static ClaimsPrincipal Caller(string name) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], ApiKeyAuthentication.SchemeName));
}
