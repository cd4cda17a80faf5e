using System.Security.Cryptography;
using System.Text;
using Miner.Api.Settings;

namespace Miner.Api.Security;

/// <summary>The keys that callers may use, kept as hashes only.</summary>
internal sealed class ApiKeys(ApiKeySettings settings)
{
    private readonly byte[][] _hashes = [.. settings.Keys.Select(Hash)];

    /// <summary>
    /// A name for the key, such as <c>key-1</c>, or null when there is no such key. Takes the same time whichever key it is and however
    /// much of it is right: hashes have one length, and all of them are compared.
    /// </summary>
    public string? Find(string candidate)
    {
        var hash = Hash(candidate);
        var found = -1;
        for (var i = 0; i < _hashes.Length; i++)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, _hashes[i])) found = i;
        }

        return found < 0 ? null : $"key-{found + 1}";
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
