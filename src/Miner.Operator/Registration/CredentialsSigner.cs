using System.Text;
using Miner.Operator.Files;
using Miner.Operator.Wallets;

namespace Miner.Operator.Registration;

/// <summary>Where a signature comes from and goes to.</summary>
/// <param name="WalletFolder">The folder of all wallets; <c>~/</c> at its start is the user's home.</param>
/// <param name="WalletName">The name of the wallet's folder in it.</param>
/// <param name="Output">The file to write.</param>
/// <param name="Overwrite">Whether to replace what is at <paramref name="Output"/>.</param>
/// <param name="AskPassword">Gives the coldkey's password, UTF-8; called only when the key is encrypted.</param>
public sealed record SigningOptions(
    string WalletFolder, string WalletName, string Output, bool Overwrite, Func<CancellationToken, Task<SecretBytes>> AskPassword);

/// <summary>Signs a miner's credentials with its owner's coldkey and writes them to a file.</summary>
public sealed class CredentialsSigner(TimeProvider time)
{
    /// <exception cref="OperatorException">The wallet cannot be opened, or the file not written.</exception>
    public async Task<SignedCredentials> SignAsync(
        MinerCredentials credentials, SigningOptions options, CancellationToken cancellationToken)
    {
        // Known before the password is asked for, and seconds are spent on deriving a key from it.
        if (!options.Overwrite && Path.Exists(options.Output))
            throw new OperatorException($"{options.Output} exists already: name another file, or replace it with --force.");

        using var coldkey = await WalletReader.OpenColdkeyAsync(
            options.WalletFolder, options.WalletName, options.AskPassword, cancellationToken);
        var signature = coldkey.Sign(Encoding.UTF8.GetBytes(credentials.SignedText));
        var signed = new SignedCredentials(credentials, Ss58Address.Format(coldkey.PublicKey), signature, time.GetUtcNow());
        await CredentialsFile.WriteAsync(options.Output, signed.Format(), options.Overwrite, cancellationToken);
        return signed;
    }
}
