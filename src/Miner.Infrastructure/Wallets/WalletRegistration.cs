using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Wallets;

public static class WalletRegistration
{
    /// <summary>Registers what signs and verifies a miner's credentials. It takes no settings.</summary>
    public static IServiceCollection AddWallets(this IServiceCollection services) => services
        .AddSingleton<IWalletReader, WalletReader>()
        .AddSingleton<ISignatureVerifier, SignatureVerifier>()
        .AddSingleton<ICredentialsFile, CredentialsFile>();
}
