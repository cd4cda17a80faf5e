namespace Miner.Operator.Registration;

/// <summary>Files of signed credentials. They hold the miner's key.</summary>
public interface ICredentialsFile
{
    /// <summary>Whether something is at <paramref name="path"/> already.</summary>
    bool Exists(string path);

    /// <exception cref="RegistrationException">There is no such file, it cannot be read, or it is too large to be one.</exception>
    Task<string> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Writes a file whole or not at all; only its owner may read it.</summary>
    /// <param name="overwrite">Whether to replace what is at <paramref name="path"/>.</param>
    /// <exception cref="RegistrationException">It cannot be written, or something is there that may not be replaced.</exception>
    Task WriteAsync(string path, string text, bool overwrite, CancellationToken cancellationToken);
}
