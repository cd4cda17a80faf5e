using Miner.Operator.Files;
using Miner.Operator.Wallets.Sodium;

namespace Miner.Operator.Wallets.Encryption;

/// <summary>
/// What Bittensor writes today: <c>$NACL</c>, a nonce of 24 bytes, and a secretbox (XSalsa20-Poly1305) whose key is Argon2i 1.3 of the
/// password at libsodium's SENSITIVE limits.
/// </summary>
internal static class NaclKeyFile
{
    private const int MarkLength = 5;
    private const int NonceLength = 24;
    private const int AuthenticatorLength = 16;
    private const int Argon2I13 = 1;
    private const ulong SensitiveOperations = 8;
    private const int SensitiveMegabytes = 512;

    // Bittensor's: the same for all wallets.
    private static ReadOnlySpan<byte> Salt =>
        [0x13, 0x71, 0x83, 0xDF, 0xF1, 0x5A, 0x09, 0xBC, 0x9C, 0x90, 0xB5, 0x51, 0x87, 0x39, 0xE9, 0xB1];

    public static SecretBytes? Open(ReadOnlySpan<byte> file, ReadOnlySpan<byte> password)
    {
        var sealedPart = file[MarkLength..];
        if (sealedPart.Length < NonceLength + AuthenticatorLength) return null;
        var nonce = sealedPart[..NonceLength];
        var box = sealedPart[NonceLength..];

        using var key = DeriveKey(password);
        var plain = new SecretBytes(box.Length - AuthenticatorLength);
        if (Libsodium.OpenSecretBox(plain.Span, box, (ulong)box.Length, nonce, key.Span) == 0) return plain;
        plain.Dispose();
        return null;
    }

    private static SecretBytes DeriveKey(ReadOnlySpan<byte> password)
    {
        var key = new SecretBytes(32);
        var failed = Libsodium.HashPassword(
            key.Span, (ulong)key.Length, password, (ulong)password.Length, Salt,
            SensitiveOperations, (nuint)SensitiveMegabytes << 20, Argon2I13);
        if (failed == 0) return key;
        key.Dispose();
        throw new OperatorException(
            $"The key file's password takes {SensitiveMegabytes} MiB of memory to check, which this machine did not give.");
    }
}
