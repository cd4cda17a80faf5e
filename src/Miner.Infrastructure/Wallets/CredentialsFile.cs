using System.Text;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Wallets;

/// <summary>Signed credentials on disk.</summary>
internal sealed class CredentialsFile : ICredentialsFile
{
    public bool Exists(string path) => Path.Exists(path);

    public async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var content = await SmallFile.ReadAsync(path, cancellationToken);
        return Encoding.UTF8.GetString(content.Span);
    }

    public async Task WriteAsync(string path, string text, bool overwrite, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var draft = Path.Combine(folder ?? "", $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            await WriteDraftAsync(draft, text, cancellationToken);
            // In one folder, so in one file system: nobody sees half of it.
            File.Move(draft, path, overwrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = !overwrite && Exists(path)
                ? "something is there already"
                : "it is a folder, or its folder is missing, full or not this user's to write in";
            throw new RegistrationException($"{path} cannot be written: {reason}.", exception);
        }
        finally
        {
            if (File.Exists(draft)) File.Delete(draft);
        }
    }

    private static async Task WriteDraftAsync(string draft, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(draft, options);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        stream.Flush(flushToDisk: true);
    }
}
