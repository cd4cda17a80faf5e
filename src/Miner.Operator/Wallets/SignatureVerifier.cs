using Miner.Operator.Registration;
using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Wallets;

/// <summary>Checks signatures by the public key that an address holds.</summary>
internal sealed class SignatureVerifier : ISignatureVerifier
{
    public SignatureVerdict Verify(string address, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        !Ss58Address.TryParse(address, out var publicKey) ? SignatureVerdict.InvalidAddress
        : Sr25519Signature.Verify(publicKey, message, signature) ? SignatureVerdict.Holds
        : SignatureVerdict.Wrong;
}
