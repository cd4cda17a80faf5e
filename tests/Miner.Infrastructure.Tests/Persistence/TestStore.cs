using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence;

namespace Miner.Infrastructure.Tests.Persistence;

/// <summary>The persistence layer as the program wires it, on one database.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly ServiceProvider _services;

    // Another layer adds its own maps before: both must be there.
    public TestStore(StorageOptions options, HistoryPolicy policy, TimeProvider timeProvider, ILoggerProvider? log = null)
    {
        _services = new ServiceCollection()
            .AddLogging(logging =>
            {
                logging.ClearProviders();
                if (log is not null) logging.AddProvider(log);
            })
            .AddSingleton(timeProvider)
            .AddSingleton(policy)
            .AddAutoMapper(_ => { })
            .AddSingleton<StorageLog>()
            .AddStore(options)
            .BuildServiceProvider(validateScopes: true);
    }

    public IConversationRepository Conversations => Get<IConversationRepository>();

    public IPlaybookRepository Playbooks => Get<IPlaybookRepository>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The part of the program's start that is a <typeparamref name="T"/>.</summary>
    public T Starting<T>() => _services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<T>().Single();

    public void Dispose() => _services.Dispose();
}
