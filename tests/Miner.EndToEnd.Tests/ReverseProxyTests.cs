using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

/// <summary>
/// The miner behind nginx, set up as the guide says but for ports and certificate. Needs the Debian package <c>nginx-light</c>.
/// </summary>
[TestFixture]
internal sealed class ReverseProxyTests : MinerProcessFixture
{
    private static readonly Uri Capabilities = new("/capabilities", UriKind.Relative);

    private MinerProcess _miner = null!;
    private NginxProcess? _nginx;
    private Uri _address = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _miner = StartMiner(("TRUSTED_PROXIES", "127.0.0.1"));
        using var direct = await _miner.ConnectAsync();
        var port = UnusedPort.Find();
        _address = new Uri($"https://127.0.0.1:{port}");
        await WriteCertificateAsync();
        _nginx = await NginxProcess.StartAsync(Folder.FullName, Site(port, direct.BaseAddress!.Port), port);
    }

    [TearDown]
    public async Task StopAsync()
    {
        if (_nginx is not null) await _nginx.DisposeAsync();
        await _miner.DisposeAsync();
    }

    [Test]
    public async Task Miner_BehindNginx_AnswersOverTlsAndSeesTheCallersOwnAddress()
    {
        using var client = Connect();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        client.DefaultRequestHeaders.Add("X-API-Key", Key);
        using var answer = await client.GetAsync(Capabilities);
        client.DefaultRequestHeaders.Remove("X-API-Key");

        using var refused = await client.GetAsync(Capabilities);

        Assert.That((answer.StatusCode, refused.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
        Assert.That(_miner.Output, Does.Contain("Request from 127.0.0.1 refused: no key"));
        Assert.That(_miner.Output, Does.Not.Contain("203.0.113.9"), "what the caller made up");
    }

    [Test]
    public async Task Body_ThatIsTooLarge_Is413WithAProblem([Values] bool chunked)
    {
        using var client = Connect();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/complete");
        request.Content = new ByteArrayContent(new byte[11 * 1024 * 1024]);
        request.Headers.TransferEncodingChunked = chunked;

        using var refused = await client.SendAsync(request);

        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.That(refused.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(((int)refused.StatusCode, (int)problem["status"]!), Is.EqualTo((413, 413)));
        Assert.That(problem["trace_id"]!.ToString(), Has.Length.EqualTo(32));
    }

    private HttpClient Connect() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
    })
    {
        BaseAddress = _address,
    };

    private string Site(int port, int minerPort) => Guide.Block("TLS before it", 1)
        .Replace("listen [::]:443 ssl;", "", StringComparison.Ordinal)
        .Replace("443", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("8001", minerPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("/etc/letsencrypt/live/miner.example.org", Folder.FullName, StringComparison.Ordinal);

    private async Task WriteCertificateAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=miner.example.org", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await File.WriteAllTextAsync(InFolder("fullchain.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(InFolder("privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
