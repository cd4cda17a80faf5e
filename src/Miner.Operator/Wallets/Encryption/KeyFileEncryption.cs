using System.Text;
using Miner.Operator.Files;

namespace Miner.Operator.Wallets.Encryption;

/// <summary>A way in which key files are encrypted with a password.</summary>
/// <param name="Mark">What such a file begins with.</param>
/// <param name="Open">
/// Gives the plain key file for the whole encrypted file and a password; null where the password is wrong or the file damaged.
/// </param>
internal sealed record KeyFileEncryption(string Mark, KeyFileDecryption Open)
{
    private static readonly KeyFileEncryption[] All =
    [
        new("$NACL", NaclKeyFile.Open),
        new("$ANSIBLE_VAULT", AnsibleVault.Open),
        new("gAAAAA", FernetToken.Open),
    ];

    /// <summary>How <paramref name="file"/> is encrypted, or null where it is not.</summary>
    public static KeyFileEncryption? Find(ReadOnlySpan<byte> file)
    {
        foreach (var encryption in All)
        {
            if (file.StartsWith(Encoding.ASCII.GetBytes(encryption.Mark))) return encryption;
        }

        return null;
    }
}

internal delegate SecretBytes? KeyFileDecryption(ReadOnlySpan<byte> file, ReadOnlySpan<byte> password);
