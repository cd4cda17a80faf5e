using System.Buffers.Text;
using System.Security.Cryptography;
using Miner.Operator.Files;

namespace Miner.Operator.Wallets.Encryption;

/// <summary>
/// Fernet tokens (https://github.com/fernet/spec), which the oldest Bittensor wallets are encrypted with: AES-128-CBC with HMAC-SHA256, the
/// keys by PBKDF2 of the password. They begin with <c>gAAAAA</c>.
/// </summary>
internal static class FernetToken
{
    private const byte Version = 0x80;
    private const int Iterations = 10_000_000;
    private const int KeyLength = 16;
    private const int InitialisationVectorStart = 1 + sizeof(long);
    private const int CiphertextStart = InitialisationVectorStart + 16;
    private const int AuthenticatorLength = 32;

    // Bittensor's: the same for all wallets.
    private static ReadOnlySpan<byte> Salt => "Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins"u8;

    public static SecretBytes? Open(ReadOnlySpan<byte> file, ReadOnlySpan<byte> password)
    {
        using var keys = new SecretBytes(KeyLength + KeyLength);
        Rfc2898DeriveBytes.Pbkdf2(password, Salt, keys.Span, Iterations, HashAlgorithmName.SHA256);
        return OpenWithKeys(file, keys.Span);
    }

    /// <param name="keys">The signing key, then the encryption key, 16 bytes each.</param>
    internal static SecretBytes? OpenWithKeys(ReadOnlySpan<byte> file, ReadOnlySpan<byte> keys)
    {
        if (Decode(file.Trim(" \t\r\n"u8)) is not { } token) return null;
        var authenticated = token.AsSpan(..^AuthenticatorLength);
        var expected = HMACSHA256.HashData(keys[..KeyLength], authenticated);
        if (!CryptographicOperations.FixedTimeEquals(expected, token.AsSpan(^AuthenticatorLength..))) return null;

        using var aes = Aes.Create();
        aes.SetKey(keys[KeyLength..]);
        var encrypted = authenticated[CiphertextStart..];
        var plain = new SecretBytes(encrypted.Length);
        try
        {
            var vector = authenticated[InitialisationVectorStart..CiphertextStart];
            plain.Truncate(aes.DecryptCbc(encrypted, vector, plain.Span, PaddingMode.PKCS7));
            return plain;
        }
        catch (CryptographicException)
        {
            plain.Dispose();
            return null;
        }
    }

    private static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        try
        {
            var token = Base64Url.DecodeFromUtf8(text);
            return token.Length >= CiphertextStart + AuthenticatorLength && token[0] == Version ? token : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
