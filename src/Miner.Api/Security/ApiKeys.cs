using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Miner.Api.Settings;

namespace Miner.Api.Security;

/// <summary>The keys that callers may use, kept as hashes only.</summary>
internal sealed class ApiKeys(ApiKeySettings settings)
{
    /// <summary>A longer candidate is hashed from a buffer of its own.</summary>
    private const int LongestInPlace = 256;

    private readonly byte[][] _hashes = [.. settings.Keys.Select(key => SHA256.HashData(Encoding.UTF8.GetBytes(key)))];
    private readonly ClaimsPrincipal[] _callers = [.. settings.Keys.Select((_, index) => Caller($"key-{index + 1}"))];

    /// <summary>
    /// Who calls with the key, under a name such as <c>key-1</c>, or null when there is no such key. Takes the same time whichever key it
    /// is and however much of it is right: hashes have one length, and all of them are compared.
    /// </summary>
    public ClaimsPrincipal? Find(string candidate)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var most = Encoding.UTF8.GetMaxByteCount(candidate.Length);
        var bytes = most <= LongestInPlace ? stackalloc byte[LongestInPlace] : new byte[most];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(candidate, bytes)], hash);
        var found = -1;
        for (var i = 0; i < _hashes.Length; i++)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, _hashes[i])) found = i;
        }

        return found < 0 ? null : _callers[found];
    }

    private static ClaimsPrincipal Caller(string name) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], ApiKeyAuthentication.SchemeName));
}
