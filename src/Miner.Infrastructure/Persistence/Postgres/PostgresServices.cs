using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Postgres;

internal static class PostgresServices
{
    /// <summary>
    /// Registers the repositories. A <see cref="Domain.Conversations.HistoryPolicy"/> and a <see cref="TimeProvider"/> must be there too.
    /// The host's start fails with a <see cref="StorageException"/> when the database is not fit for the miner.
    /// </summary>
    public static IServiceCollection AddPostgres(this IServiceCollection services, StorageOptions options) =>
        services
            .AddAutoMapper(configuration => configuration.AddProfile<RowProfile>())
            .AddSingleton(options)
            .AddSingleton<PostgresConnections>()
            .AddSingleton<PostgresSchema>()
            .AddSingleton<PostgresDatabase>()
            .AddSingleton<PostgresHistory>()
            .AddSingleton<PostgresPlaybook>()
            .AddSingleton<PostgresConversationCount>()
            .AddSingleton<PostgresExpiry>()
            .AddSingleton<IStorageSize, PostgresSize>()
            .AddSingleton<IConversationRepository, PostgresConversationRepository>()
            .AddSingleton<IPlaybookRepository, PostgresPlaybookRepository>()
            .AddHostedService<PostgresMigrator>()
            .AddHostedService<ExpirySweep>();
}
