using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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
    private Process? _nginx;
    private Uri _address = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _miner = StartMiner(("TRUSTED_PROXIES", "127.0.0.1"));
        using var direct = await _miner.ConnectAsync();
        var port = UnusedPort.Find();
        _address = new Uri($"https://127.0.0.1:{port}");
        await WriteCertificateAsync();
        await File.WriteAllTextAsync(InFolder("nginx.conf"), Configuration(port, direct.BaseAddress!.Port));
        try
        {
            _nginx = Process.Start(
                new ProcessStartInfo("nginx", ["-p", Folder.FullName, "-c", InFolder("nginx.conf")]) { RedirectStandardError = true }
            )!;
        }
        catch (Win32Exception)
        {
            Assert.Fail("nginx is not on the PATH; on Debian: apt-get install nginx-light, which puts it into /usr/sbin");
        }
    }

    [TearDown]
    public async Task StopAsync()
    {
        if (_nginx is not null)
        {
            if (!_nginx.HasExited) _nginx.Kill(entireProcessTree: true);
            await _nginx.WaitForExitAsync();
            _nginx.Dispose();
        }

        await _miner.DisposeAsync();
    }

    [Test]
    public async Task Miner_BehindNginx_AnswersOverTlsAndSeesTheCallersOwnAddress()
    {
        using var trusting = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        using var client = new HttpClient(trusting) { BaseAddress = _address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        client.DefaultRequestHeaders.Add("X-API-Key", Key);
        using var answer = await FirstAnswerAsync(client);
        client.DefaultRequestHeaders.Remove("X-API-Key");

        using var refused = await client.GetAsync(Capabilities);

        Assert.That((answer.StatusCode, refused.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
        Assert.That(_miner.Output, Does.Contain("Request from 127.0.0.1 refused: no key"));
        Assert.That(_miner.Output, Does.Not.Contain("203.0.113.9"), "what the caller made up");
    }

    /// <summary>nginx takes a moment to listen.</summary>
    private async Task<HttpResponseMessage> FirstAnswerAsync(HttpClient client)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await client.GetAsync(Capabilities);
            }
            catch (HttpRequestException) when (waited.Elapsed < Patience.Limit && !_nginx!.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
            catch (HttpRequestException exception)
            {
                throw new AssertionException(
                    $"nginx does not listen: {(_nginx!.HasExited ? await _nginx.StandardError.ReadToEndAsync() : "")}",
                    exception);
            }
        }
    }

    private string Configuration(int port, int minerPort)
    {
        var site = Guide.Block("TLS before it", 1)
            .Replace("listen [::]:443 ssl;", "", StringComparison.Ordinal)
            .Replace("443", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("8001", minerPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("/etc/letsencrypt/live/miner.example.org", Folder.FullName, StringComparison.Ordinal);
        string[] writable = ["client_body_temp_path", "proxy_temp_path", "fastcgi_temp_path", "scgi_temp_path", "uwsgi_temp_path"];
        var paths = string.Join('\n', writable.Select(name => $"{name} {InFolder(name)};"));
        return $$"""
            daemon off;
            master_process off;
            pid {{InFolder("nginx.pid")}};
            error_log stderr;
            events {}
            http {
                access_log off;
                {{paths}}
                {{site}}
            }
            """;
    }

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
