using Miner.Client;
using Miner.Testing;

namespace Miner.Api.Tests;

/// <summary>What tests of a running miner share, whether it runs for one of them or for all of a class.</summary>
internal abstract class RunningMiner
{
    protected MinerFactory Service { get; private set; } = null!;

    /// <inheritdoc cref="MinerFactory.Http"/>
    protected HttpClient Http => Service.Http;

    /// <inheritdoc cref="MinerFactory.Client"/>
    protected IMinerClient Client => Service.Client;

    protected StubUpstream Upstream => Service.Upstream;

    protected DrivenClock Clock => Service.Clock;

    /// <summary>In addition to those that <see cref="MinerFactory"/> sets.</summary>
    protected virtual IEnumerable<(string Name, string Value)> Settings => [];

    protected async Task StartAsync(IEnumerable<(string Name, string Value)> settings) => Service = await MinerFactory.StartAsync(settings);

    protected async Task StopAsync() => await Service.DisposeAsync();
}
