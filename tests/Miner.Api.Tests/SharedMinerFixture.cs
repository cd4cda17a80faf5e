namespace Miner.Api.Tests;

/// <summary>One miner for all tests of the class, which do not mind what the others did.</summary>
internal abstract class SharedMinerFixture : RunningMiner
{
    [OneTimeSetUp]
    public Task StartMiner() => StartAsync(Settings);

    [OneTimeTearDown]
    public Task StopMiner() => StopAsync();
}
