namespace Miner.Api.Tests.Documentation;

[TestFixture]
internal sealed class DocsSwitchTests
{
    private static readonly string[] Pages =
    [
        "/docs", "/docs/", "/docs/index.html?url=/openapi.json", "/docs/swagger-ui-bundle.js", "/redoc", "/redoc/index.html",
        "/redoc/redoc.standalone.js",
    ];

    [Test]
    public async Task Pages_SwitchedOff_AreNotThereAndNotListed()
    {
        await using var miner = await MinerFactory.StartAsync(("DOCS_ENABLED", "false"));
        using var client = miner.CreateClient();

        foreach (var path in Pages)
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            await response.ReadProblemAsync(404);
        }

        var listed = await ListedAsync(client);
        Assert.That(listed, Does.Contain("GET /openapi.json"));
        Assert.That(listed, Has.None.EqualTo("GET /docs").And.None.EqualTo("GET /redoc"));
        Assert.That(await client.GetObjectAsync("/openapi.json"), Does.ContainKey("paths"));
    }

    [Test]
    public async Task Pages_WithoutTheSetting_AreListed()
    {
        await using var miner = await MinerFactory.StartAsync();
        using var client = miner.CreateClient();

        Assert.That(await ListedAsync(client), Is.SupersetOf(new[] { "GET /docs", "GET /redoc", "GET /openapi.json" }));
    }

    private static async Task<IEnumerable<string>> ListedAsync(HttpClient client) =>
        (await client.GetObjectAsync("/"))["other_endpoints"]!.AsObject().Select(endpoint => endpoint.Key);
}
