using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;

namespace Miner.Api.Tests.Documentation;

[TestFixture]
internal sealed class RedocScriptTests : SharedMinerFixture
{
    /// <summary>Of <c>bundles/redoc.standalone.js</c> in the npm package redoc 2.5.4.</summary>
    private const string Published = "dcaf76612bc4a3fbcc923a8966dee2f6146a5f32e5ce1b6f02dd60cbbf89500b";

    private static readonly Uri Script = new("/redoc/redoc.standalone.js", UriKind.Relative);

    [TestCase("gzip, br", "gzip")]
    [TestCase("br, gzip;q=0.5", "gzip")]
    [TestCase("gzip;q=0", null)]
    [TestCase("identity", null)]
    [TestCase(null, null)]
    [TestCase(";;", null)]
    public async Task Script_OfRedoc_IsThePublishedOneAndCompressedForWhoTakesIt(string? accepted, string? encoding)
    {
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None };
        using var client = new HttpClient(handler) { BaseAddress = Service.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, Script);
        if (accepted is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var response = await client.SendAsync(request);

        await using var body = await response.Content.ReadAsStreamAsync();
        await using var script = encoding is null ? body : new GZipStream(body, CompressionMode.Decompress);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        Assert.That(response.Content.Headers.ContentEncoding.SingleOrDefault(), Is.EqualTo(encoding));
        Assert.That(response.Headers.Vary, Is.EqualTo(new[] { "Accept-Encoding" }));
        Assert.That(Convert.ToHexStringLower(await SHA256.HashDataAsync(script)), Is.EqualTo(Published));
    }

    [Test]
    public async Task Script_ThatTheBrowserHas_IsNotSentAgain()
    {
        using var client = Service.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        using var first = await client.GetAsync(Script);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.GetAsync(Script);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }
}
