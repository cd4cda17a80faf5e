using Miner.Operator.Registration;
using Miner.Operator.Wallets.Encryption;
using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Wallets;

/// <summary>Reads Bittensor's wallets: <c>FOLDER/WALLET/coldkey</c>, plain or encrypted.</summary>
internal sealed class WalletReader : IWalletReader
{
    private const string KeyName = "coldkey";

    public async Task<ISigner> OpenColdkeyAsync(
        string folder, string wallet, Func<CancellationToken, Task<SecretBytes>> askPassword, CancellationToken cancellationToken)
    {
        if (wallet is "" or "." or ".." || wallet.AsSpan().ContainsAny('/', '\\', '\0'))
            throw new RegistrationException("A wallet's name is the name of its folder: it cannot be empty or hold a slash.");

        var path = Path.Combine(FromHome(folder), wallet, KeyName);
        using var file = await SmallFile.ReadAsync(path, cancellationToken);
        if (KeyFileEncryption.Find(file.Span) is not { } encryption) return Read(file, path);

        using var password = await askPassword(cancellationToken);
        using var plain = encryption.Open(file.Span, password.Span)
            ?? throw new RegistrationException($"The password does not open {path}, or the file is damaged.");
        return Read(plain, path);
    }

    private static Sr25519Key Read(SecretBytes plain, string path)
    {
        try
        {
            using var file = KeyFile.Parse(plain.Span);
            return file.ToKey();
        }
        catch (RegistrationException exception)
        {
            throw new RegistrationException($"{path}: {exception.Message}", exception);
        }
    }

    private static string FromHome(string folder) =>
        folder == "~" || folder.StartsWith("~/", StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + folder[1..]
            : folder;
}
