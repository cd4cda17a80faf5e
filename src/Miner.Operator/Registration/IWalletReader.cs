
namespace Miner.Operator.Registration;

/// <summary>Bittensor wallets: folders of key files.</summary>
public interface IWalletReader
{
    /// <summary>Opens a wallet's coldkey.</summary>
    /// <param name="folder">The folder of all wallets; <c>~/</c> at its start is the user's home.</param>
    /// <param name="wallet">The wallet's name, which is the name of its folder.</param>
    /// <param name="askPassword">Gives the password, UTF-8; called once, and only when the key file is encrypted.</param>
    /// <exception cref="RegistrationException">The file is missing, damaged or holds no key, or the password is wrong.</exception>
    Task<ISigner> OpenColdkeyAsync(
        string folder, string wallet, Func<CancellationToken, Task<SecretBytes>> askPassword, CancellationToken cancellationToken);
}

/// <summary>A private key that signs; wiped when disposed of.</summary>
public interface ISigner : IDisposable
{
    /// <summary>The SS58 address of the key, format 42.</summary>
    string Address { get; }

    /// <summary>An sr25519 signature of 64 bytes, with schnorrkel's signing context <c>substrate</c>.</summary>
    byte[] Sign(ReadOnlySpan<byte> message);
}
