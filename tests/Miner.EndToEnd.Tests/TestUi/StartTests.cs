using System.Net.Sockets;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>When the page is served, and that it never stands in the miner's way.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class StartTests
{
    [Test]
    public async Task Start_InProductionByDefault_ServesNoPageAndLoadsNothingForIt()
    {
        await using var miner = Pages.StartMiner(("UI_ENABLED", ""), ("UI_PORT", "0"));
        using var client = await miner.ConnectAsync();
        await client.GetStringAsync("/capabilities");

        Assert.That(miner.Output, Does.Not.Contain("est page"));
        Assert.That(
            await miner.LoadedFilesAsync(),
            Does.Contain("Miner.Api.dll")
                .And.Not.Contain("Miner.TestUi")
                .And.Not.Contain("Markdig")
                .And.Not.Contain("Microsoft.AspNetCore.Components"));
    }

    [Test]
    public async Task Start_InDevelopmentByDefault_ServesThePageUntilTheMinerEnds()
    {
        await using var miner = Pages.StartMiner(("UI_ENABLED", ""), ("ENVIRONMENT", "development"));
        using var client = new HttpClient();

        Assert.That(await client.GetStringAsync(await miner.PageAsync()), Does.Contain("<title>Test page · Sample Miner</title>"));
        Assert.That(await miner.TerminateAsync(), Is.Zero);
        Assert.That(miner.Output, Does.Not.Contain("Microsoft.AspNetCore"));
    }

    [Test]
    public async Task Start_WhenThePagesPortIsTaken_WarnsAndServesTheApi()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        await using var miner = Pages.StartMiner(("UI_PORT", $"{port}"));
        using var client = await miner.ConnectAsync();

        Assert.That(await client.GetStringAsync("/health"), Does.Contain("healthy"));
        Assert.That(miner.Output, Does.Contain("No test page: Failed to bind").And.Contain("address already in use"));
    }
}
