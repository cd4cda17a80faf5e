using Microsoft.Extensions.DependencyInjection;
using Miner.Operator.Registration;

namespace Miner.Operator.Wallets;

public static class WalletRegistration
{
    /// <summary>Registers what signs and verifies a miner's credentials. It takes no settings.</summary>
    public static IServiceCollection AddWallets(this IServiceCollection services) => services
        .AddSingleton<IWalletReader, WalletReader>()
        .AddSingleton<ISignatureVerifier, SignatureVerifier>()
        .AddSingleton<ICredentialsFile, CredentialsFile>();
}
