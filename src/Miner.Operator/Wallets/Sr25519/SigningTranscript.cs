using Miner.Operator.Wallets.Sodium;

namespace Miner.Operator.Wallets.Sr25519;

/// <summary>
/// What schnorrkel hashes of a message and its signer, with Substrate's signing context (https://github.com/w3f/schnorrkel).
/// </summary>
internal static class SigningTranscript
{
    public static MerlinTranscript Start(ReadOnlySpan<byte> message, ReadOnlySpan<byte> publicKey)
    {
        var transcript = new MerlinTranscript("SigningContext"u8);
        transcript.Append([], "substrate"u8);
        transcript.Append("sign-bytes"u8, message);
        transcript.Append("proto-name"u8, "Schnorr-sig"u8);
        transcript.Append("sign:pk"u8, publicKey);
        return transcript;
    }

    /// <summary>The challenge for a commitment R, a scalar of 32 bytes.</summary>
    public static void Challenge(MerlinTranscript transcript, ReadOnlySpan<byte> commitment, Span<byte> challenge)
    {
        transcript.Append("sign:R"u8, commitment);
        Span<byte> wide = stackalloc byte[64];
        transcript.Challenge("sign:c"u8, wide);
        Libsodium.ReduceScalar(challenge, wide);
    }
}
