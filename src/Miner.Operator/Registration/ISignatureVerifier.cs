namespace Miner.Operator.Registration;

/// <summary>Checks sr25519 signatures made with schnorrkel's signing context <c>substrate</c>.</summary>
public interface ISignatureVerifier
{
    /// <param name="address">An SS58 address.</param>
    /// <param name="signature">64 bytes.</param>
    /// <exception cref="RegistrationException">Nothing can be verified on this machine.</exception>
    SignatureVerdict Verify(string address, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}

public enum SignatureVerdict
{
    Holds,

    /// <summary>The key of this address did not sign this message.</summary>
    Wrong,

    /// <summary>The address is not an SS58 address of format 42, or its checksum does not fit.</summary>
    InvalidAddress,
}
