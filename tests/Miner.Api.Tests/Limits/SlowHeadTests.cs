using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class SlowHeadTests
{
    [Test]
    public async Task RequestHead_ThatNeverEnds_KeepsAConnectionForTenSecondsAtMost()
    {
        await using var miner = await MinerFactory.StartAsync();

        var limits = miner.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.That(limits.RequestHeadersTimeout, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(10)));
    }
}
