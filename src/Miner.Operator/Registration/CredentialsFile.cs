using System.Text;
using Miner.Operator.Files;

namespace Miner.Operator.Registration;

/// <summary>Signed credentials on disk. They hold the miner's key.</summary>
internal static class CredentialsFile
{
    /// <exception cref="OperatorException">There is no such file, it cannot be read, or it is too large to be one.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var content = await SecretFile.ReadAsync(path, cancellationToken);
        return Encoding.UTF8.GetString(content.Span);
    }

    /// <summary>Writes a file whole or not at all; only its owner may read it.</summary>
    /// <param name="overwrite">Whether to replace what is at <paramref name="path"/>.</param>
    /// <exception cref="OperatorException">It cannot be written, or something is there that may not be replaced.</exception>
    public static async Task WriteAsync(string path, string text, bool overwrite, CancellationToken cancellationToken)
    {
        try
        {
            await WholeFile.WriteAsync(path, text, overwrite, isPrivate: true, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = !overwrite && Path.Exists(path)
                ? "something is there already"
                : "it is a folder or a device, or its folder is missing, full or not this user's to write in";
            throw new OperatorException($"{path} cannot be written: {reason}.", exception);
        }
    }
}
