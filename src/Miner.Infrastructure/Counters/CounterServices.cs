using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Counters;

internal static class CounterServices
{
    /// <param name="options">Where replicas count together, or null where there are none.</param>
    public static IServiceCollection AddCounters(this IServiceCollection services, RedisOptions? options)
    {
        if (options is null)
        {
            return services
                .AddSingleton<LocalCounters>()
                .AddSingleton<ISharedCounters>(provider => provider.GetRequiredService<LocalCounters>())
                .AddSingleton<IReplicas>(provider => provider.GetRequiredService<LocalCounters>());
        }

        return services
            .AddSingleton(options)
            .AddSingleton<RedisLink>()
            .AddSingleton<ISharedCounters, RedisCounters>()
            .AddSingleton<RedisReplicas>()
            .AddSingleton<IReplicas>(provider => provider.GetRequiredService<RedisReplicas>())
            .AddHostedService(provider => provider.GetRequiredService<RedisLink>())
            .AddHostedService(provider => provider.GetRequiredService<RedisReplicas>());
    }
}
