using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Miner.Testing;

namespace Miner.Infrastructure.Tests;

/// <summary>A client as the product registers it, over a real connection to an upstream of the test's own.</summary>
internal abstract class UpstreamFixture
{
    private readonly List<ServiceProvider> _providers = [];

    /// <inheritdoc cref="DrivenClock.LongestPause"/>
    protected virtual TimeSpan LongestPause => TimeSpan.FromSeconds(12);

    protected StubUpstream Upstream { get; private set; } = null!;

    protected DrivenClock Clock { get; private set; } = null!;

    protected LogCollector Logs { get; private set; } = null!;

    [SetUp]
    public async Task StartUpstreamAsync()
    {
        Upstream = await StubUpstream.StartAsync();
        Clock = new DrivenClock { LongestPause = LongestPause };
        Logs = new LogCollector();
    }

    [TearDown]
    public async Task StopUpstreamAsync()
    {
        foreach (var provider in _providers) await provider.DisposeAsync();
        _providers.Clear();
        await Upstream.DisposeAsync();
        Logs.Dispose();
    }

    /// <summary>What is registered, on <see cref="Clock"/> and with all that is logged in <see cref="Logs"/>.</summary>
    protected ServiceProvider Services(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(Clock);
        register(services);
        var provider = services.BuildServiceProvider(validateScopes: true);
        _providers.Add(provider);
        return provider;
    }
}
