using System.Globalization;
using Microsoft.Extensions.Options;

namespace Miner.Api.Tests.Hosting;

[TestFixture]
internal sealed class ShutdownTests
{
    [TestCase(60, 70)]
    [TestCase(5, 15)]
    public async Task Shutdown_OfARunningMiner_WaitsAsLongAsARequestMayTakeAndSomewhatMore(int request, int limit)
    {
        await using var miner = await MinerFactory.StartAsync(("REQUEST_TIMEOUT", request.ToString(CultureInfo.InvariantCulture)));

        var host = miner.Services.GetRequiredService<IOptions<HostOptions>>().Value;

        Assert.That(host.ShutdownTimeout, Is.EqualTo(TimeSpan.FromSeconds(limit)));
    }
}
