using Miner.Operator.Wallets.Sodium;

namespace Miner.Operator.Wallets.Sr25519;

/// <summary>
/// A Schnorr signature over ristretto255 as schnorrkel writes it: the commitment R, 32 bytes, then the scalar s, 32 bytes whose highest bit
/// is set to tell it from an Ed25519 signature.
/// </summary>
internal static class Sr25519Signature
{
    public const int Length = 64;

    public const byte Marker = 0x80;

    /// <summary>
    /// Whether the owner of <paramref name="publicKey"/> signed <paramref name="message"/>. False for anything malformed.
    /// </summary>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != Sr25519Key.PublicLength || signature.Length != Length || (signature[^1] & Marker) == 0) return false;

        var commitment = signature[..32];
        Span<byte> scalar = stackalloc byte[32];
        signature[32..].CopyTo(scalar);
        scalar[31] &= unchecked((byte)~Marker);
        if (!IsReduced(scalar)) return false;

        using var transcript = SigningTranscript.Start(message, publicKey);
        Span<byte> challenge = stackalloc byte[32];
        SigningTranscript.Challenge(transcript, commitment, challenge);

        // R = s·B − c·A; a term that is the identity belongs to no honest signature.
        Span<byte> expected = stackalloc byte[32];
        Span<byte> term = stackalloc byte[32];
        return Libsodium.MultiplyPoint(term, challenge, publicKey) == 0
            && Libsodium.MultiplyBase(expected, scalar) == 0
            && Libsodium.SubtractPoints(expected, expected, term) == 0
            && expected.SequenceEqual(commitment);
    }

    private static bool IsReduced(ReadOnlySpan<byte> scalar)
    {
        Span<byte> wide = stackalloc byte[64];
        Span<byte> reduced = stackalloc byte[32];
        scalar.CopyTo(wide);
        Libsodium.ReduceScalar(reduced, wide);
        return reduced.SequenceEqual(scalar);
    }
}
