using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Miner.Operator.Files;

/// <summary>Tells files from devices, pipes and sockets, which .NET does not.</summary>
internal static partial class FileKind
{
    // struct statx of statx(2), which has one layout everywhere.
    private const int StatxLength = 256;
    private const int ModeOffset = 28;
    private const uint TypeMask = 0xF000;
    private const uint RegularFile = 0x8000;
    private const uint Folder = 0x4000;
    private const uint WantType = 1;
    private const int CurrentFolder = -100;

    /// <summary>
    /// Whether something other than a file or folder is at <paramref name="path"/>, links followed. Known on Linux only, else false.
    /// </summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux()) return false;
        Span<byte> found = stackalloc byte[StatxLength];
        if (Statx(CurrentFolder, path, flags: 0, WantType, found) != 0) return false;
        var type = BinaryPrimitives.ReadUInt16LittleEndian(found[ModeOffset..]) & TypeMask;
        return type is not (RegularFile or Folder);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> found);
}
