namespace Miner.Operator.Wallets.Sr25519;

/// <summary>
/// A Merlin transcript (https://merlin.cool), version 1.0: it takes a protocol's public messages and gives challenges that depend on all of
/// them. Wiped when disposed of.
/// </summary>
internal sealed class MerlinTranscript : IDisposable
{
    private readonly Strobe128 _strobe = new("Merlin v1.0"u8);

    /// <param name="label">The domain: what the transcript is for.</param>
    public MerlinTranscript(ReadOnlySpan<byte> label) => Append("dom-sep"u8, label);

    public void Append(ReadOnlySpan<byte> label, ReadOnlySpan<byte> message)
    {
        _strobe.AddMetadata(label, message.Length);
        _strobe.AddData(message);
    }

    public void Challenge(ReadOnlySpan<byte> label, Span<byte> challenge)
    {
        _strobe.AddMetadata(label, challenge.Length);
        _strobe.Squeeze(challenge);
    }

    /// <summary>
    /// Secret randomness that depends on the transcript so far, on a secret and on fresh randomness; leaves the transcript as it is.
    /// </summary>
    /// <param name="randomness">32 bytes.</param>
    public void Witness(ReadOnlySpan<byte> label, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> randomness, Span<byte> witness)
    {
        using var strobe = _strobe.Clone();
        strobe.AddMetadata(label, secret.Length);
        strobe.SetKey(secret);
        strobe.AddMetadata("rng"u8);
        strobe.SetKey(randomness);
        strobe.AddMetadata([], witness.Length);
        strobe.Squeeze(witness);
    }

    public void Dispose() => _strobe.Dispose();
}
