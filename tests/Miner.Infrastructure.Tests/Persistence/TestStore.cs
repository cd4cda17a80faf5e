using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence;

/// <summary>The persistence layer as the program wires it, on one file.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly ServiceProvider _services;

    // Another layer adds its own maps before: both must be there.
    public TestStore(string file, HistoryPolicy policy, TimeProvider timeProvider)
    {
        _services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton(timeProvider)
            .AddSingleton(policy)
            .AddAutoMapper(_ => { })
            .AddSqlite(new StorageOptions { SqlitePath = file, BusyTimeout = TimeSpan.FromMilliseconds(100) })
            .BuildServiceProvider(validateScopes: true);
        Migrator = _services.GetServices<IHostedService>().OfType<SqliteMigrator>().Single();
    }

    public SqliteMigrator Migrator { get; }

    public IConversationRepository Conversations => _services.GetRequiredService<IConversationRepository>();

    public IPlaybookRepository Playbooks => _services.GetRequiredService<IPlaybookRepository>();

    public SqliteWriter Writer => _services.GetRequiredService<SqliteWriter>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();
}
