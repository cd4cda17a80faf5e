using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite.PowerCut;

/// <summary>
/// Stands between SQLite and the file system (sqlite.org/vfs.html) and notes what is written to the files of one folder, and what is
/// flushed. All other files, and all other calls, go to the system's own VFS as they are.
/// </summary>
/// <remarks>Structures as in <c>sqlite3.h</c>, on a system of 64 bits.</remarks>
internal sealed unsafe partial class RecordingVfs : IDisposable
{
    private const int Ok = 0;

    // Offsets into sqlite3_vfs, whose first members are three ints.
    private const int VfsSize = 22 * 8;
    private const int VfsNext = 16;
    private const int VfsOpen = 40;
    private const int VfsDelete = 48;

    // Offsets into sqlite3_io_methods: an int, and then the methods.
    private const int MethodsSize = 19 * 8;
    private const int MethodClose = 8;
    private const int MethodWrite = 24;
    private const int MethodTruncate = 32;
    private const int MethodSync = 40;

    /// <summary>Of the methods: those of version 3 would let SQLite write through mapped memory.</summary>
    private const int MethodsVersion = 2;

    // SQLite may still hold them when a test is over, hence they are never freed.
    private static readonly byte* Base = (byte*)sqlite3_vfs_find(null);
    private static readonly byte* Own = Clone(Base, VfsSize);
    private static readonly ConcurrentDictionary<nint, (string Path, nint Methods)> Files = new();

    /// <summary>Own methods by the system's: a database is locked by others than its log.</summary>
    private static readonly ConcurrentDictionary<nint, nint> OwnMethods = new();

    private static string _folder = "";
    private static DiskLog _log = new();

    /// <summary>From now on until it is disposed of, every file in <paramref name="folder"/> is recorded.</summary>
    public RecordingVfs(string folder, DiskLog log)
    {
        (_folder, _log) = (folder + Path.DirectorySeparatorChar, log);
        *(nint*)(Own + VfsNext) = 0;
        *(nint*)(Own + VfsOpen) = (nint)(delegate* unmanaged<nint, byte*, nint, int, int*, int>)&Open;
        *(nint*)(Own + VfsDelete) = (nint)(delegate* unmanaged<nint, byte*, int, int>)&Delete;
        Assert.That(sqlite3_vfs_register(Own, makeDefault: 1), Is.Zero);
    }

    public void Dispose()
    {
        _folder = "";
        _ = sqlite3_vfs_unregister(Own);
    }

    [UnmanagedCallersOnly]
    private static int Open(nint vfs, byte* name, nint file, int flags, int* outFlags)
    {
        var open = (delegate* unmanaged<nint, byte*, nint, int, int*, int>)Member(Base, VfsOpen);
        var result = open((nint)Base, name, file, flags, outFlags);
        var path = Marshal.PtrToStringUTF8((nint)name);
        if (result != Ok || !IsRecorded(path)) return result;

        var methods = *(nint*)file;
        Files[file] = (path!, methods);
        // The system's VFS keeps all that it knows of the file behind this pointer, and does not read it back.
        *(nint*)file = OwnMethods.GetOrAdd(methods, Recording);
        return result;
    }

    [UnmanagedCallersOnly]
    private static int Delete(nint vfs, byte* name, int syncFolder)
    {
        var result = ((delegate* unmanaged<nint, byte*, int, int>)Member(Base, VfsDelete))((nint)Base, name, syncFolder);
        if (Marshal.PtrToStringUTF8((nint)name) is { } path && IsRecorded(path)) _log.Add(new DeleteOperation(path));
        return result;
    }

    [UnmanagedCallersOnly]
    private static int Close(nint file)
    {
        Files.TryRemove(file, out var opened);
        return ((delegate* unmanaged<nint, int>)Member((byte*)opened.Methods, MethodClose))(file);
    }

    [UnmanagedCallersOnly]
    private static int Write(nint file, byte* bytes, int count, long offset)
    {
        var (path, methods) = Files[file];
        _log.Add(new WriteOperation(path, offset, new Span<byte>(bytes, count).ToArray()));
        return ((delegate* unmanaged<nint, byte*, int, long, int>)Member((byte*)methods, MethodWrite))(file, bytes, count, offset);
    }

    [UnmanagedCallersOnly]
    private static int Truncate(nint file, long length)
    {
        var (path, methods) = Files[file];
        _log.Add(new TruncateOperation(path, length));
        return ((delegate* unmanaged<nint, long, int>)Member((byte*)methods, MethodTruncate))(file, length);
    }

    /// <summary>Noted when it is done: what is flushed counts from then on.</summary>
    [UnmanagedCallersOnly]
    private static int Sync(nint file, int flags)
    {
        var (path, methods) = Files[file];
        var result = ((delegate* unmanaged<nint, int, int>)Member((byte*)methods, MethodSync))(file, flags);
        if (result == Ok) _log.Add(new FlushOperation(path));
        return result;
    }

    private static nint Recording(nint methods)
    {
        var own = Clone((byte*)methods, MethodsSize);
        *(int*)own = MethodsVersion;
        *(nint*)(own + MethodClose) = (nint)(delegate* unmanaged<nint, int>)&Close;
        *(nint*)(own + MethodWrite) = (nint)(delegate* unmanaged<nint, byte*, int, long, int>)&Write;
        *(nint*)(own + MethodTruncate) = (nint)(delegate* unmanaged<nint, long, int>)&Truncate;
        *(nint*)(own + MethodSync) = (nint)(delegate* unmanaged<nint, int, int>)&Sync;
        return (nint)own;
    }

    private static bool IsRecorded(string? path) => _folder.Length > 0 && path?.StartsWith(_folder, StringComparison.Ordinal) == true;

    private static nint Member(byte* structure, int offset) => *(nint*)(structure + offset);

    private static byte* Clone(byte* structure, int size)
    {
        var clone = (byte*)NativeMemory.AllocZeroed((nuint)size);
        Unsafe.CopyBlock(clone, structure, (uint)size);
        return clone;
    }

    [LibraryImport("e_sqlite3")]
    private static partial nint sqlite3_vfs_find(byte* name);

    [LibraryImport("e_sqlite3")]
    private static partial int sqlite3_vfs_register(byte* vfs, int makeDefault);

    [LibraryImport("e_sqlite3")]
    private static partial int sqlite3_vfs_unregister(byte* vfs);
}
