using System.Text;
using MediatR;

namespace Miner.Operator.Registration;

/// <summary>Tells whether a file of signed credentials holds.</summary>
public sealed record VerifyCredentialsQuery(string Path) : IRequest<CredentialsVerification>;

/// <param name="Age">How long ago it was signed by the file's own words, or null where they do not tell; negative from a clock
/// ahead.</param>
public sealed record CredentialsVerification(SignatureVerdict Verdict, SignedCredentials Credentials, TimeSpan? Age);

internal sealed class VerifyCredentialsHandler(ICredentialsFile files, ISignatureVerifier verifier, TimeProvider time)
    : IRequestHandler<VerifyCredentialsQuery, CredentialsVerification>
{
    public async Task<CredentialsVerification> Handle(VerifyCredentialsQuery query, CancellationToken cancellationToken)
    {
        var text = await files.ReadAsync(query.Path, cancellationToken);
        if (!SignedCredentials.TryParse(text, out var signed, out var error)) throw new RegistrationException($"{query.Path}: {error}");
        var verdict = verifier.Verify(
            signed.Address, Encoding.UTF8.GetBytes(signed.Credentials.SignedText), signed.Signature.Span);
        return new CredentialsVerification(verdict, signed, signed.AgeAt(time.GetUtcNow()));
    }
}
