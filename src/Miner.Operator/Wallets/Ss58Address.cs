using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Miner.Operator.Wallets.Sodium;
using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Wallets;

/// <summary>
/// SS58 addresses of format 42, Substrate's generic one: Base58 of the format, the public key and the first two bytes of
/// BLAKE2b-512("SS58PRE" + format + key) (https://docs.polkadot.com/polkadot-protocol/parachain-basics/accounts/#address-format).
/// </summary>
internal static class Ss58Address
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const byte Format42 = 42;
    private const int ChecksumLength = 2;
    private const int Length = 1 + Sr25519Key.PublicLength + ChecksumLength;
    private const int MaxTextLength = 48;

    public static string Format(ReadOnlySpan<byte> publicKey)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Format42;
        publicKey.CopyTo(bytes[1..]);
        WriteChecksum(bytes[..^ChecksumLength], bytes[^ChecksumLength..]);
        return ToBase58(bytes);
    }

    public static bool TryParse(string address, [NotNullWhen(true)] out byte[]? publicKey)
    {
        publicKey = null;
        if (FromBase58(address) is not { Length: Length } bytes || bytes[0] != Format42) return false;
        Span<byte> checksum = stackalloc byte[ChecksumLength];
        WriteChecksum(bytes.AsSpan(..^ChecksumLength), checksum);
        if (!bytes.AsSpan(^ChecksumLength..).SequenceEqual(checksum)) return false;
        publicKey = bytes[1..^ChecksumLength];
        return true;
    }

    private static void WriteChecksum(ReadOnlySpan<byte> bytes, Span<byte> checksum)
    {
        Span<byte> hash = stackalloc byte[64];
        Span<byte> input = [.. "SS58PRE"u8, .. bytes];
        if (Libsodium.Hash(hash, (nuint)hash.Length, input, (ulong)input.Length, [], 0) != 0)
            throw new InvalidOperationException("BLAKE2b failed.");
        hash[..ChecksumLength].CopyTo(checksum);
    }

    /// <param name="bytes">They begin with the format, so not with a zero, which Base58 would spell in another way.</param>
    private static string ToBase58(ReadOnlySpan<byte> bytes)
    {
        var text = new Stack<char>();
        for (var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true); !number.IsZero; number /= Alphabet.Length)
            text.Push(Alphabet[(int)(number % Alphabet.Length)]);
        return string.Concat(text);
    }

    private static byte[]? FromBase58(string text)
    {
        if (text.Length is 0 or > MaxTextLength || text[0] == Alphabet[0]) return null;
        var number = BigInteger.Zero;
        foreach (var character in text)
        {
            var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0) return null;
            number = number * Alphabet.Length + digit;
        }

        return number.ToByteArray(isUnsigned: true, isBigEndian: true);
    }
}
