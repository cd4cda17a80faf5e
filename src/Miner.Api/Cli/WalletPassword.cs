using System.Text;
using Miner.Operator;
using Miner.Operator.Files;

namespace Miner.Api.Cli;

/// <summary>Where the password of an encrypted wallet comes from: a file, else the environment, else whoever is asked.</summary>
internal static class WalletPassword
{
    /// <summary>An environment variable only: a coldkey's password has no place in <c>.env</c>, which the server reads too.</summary>
    public const string Variable = "WALLET_PASSWORD";

    /// <param name="file">Its first line is the password; null where none was named.</param>
    /// <exception cref="OperatorException">There is none.</exception>
    public static Task<SecretBytes> AskAsync(string? file)
    {
        var password = Read(file);
        if (password.Length > 0) return Task.FromResult(password);
        password.Dispose();
        throw new OperatorException(
            $"The wallet is encrypted and its password is empty: type it, "
                + $"or give it in {Variable} or as the first line of a --password-file."
        );
    }

    private static SecretBytes Read(string? file)
    {
        if (file is not null)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return SecretPrompt.ReadLine(stream);
        }

        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } password
            ? SecretBytes.CopyOf(Encoding.UTF8.GetBytes(password))
            : SecretPrompt.ReadBytes("The wallet's password: ");
    }
}
