using System.Security.Cryptography;
using System.Text;
using Miner.Operator.Files;
using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Wallets;

/// <summary>
/// Secret phrases of 12 to 24 English words (https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki), and the mini-secret that
/// Substrate makes of them, which is not BIP-39's own seed (https://github.com/paritytech/substrate-bip39).
/// </summary>
internal static class Mnemonic
{
    private const int BitsPerWord = 11;
    private const int Iterations = 2_048;

    /// <summary>BIP-39's English words as ASCII, in alphabetical order.</summary>
    private static readonly byte[][] Words = ReadWords();

    /// <param name="phrase">UTF-8, words with white space between them.</param>
    /// <param name="password">BIP-39's optional password; Bittensor uses none.</param>
    /// <returns>32 bytes; null where a word is unknown, their number is wrong or the checksum does not fit.</returns>
    public static SecretBytes? ToMiniSecret(ReadOnlySpan<byte> phrase, string password = "")
    {
        using var entropy = ToEntropy(phrase);
        if (entropy is null) return null;
        using var seed = new SecretBytes(64);
        Rfc2898DeriveBytes.Pbkdf2(
            entropy.Span,
            Encoding.UTF8.GetBytes($"mnemonic{password}"),
            seed.Span,
            Iterations,
            HashAlgorithmName.SHA512);
        return SecretBytes.CopyOf(seed.Span[..Sr25519Key.MiniSecretLength]);
    }

    /// <returns>16 to 32 bytes, or null where the phrase is wrong.</returns>
    internal static SecretBytes? ToEntropy(ReadOnlySpan<byte> phrase)
    {
        const int MaxWords = 24;
        using var bits = new SecretBytes(MaxWords * BitsPerWord / 8);
        var words = 0;
        for (var rest = phrase.Trim(" \t\r\n"u8); !rest.IsEmpty; words++)
        {
            var end = rest.IndexOfAny(" \t\r\n"u8);
            var index = IndexOf(end < 0 ? rest : rest[..end]);
            if (index < 0 || words == MaxWords) return null;
            WriteWord(bits.Span, words, index);
            rest = end < 0 ? [] : rest[end..].TrimStart(" \t\r\n"u8);
        }

        if (words < 12 || words % 3 != 0) return null;
        var entropyLength = words / 3 * 4;
        var entropy = SecretBytes.CopyOf(bits.Span[..entropyLength]);
        if (ChecksumFits(bits.Span, entropyLength)) return entropy;
        entropy.Dispose();
        return null;
    }

    private static void WriteWord(Span<byte> bits, int word, int index)
    {
        for (var bit = 0; bit < BitsPerWord; bit++)
        {
            var at = word * BitsPerWord + bit;
            if ((index >> (BitsPerWord - 1 - bit) & 1) != 0) bits[at / 8] |= (byte)(0x80 >> at % 8);
        }
    }

    /// <summary>The last bits, one for each 32 of the entropy, are the first ones of its SHA-256.</summary>
    private static bool ChecksumFits(ReadOnlySpan<byte> bits, int entropyLength)
    {
        using var hash = new SecretBytes(SHA256.HashSizeInBytes);
        SHA256.HashData(bits[..entropyLength], hash.Span);
        var mask = (byte)~(0xFF >> entropyLength / 4);
        return ((bits[entropyLength] ^ hash.Span[0]) & mask) == 0;
    }

    private static int IndexOf(ReadOnlySpan<byte> word)
    {
        var (low, high) = (0, Words.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = word.SequenceCompareTo(Words[middle]);
            if (order == 0) return middle;
            if (order < 0) high = middle - 1;
            else low = middle + 1;
        }

        return -1;
    }

    private static byte[][] ReadWords()
    {
        using var stream = typeof(Mnemonic).Assembly.GetManifestResourceStream(typeof(Mnemonic), "english.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.ASCII.GetBytes)];
    }
}
