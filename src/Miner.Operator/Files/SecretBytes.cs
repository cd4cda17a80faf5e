using System.Security.Cryptography;

namespace Miner.Operator.Files;

/// <summary>A secret in memory that the garbage collector does not copy about, and that is wiped when disposed of.</summary>
/// <param name="length">In bytes; all are zero at first.</param>
public sealed class SecretBytes(int length) : IDisposable
{
    private readonly byte[] _bytes = GC.AllocateArray<byte>(length, pinned: true);

    public int Length { get; private set; } = length;

    public Span<byte> Span => _bytes.AsSpan(0, Length);

    public Memory<byte> Memory => _bytes.AsMemory(0, Length);

    public static SecretBytes CopyOf(ReadOnlySpan<byte> bytes)
    {
        var secret = new SecretBytes(bytes.Length);
        bytes.CopyTo(secret.Span);
        return secret;
    }

    /// <summary>Forgets what stands behind the first <paramref name="newLength"/> bytes.</summary>
    public void Truncate(int newLength)
    {
        CryptographicOperations.ZeroMemory(Span[newLength..]);
        Length = newLength;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
