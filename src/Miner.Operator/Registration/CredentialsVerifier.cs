using System.Text;
using Miner.Operator.Wallets;
using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Registration;

/// <summary>Tells whether a file of signed credentials holds.</summary>
public sealed class CredentialsVerifier(TimeProvider time)
{
    /// <exception cref="OperatorException">
    /// The file cannot be read or holds no signed credentials, or nothing can be verified on this machine.
    /// </exception>
    public async Task<CredentialsVerification> VerifyAsync(string path, CancellationToken cancellationToken)
    {
        var text = await CredentialsFile.ReadAsync(path, cancellationToken);
        if (!SignedCredentials.TryParse(text, out var signed, out var error)) throw new OperatorException($"{path}: {error}");
        return new CredentialsVerification(Verdict(signed), signed, signed.AgeAt(time.GetUtcNow()));
    }

    private static SignatureVerdict Verdict(SignedCredentials signed)
    {
        if (!Ss58Address.TryParse(signed.Address, out var publicKey)) return SignatureVerdict.InvalidAddress;
        var message = Encoding.UTF8.GetBytes(signed.Credentials.SignedText);
        return Sr25519Signature.Verify(publicKey, message, signed.Signature.Span) ? SignatureVerdict.Holds : SignatureVerdict.Wrong;
    }
}

/// <param name="Age">How long ago it was signed by the file's own words, or null where they do not tell; negative from a clock
/// ahead.</param>
public sealed record CredentialsVerification(SignatureVerdict Verdict, SignedCredentials Credentials, TimeSpan? Age);

public enum SignatureVerdict
{
    Holds,

    /// <summary>The key of this address did not sign this message.</summary>
    Wrong,

    /// <summary>The address is not an SS58 address of format 42, or its checksum does not fit.</summary>
    InvalidAddress,
}
