
namespace Miner.Operator.Files;

/// <summary>Reads files that hold secrets and are small by their nature.</summary>
internal static class SecretFile
{
    /// <summary>Many times what a key file or signed credentials take, in bytes.</summary>
    public const int MaxLength = 64 * 1024;

    /// <exception cref="OperatorException">There is no such file, it cannot be read, or it is too large.</exception>
    public static async Task<SecretBytes> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var content = new SecretBytes(MaxLength + 1);
        try
        {
            // Unbuffered, so that no copy of it stays in a buffer that is not wiped.
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            content.Truncate(await stream.ReadAtLeastAsync(content.Memory, content.Length, throwOnEndOfStream: false, cancellationToken));
            if (content.Length <= MaxLength) return content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            content.Dispose();
            throw new OperatorException(Describe(exception, path), exception);
        }

        content.Dispose();
        throw new OperatorException($"{path} is larger than {MaxLength / 1024} KiB: it is some other file.");
    }

    private static string Describe(Exception exception, string path) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"There is no file {path}.",
        UnauthorizedAccessException => $"{path} is not a file that this user may read.",
        _ => $"{path} cannot be read.",
    };
}
