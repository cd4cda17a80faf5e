using System.Security.Cryptography;
using Miner.Operator.Files;
using Miner.Operator.Wallets.Sodium;

namespace Miner.Operator.Wallets.Sr25519;

/// <summary>
/// An sr25519 private key: a scalar and a nonce seed, 32 bytes each. Wiped when disposed of. Ours, because no package that restores signs
/// with sr25519; the curve is libsodium's.
/// </summary>
internal sealed class Sr25519Key : IDisposable
{
    public const int PublicLength = 32;
    public const int PrivateLength = 64;
    public const int MiniSecretLength = 32;

    private readonly SecretBytes _private;
    private readonly byte[] _public;

    private Sr25519Key(SecretBytes privateKey, byte[] publicKey)
    {
        _private = privateKey;
        _public = publicKey;
    }

    public ReadOnlySpan<byte> PublicKey => _public;

    private ReadOnlySpan<byte> Scalar => _private.Span[..32];

    private ReadOnlySpan<byte> NonceSeed => _private.Span[32..];

    /// <summary>Expands a mini-secret (Substrate's seed) as schnorrkel's Ed25519 mode does.</summary>
    /// <param name="miniSecret">32 bytes.</param>
    public static Sr25519Key FromMiniSecret(ReadOnlySpan<byte> miniSecret)
    {
        var expanded = new SecretBytes(PrivateLength);
        SHA512.HashData(miniSecret, expanded.Span);
        var scalar = expanded.Span[..32];
        scalar[0] &= 0b1111_1000;
        scalar[31] &= 0b0011_1111;
        scalar[31] |= 0b0100_0000;
        DivideByCofactor(scalar);
        return FromScalar(expanded)!;
    }

    /// <summary>
    /// Reads a private key that may stand in either of two encodings: the scalar as it is (schnorrkel's own, which Bittensor writes), or
    /// multiplied by the cofactor 8 (Ed25519's, which Polkadot's tools write).
    /// </summary>
    /// <param name="privateKey">64 bytes.</param>
    /// <param name="publicKey">32 bytes, which tell the encodings apart.</param>
    /// <returns>Null where neither encoding has this public key.</returns>
    public static Sr25519Key? FromPrivateKey(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> publicKey)
    {
        var key = Match(SecretBytes.CopyOf(privateKey), publicKey);
        // A multiple of 8 ends with three zero bits: a number that does not was not multiplied.
        if (key is not null || (privateKey[0] & 0b111) != 0) return key;

        var divided = SecretBytes.CopyOf(privateKey);
        DivideByCofactor(divided.Span[..32]);
        return Match(divided, publicKey);
    }

    /// <summary>A signature of 64 bytes, with schnorrkel's signing context <c>substrate</c>.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        using var randomness = new SecretBytes(32);
        RandomNumberGenerator.Fill(randomness.Span);
        return Sign(message, randomness.Span);
    }

    /// <summary>Signs with the randomness given, so that the same input gives the same signature.</summary>
    /// <param name="randomness">32 bytes.</param>
    internal byte[] Sign(ReadOnlySpan<byte> message, ReadOnlySpan<byte> randomness)
    {
        using var transcript = SigningTranscript.Start(message, _public);
        using var wide = new SecretBytes(64);
        using var nonce = new SecretBytes(32);
        transcript.Witness("signing"u8, NonceSeed, randomness, wide.Span);
        Libsodium.ReduceScalar(nonce.Span, wide.Span);

        var signature = new byte[Sr25519Signature.Length];
        var commitment = signature.AsSpan(0, 32);
        if (Libsodium.MultiplyBase(commitment, nonce.Span) != 0) throw new CryptographicException("The nonce is zero.");

        // s = c·x + r
        Span<byte> challenge = stackalloc byte[32];
        SigningTranscript.Challenge(transcript, commitment, challenge);
        using var product = new SecretBytes(32);
        Libsodium.MultiplyScalars(product.Span, challenge, Scalar);
        Libsodium.AddScalars(signature.AsSpan(32), product.Span, nonce.Span);
        signature[^1] |= Sr25519Signature.Marker;
        return signature;
    }

    public void Dispose() => _private.Dispose();

    private static Sr25519Key? Match(SecretBytes privateKey, ReadOnlySpan<byte> publicKey)
    {
        var key = FromScalar(privateKey);
        if (key is null || key.PublicKey.SequenceEqual(publicKey)) return key;
        key.Dispose();
        return null;
    }

    private static Sr25519Key? FromScalar(SecretBytes privateKey)
    {
        var publicKey = new byte[PublicLength];
        // Libsodium would drop the highest bit, which no scalar has.
        var isScalar = (privateKey.Span[31] & 0x80) == 0 && Libsodium.MultiplyBase(publicKey, privateKey.Span[..32]) == 0;
        if (isScalar) return new Sr25519Key(privateKey, publicKey);
        privateKey.Dispose();
        return null;
    }

    private static void DivideByCofactor(Span<byte> scalar)
    {
        var carry = 0;
        for (var index = scalar.Length - 1; index >= 0; index--)
        {
            var value = scalar[index];
            scalar[index] = (byte)(value >> 3 | carry << 5);
            carry = value & 0b111;
        }
    }
}
