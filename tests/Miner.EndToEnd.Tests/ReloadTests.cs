namespace Miner.EndToEnd.Tests;

/// <summary>Settings that change while a process serves.</summary>
[TestFixture]
internal sealed class ReloadTests : MinerProcessFixture
{
    [Test]
    public async Task Hangup_AfterAChangeOfTheFile_TakesItOverOnTheSameConnections()
    {
        await File.WriteAllTextAsync(InFolder(".env"), "API_KEY=old-key-0123456789\n");
        await using var miner = Start(new Dictionary<string, string>
        {
            ["LLM_PROVIDER"] = "offline",
            ["HOST"] = "127.0.0.1",
            ["PORT"] = "0",
        });
        using var old = await miner.ConnectAsync("old-key-0123456789");
        using var current = await miner.ConnectAsync("new-key-0123456789");
        Assert.That(await StatusAsync(old), Is.EqualTo(200));
        Assert.That(await StatusAsync(current), Is.EqualTo(403));

        await File.WriteAllTextAsync(InFolder(".env"), "API_KEY=new-key-0123456789\nMINER_NAME=later\n");
        await miner.ReloadAsync();
        await miner.SaysAsync("wait for the next start: MINER_NAME");

        Assert.That(await StatusAsync(old), Is.EqualTo(403));
        Assert.That(await StatusAsync(current), Is.EqualTo(200));
        Assert.That(await miner.TerminateAsync(), Is.Zero);
        Assert.That(miner.Output, Does.Contain("changed: API_KEY").And.Not.Contain("key-0123456789"));
    }

    private static async Task<int> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/capabilities", UriKind.Relative));
        return (int)response.StatusCode;
    }
}
