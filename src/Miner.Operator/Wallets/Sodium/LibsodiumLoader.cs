using System.Runtime.InteropServices;

namespace Miner.Operator.Wallets.Sodium;

/// <summary>Finds the system's libsodium.</summary>
internal static class LibsodiumLoader
{
    /// <summary>Its file names: Debian's and newer ones of Linux, then macOS and Windows.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["libsodium.so.23", "libsodium.so.26", "libsodium.so", "libsodium.dylib", "libsodium.dll"];

    /// <summary>Loads the first of <paramref name="names"/> that is there and initialises it.</summary>
    /// <exception cref="OperatorException">None is there, or it is a build without ristretto255.</exception>
    public static unsafe IntPtr Load(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            if (!NativeLibrary.TryGetExport(library, "crypto_scalarmult_ristretto255_base", out _)) continue;
            var initialise = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "sodium_init");
            if (initialise() >= 0) return library;
        }

        throw new OperatorException(
            "Wallets need libsodium 1.0.18 or later, which is not installed: "
            + "install Debian's package libsodium23 (apt-get install libsodium23).");
    }
}
