using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Sqlite;

internal static class SqliteServices
{
    /// <summary>
    /// Registers the repositories. A <see cref="Domain.Conversations.HistoryPolicy"/>, a <see cref="TimeProvider"/> and a
    /// <see cref="StorageLog"/> must be there too. The host's start fails with a <see cref="StorageException"/> when the database cannot be
    /// used.
    /// </summary>
    public static IServiceCollection AddSqlite(this IServiceCollection services, StorageOptions options) =>
        services
            .AddAutoMapper(configuration => configuration.AddProfile<RowProfile>())
            .AddSingleton(options)
            .AddSingleton<SqliteDatabase>()
            .AddSingleton<IStorageSize>(provider => provider.GetRequiredService<SqliteDatabase>())
            .AddSingleton<SqliteWriter>()
            .AddSingleton<SqliteHistory>()
            .AddSingleton<SqliteConversationList>()
            .AddSingleton<SqlitePlaybook>()
            .AddSingleton<SqliteExpiry>()
            .AddSingleton<IConversationRepository, SqliteConversationRepository>()
            .AddSingleton<IPlaybookRepository, SqlitePlaybookRepository>()
            .AddHostedService<SqliteMigrator>()
            .AddHostedService<SqliteLease>()
            .AddHostedService<ExpirySweep>();
}
