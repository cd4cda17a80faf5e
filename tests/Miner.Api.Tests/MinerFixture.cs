namespace Miner.Api.Tests;

/// <summary>A miner of its own for each test.</summary>
internal abstract class MinerFixture : RunningMiner
{
    [SetUp]
    public Task StartMiner() => StartAsync(Settings);

    [TearDown]
    public Task StopMiner() => StopAsync();

    /// <summary>Puts a miner with other settings in place of the one that runs.</summary>
    protected async Task RestartAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        await StopAsync();
        await StartAsync(settings);
    }
}
