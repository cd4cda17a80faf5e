using AutoMapper;

namespace Miner.Api.Tests.Contracts;

[TestFixture]
internal sealed class MappingTests
{
    [Test]
    public async Task Configuration_OfAllProfiles_IsValid()
    {
        await using var miner = await MinerFactory.StartAsync();

        miner.Services.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();
    }
}
