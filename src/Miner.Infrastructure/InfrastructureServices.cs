using Microsoft.Extensions.DependencyInjection;
using Miner.Infrastructure.Counters;
using Miner.Infrastructure.Llm;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Postgres;
using Miner.Infrastructure.Persistence.Retrying;
using Miner.Infrastructure.Persistence.Sqlite;
using Miner.Infrastructure.Search;
using Miner.Infrastructure.Telemetry;

namespace Miner.Infrastructure;

public static class InfrastructureServices
{
    /// <summary>
    /// Registers the real ends of the application's ports. <see cref="Miner.Domain.Conversations.HistoryPolicy"/> and an AutoMapper
    /// <c>IMapper</c> that knows this assembly's profiles must be registered too.
    /// </summary>
    public static IServiceCollection AddMinerInfrastructure(
        this IServiceCollection services,
        ModelChainOptions models,
        WebSearchOptions search,
        StorageOptions storage,
        TelemetryOptions telemetry,
        RedisOptions? redis) =>
        services
        .AddSingleton(TimeProvider.System)
        .AddTelemetry(telemetry)
        .AddCounters(redis)
        .AddChatModel(models)
        .AddWebSearch(search)
        .AddStore(storage)
        .AddRetries();

    /// <summary>Registers the store that <paramref name="storage"/> names.</summary>
    internal static IServiceCollection AddStore(this IServiceCollection services, StorageOptions storage) =>
        storage.Postgres is null ? services.AddSqlite(storage) : services.AddPostgres(storage);
}
