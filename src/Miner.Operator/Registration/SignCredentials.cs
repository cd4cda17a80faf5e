using System.Text;
using MediatR;

namespace Miner.Operator.Registration;

/// <summary>Signs a miner's credentials with its owner's coldkey and writes them to a file.</summary>
/// <param name="WalletFolder">The folder of all wallets; <c>~/</c> at its start is the user's home.</param>
/// <param name="Overwrite">Whether to replace what is at <paramref name="Output"/>.</param>
/// <param name="AskPassword">Gives the coldkey's password, UTF-8; called only when the key is encrypted.</param>
public sealed record SignCredentialsCommand(
    MinerCredentials Credentials,
    string WalletFolder,
    string WalletName,
    string Output,
    bool Overwrite,
    Func<CancellationToken, Task<SecretBytes>> AskPassword) : IRequest<SignedCredentials>;

internal sealed class SignCredentialsHandler(IWalletReader wallets, ICredentialsFile files, TimeProvider time)
    : IRequestHandler<SignCredentialsCommand, SignedCredentials>
{
    public async Task<SignedCredentials> Handle(SignCredentialsCommand command, CancellationToken cancellationToken)
    {
        // Known before the password is asked for, and seconds are spent on deriving a key from it.
        if (!command.Overwrite && files.Exists(command.Output))
            throw new RegistrationException($"{command.Output} exists already: name another file, or replace it with --force.");

        using var coldkey = await wallets.OpenColdkeyAsync(
            command.WalletFolder, command.WalletName, command.AskPassword, cancellationToken);
        var signature = coldkey.Sign(Encoding.UTF8.GetBytes(command.Credentials.SignedText));
        var signed = new SignedCredentials(command.Credentials, coldkey.Address, signature, time.GetUtcNow());
        await files.WriteAsync(command.Output, signed.Format(), command.Overwrite, cancellationToken);
        return signed;
    }
}
