using Miner.Operator.Files;
using Miner.Operator.Wallets.Encryption;
using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Wallets;

/// <summary>Reads Bittensor's wallets: <c>FOLDER/WALLET/coldkey</c>, plain or encrypted.</summary>
internal static class WalletReader
{
    private const string KeyName = "coldkey";
    private const string PublicSuffix = "pub.txt";

    /// <summary>Opens a wallet's coldkey.</summary>
    /// <param name="folder">The folder of all wallets; <c>~/</c> at its start is the user's home.</param>
    /// <param name="wallet">The wallet's name, which is the name of its folder.</param>
    /// <param name="askPassword">Gives the password, UTF-8; called once, and only when the key file is encrypted.</param>
    /// <exception cref="OperatorException">The file is missing, damaged or holds no key, or the password is wrong.</exception>
    public static async Task<Sr25519Key> OpenColdkeyAsync(
        string folder, string wallet, Func<CancellationToken, Task<SecretBytes>> askPassword, CancellationToken cancellationToken)
    {
        if (wallet is "" or "." or ".." || wallet.AsSpan().ContainsAny('/', '\\', '\0'))
            throw new OperatorException("A wallet's name is the name of its folder: it cannot be empty or hold a slash.");

        var path = Path.Combine(FromHome(folder), wallet, KeyName);
        if (!File.Exists(path) && File.Exists($"{path}{PublicSuffix}"))
        {
            throw new OperatorException(
                $"Beside {path}{PublicSuffix} there is no {KeyName}: the secret is on another machine. Run 'sign' there, which needs no "
                + "network, and bring the file that it writes; the secret stays where it is.");
        }

        using var file = await SecretFile.ReadAsync(path, cancellationToken);
        if (KeyFileEncryption.Find(file.Span) is not { } encryption) return Read(file, path);

        using var password = await askPassword(cancellationToken);
        using var plain = encryption.Open(file.Span, password.Span)
            ?? throw new OperatorException($"The password does not open {path}, or the file is damaged.");
        return Read(plain, path);
    }

    private static Sr25519Key Read(SecretBytes plain, string path)
    {
        try
        {
            using var file = KeyFile.Parse(plain.Span);
            return file.ToKey();
        }
        catch (OperatorException exception)
        {
            throw new OperatorException($"{path}: {exception.Message}", exception);
        }
    }

    private static string FromHome(string folder) =>
        folder == "~" || folder.StartsWith("~/", StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + folder[1..]
            : folder;
}
