using System.Text;

namespace Miner.Operator.Files;

/// <summary>Writes text files whole or not at all: what stood there stays until the new one is complete.</summary>
internal static class WholeFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Tries whether a file can be written at <paramref name="path"/>, over one that may be there.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot, because of permissions.</exception>
    public static void Check(string path)
    {
        var draft = DraftOf(Target(path));
        using (Create(draft, isPrivate: true))
        {
        }

        File.Delete(draft);
    }

    /// <param name="isPrivate">Whether nobody but its owner may read it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written because of permissions.</exception>
    public static async Task WriteAsync(string path, string text, bool overwrite, bool isPrivate, CancellationToken cancellationToken)
    {
        var target = overwrite ? Target(path) : path;
        var draft = DraftOf(target);
        try
        {
            await using (var stream = Create(draft, isPrivate))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite);
        }
        finally
        {
            if (File.Exists(draft)) File.Delete(draft);
        }
    }

    /// <summary>Where links lead: they stay, and so do devices such as <c>/dev/null</c>, which root could replace by a file.</summary>
    private static string Target(string path)
    {
        var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        if (Directory.Exists(target)) throw new IOException("That is a folder.");
        return FileKind.IsSpecial(path) ? throw new IOException("That is a device, a pipe or a socket, not a file.") : target;
    }

    /// <summary>In the target's own folder, so in one file system: nobody sees half of it.</summary>
    private static string DraftOf(string target) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target))!, $".{Path.GetRandomFileName()}");

    private static FileStream Create(string draft, bool isPrivate)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (isPrivate && !OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new FileStream(draft, options);
    }
}
