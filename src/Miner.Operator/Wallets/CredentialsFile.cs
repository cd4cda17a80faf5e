using System.Text;
using Miner.Operator.Files;
using Miner.Operator.Registration;

namespace Miner.Operator.Wallets;

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
        try
        {
            await WholeFile.WriteAsync(path, text, overwrite, isPrivate: true, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = !overwrite && Exists(path)
                ? "something is there already"
                : "it is a folder or a device, or its folder is missing, full or not this user's to write in";
            throw new RegistrationException($"{path} cannot be written: {reason}.", exception);
        }
    }
}
