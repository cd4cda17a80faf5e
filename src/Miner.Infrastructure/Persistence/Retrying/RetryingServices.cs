using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Persistence.Retrying;

internal static class RetryingServices
{
    /// <summary>The key under which the repositories of the store itself are found.</summary>
    public const string Store = "store";

    /// <summary>Puts what bears the faults of a store before its repositories, which must be registered by their types already.</summary>
    public static IServiceCollection AddRetries(this IServiceCollection services) =>
        services
            .MoveToStore<IConversationRepository>()
            .MoveToStore<IPlaybookRepository>()
            .AddSingleton<PendingExchanges>()
            .AddSingleton<PendingWriter>()
            .AddSingleton<ReadFaults>()
            .AddSingleton<IStorageStatus, RetryingStatus>()
            .AddSingleton<IConversationRepository, RetryingConversationRepository>()
            .AddSingleton<IPlaybookRepository, RetryingPlaybookRepository>()
            .AddHostedService(provider => provider.GetRequiredService<PendingWriter>());

    private static IServiceCollection MoveToStore<T>(this IServiceCollection services)
    {
        var registered = services.Single(service => service.ServiceType == typeof(T));
        services.Remove(registered);
        services.Add(new ServiceDescriptor(typeof(T), Store, registered.ImplementationType!, registered.Lifetime));
        return services;
    }
}
