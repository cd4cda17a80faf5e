namespace Miner.Operator.ModelServers;

/// <summary>Starts servers for open models on this machine.</summary>
public interface IModelServerLauncher
{
    /// <summary>The command that <see cref="Start"/> runs, its program first; it holds no key.</summary>
    /// <exception cref="ModelServerException">This machine has nothing that could run it.</exception>
    IReadOnlyList<string> Command(ModelServerOptions options);

    /// <exception cref="ModelServerException">
    /// This machine has nothing that could run it, its port is taken, or the program cannot be started.
    /// </exception>
    IModelServer Start(ModelServerOptions options);
}

/// <summary>A server that was started; disposing it ends it.</summary>
public interface IModelServer : IAsyncDisposable
{
    /// <summary>Its exit status, once it has ended.</summary>
    Task<int> Ended { get; }

    /// <summary>The names of the models that it serves; null while it does not answer.</summary>
    Task<IReadOnlyList<string>?> ListModelsAsync(CancellationToken cancellationToken);
}

/// <param name="Model">A name on Hugging Face, or a folder.</param>
/// <param name="Port">1 to 65535, of the loopback.</param>
/// <param name="ApiKey">What the server asks its callers for; null for nothing. A secret.</param>
/// <param name="Extra">Further arguments, given as they are after all others.</param>
public sealed record ModelServerOptions(string Model, int Port, string? ApiKey, IReadOnlyList<string> Extra)
{
    /// <summary>Leaves the key out, which a record would print.</summary>
    public override string ToString() => Model;
}

/// <summary>A model server cannot be started; the message says what to do.</summary>
public sealed class ModelServerException(string message) : Exception(message);
