using System.Runtime.InteropServices;

namespace Miner.Operator.Wallets.Sodium;

/// <summary>
/// What is used of the system's libsodium (https://doc.libsodium.org). The first call loads it.
/// </summary>
/// <remarks>
/// Lengths of arrays that the C header fixes are the caller's duty. Functions that give an <see cref="int"/> give 0 when all went well.
/// </remarks>
internal static partial class Libsodium
{
    private const string Library = "libsodium";

    static Libsodium() => NativeLibrary.SetDllImportResolver(
        typeof(Libsodium).Assembly, (name, _, _) => name == Library ? LibsodiumLoader.Load(LibsodiumLoader.Names) : IntPtr.Zero);

    [LibraryImport(Library, EntryPoint = "crypto_core_ristretto255_scalar_reduce")]
    internal static partial void ReduceScalar(Span<byte> scalar32, ReadOnlySpan<byte> wide64);

    [LibraryImport(Library, EntryPoint = "crypto_core_ristretto255_scalar_mul")]
    internal static partial void MultiplyScalars(Span<byte> product32, ReadOnlySpan<byte> left32, ReadOnlySpan<byte> right32);

    [LibraryImport(Library, EntryPoint = "crypto_core_ristretto255_scalar_add")]
    internal static partial void AddScalars(Span<byte> sum32, ReadOnlySpan<byte> left32, ReadOnlySpan<byte> right32);

    /// <summary>Fails where the product is the identity.</summary>
    [LibraryImport(Library, EntryPoint = "crypto_scalarmult_ristretto255_base")]
    internal static partial int MultiplyBase(Span<byte> point32, ReadOnlySpan<byte> scalar32);

    /// <summary>Fails where the point is none, or the product is the identity.</summary>
    [LibraryImport(Library, EntryPoint = "crypto_scalarmult_ristretto255")]
    internal static partial int MultiplyPoint(Span<byte> product32, ReadOnlySpan<byte> scalar32, ReadOnlySpan<byte> point32);

    /// <summary>Fails where one of the points is none.</summary>
    [LibraryImport(Library, EntryPoint = "crypto_core_ristretto255_sub")]
    internal static partial int SubtractPoints(Span<byte> difference32, ReadOnlySpan<byte> left32, ReadOnlySpan<byte> right32);

    /// <summary>BLAKE2b.</summary>
    [LibraryImport(Library, EntryPoint = "crypto_generichash")]
    internal static partial int Hash(
        Span<byte> hash, nuint hashLength, ReadOnlySpan<byte> input, ulong inputLength, ReadOnlySpan<byte> key, nuint keyLength);

    /// <summary>Fails where the box was changed or the key is another.</summary>
    [LibraryImport(Library, EntryPoint = "crypto_secretbox_open_easy")]
    internal static partial int OpenSecretBox(
        Span<byte> message, ReadOnlySpan<byte> box, ulong boxLength, ReadOnlySpan<byte> nonce24, ReadOnlySpan<byte> key32);

    /// <summary>Fails where there is not enough memory.</summary>
    [LibraryImport(Library, EntryPoint = "crypto_pwhash")]
    internal static partial int HashPassword(
        Span<byte> key, ulong keyLength, ReadOnlySpan<byte> password, ulong passwordLength, ReadOnlySpan<byte> salt16,
        ulong operations, nuint memory, int algorithm);
}
