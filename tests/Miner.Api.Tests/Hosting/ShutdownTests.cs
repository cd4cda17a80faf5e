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

    [Test]
    public async Task Shutdown_OfARunningMiner_IsToldWhenItBeginsAndWhenItIsOver()
    {
        var miner = await MinerFactory.StartAsync();

        var before = miner.Log.Lines.Count(IsOfAStop);
        await miner.DisposeAsync();

        Assert.That(before, Is.Zero);
        Assert.That(
            miner.Log.Lines.Where(IsOfAStop).Select(line => line.Split(":", 2)[0].Split(" [{", 2)[0]),
            Is.EqualTo(["Information Miner.Api [4103] Stopping", "Information Miner.Api [4104] Stopped"]));

        static bool IsOfAStop(string line) => line.Contains("Stop", StringComparison.Ordinal);
    }
}
