using System.Security.Cryptography;
using System.Text;
using Miner.Operator.Files;

namespace Miner.Operator.Wallets.Encryption;

/// <summary>
/// Ansible Vault 1.1 and 1.2 (https://docs.ansible.com/ansible/latest/vault_guide/vault_using_encrypted_content.html), which older
/// Bittensor wallets are encrypted with: AES-256 in counter mode with HMAC-SHA256, the keys by PBKDF2.
/// </summary>
internal static class AnsibleVault
{
    private const int Iterations = 10_000;
    private const int KeyLength = 32;
    private const int BlockLength = 16;

    public static SecretBytes? Open(ReadOnlySpan<byte> file, ReadOnlySpan<byte> password)
    {
        if (ReadParts(Encoding.ASCII.GetString(file)) is not [var salt, var authenticator, var encrypted]) return null;

        using var derived = new SecretBytes(KeyLength + KeyLength + BlockLength);
        Rfc2898DeriveBytes.Pbkdf2(password, salt, derived.Span, Iterations, HashAlgorithmName.SHA256);
        var expected = HMACSHA256.HashData(derived.Span.Slice(KeyLength, KeyLength), encrypted);
        if (!CryptographicOperations.FixedTimeEquals(expected, authenticator)) return null;

        var plain = SecretBytes.CopyOf(encrypted);
        ApplyCounterMode(plain.Span, derived.Span[..KeyLength], derived.Span[^BlockLength..]);
        if (RemovePadding(plain)) return plain;
        plain.Dispose();
        return null;
    }

    /// <summary>
    /// Below the header, hex digits of three lines, which are hex digits themselves: the salt, the authenticator and the ciphertext.
    /// </summary>
    private static byte[][]? ReadParts(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        if (lines[0].Split(';') is not [_, "1.1" or "1.2", "AES256", ..]) return null;
        try
        {
            var inner = Encoding.ASCII.GetString(Convert.FromHexString(string.Concat(lines.Skip(1))));
            return [.. inner.Split('\n').Select(Convert.FromHexString)];
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void ApplyCounterMode(Span<byte> data, ReadOnlySpan<byte> key, ReadOnlySpan<byte> firstCounter)
    {
        using var aes = Aes.Create();
        aes.SetKey(key);
        using var stream = new SecretBytes(BlockLength);
        var counter = firstCounter.ToArray();
        for (var start = 0; start < data.Length; start += BlockLength)
        {
            aes.EncryptEcb(counter, stream.Span, PaddingMode.None);
            var block = data[start..Math.Min(start + BlockLength, data.Length)];
            for (var index = 0; index < block.Length; index++) block[index] ^= stream.Span[index];
            Increment(counter);
        }
    }

    private static void Increment(Span<byte> counter)
    {
        for (var index = counter.Length - 1; index >= 0 && ++counter[index] == 0; index--)
        {
        }
    }

    /// <summary>PKCS #7: each byte of the padding tells its length. False where there is none.</summary>
    private static bool RemovePadding(SecretBytes plain)
    {
        if (plain.Length == 0) return false;
        var padding = plain.Span[^1];
        if (padding is 0 or > BlockLength || padding > plain.Length || plain.Span[^padding..].ContainsAnyExcept(padding)) return false;
        plain.Truncate(plain.Length - padding);
        return true;
    }
}
