using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Miner.Api.Tests.Documentation;

[TestFixture]
internal sealed partial class DocumentationTests : SharedMinerFixture
{
    [TestCase("/docs", "swagger-ui-bundle.js")]
    [TestCase("/docs/", "swagger-ui-standalone-preset.js")]
    [TestCase("/docs/index.html", "swagger-ui.css")]
    [TestCase("/redoc", "redoc.standalone.js")]
    [TestCase("/redoc/", "redoc.standalone.js")]
    [TestCase("/redoc/index.html", "redoc.standalone.js")]
    public async Task Page_Always_LoadsFromTheMinerAlone(string path, string part)
    {
        using var page = await Http.GetAsync(new Uri(path, UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        using var loaded = await Http.GetAsync(new Uri(page.RequestMessage!.RequestUri!, part));

        Assert.Multiple(() =>
        {
            Assert.That((int)page.StatusCode, Is.EqualTo(200));
            Assert.That(page.RequestMessage.RequestUri!.Query, Is.EqualTo("?url=/openapi.json"));
            Assert.That(html, Does.Contain(part).And.Not.Contain("http://").And.Not.Contain("https://"));
            Assert.That((int)loaded.StatusCode, Is.EqualTo(200));
        });
    }

    [TestCase("/docs")]
    [TestCase("/redoc")]
    public async Task Policy_OfAPage_AllowsWhatIsOursAndThePagesOwnScript(string path)
    {
        using var page = await Http.GetAsync(new Uri(path, UriKind.Relative));

        var script = InlineScript.Matches(await page.Content.ReadAsStringAsync()).Single().Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.That(
            page.Headers.GetValues("Content-Security-Policy").Single(),
            Is.EqualTo(
                $"default-src 'self'; script-src 'self' 'sha256-{hash}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'"));
    }

    [TestCase("X-Forwarded-Host")]
    [TestCase("X-Forwarded-Prefix")]
    [TestCase("X-Forwarded-Path")]
    public async Task Page_AskedForWithForwardingHeaders_HoldsNothingOfThem(string header)
    {
        foreach (var path in new[] { "/docs", "/docs/index.html/", "/docs/index.html?url=/openapi.json", "/redoc" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, "/planted");
            using var page = await Http.SendAsync(request);

            Assert.That((int)page.StatusCode, Is.EqualTo(200), path);
            Assert.That(await page.Content.ReadAsStringAsync(), Does.Not.Contain("planted"), path);
        }
    }

    [TestCase("/docs/nothing")]
    [TestCase("/redoc/nothing")]
    public async Task Part_ThatIsNotThere_IsAProblem(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));

        await response.ReadProblemAsync(404);
    }

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript { get; }
}
