
namespace Miner.Api.Tests.Documentation;

[TestFixture]
internal sealed class DocumentationTests
{
    private MinerFactory _miner = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task StartMiner()
    {
        _miner = await MinerFactory.StartAsync();
        _client = _miner.CreateClient();
    }

    [OneTimeTearDown]
    public async Task StopMiner()
    {
        _client.Dispose();
        await _miner.DisposeAsync();
    }

    [TestCase("/docs", "swagger-ui-bundle.js")]
    [TestCase("/redoc", "index.js")]
    public async Task Page_Always_LoadsFromTheMinerAlone(string path, string script)
    {
        using var page = await _client.GetAsync(new Uri(path, UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        using var loaded = await _client.GetAsync(new Uri($"{path}/{script}", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That((int)page.StatusCode, Is.EqualTo(200));
            Assert.That(html, Does.Contain(script).And.Not.Contain("http://").And.Not.Contain("https://"));
            Assert.That(
                page.Headers.GetValues("Content-Security-Policy").Single(),
                Does.StartWith("default-src 'self';").And.Not.Contain("http"));
            Assert.That((int)loaded.StatusCode, Is.EqualTo(200));
        });
    }
}
