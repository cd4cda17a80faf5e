using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;

namespace Miner.Offline;

public static class OfflineServices
{
    /// <summary>Registers the embedded model.</summary>
    public static IServiceCollection AddMinerOffline(this IServiceCollection services) =>
        services.AddSingleton<IComputedAnswers, OfflineModel>();
}
