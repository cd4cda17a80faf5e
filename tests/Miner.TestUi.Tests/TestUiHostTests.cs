using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Miner.Testing;

namespace Miner.TestUi.Tests;

/// <summary>Which miner a page asks, and what becomes of one that cannot be served.</summary>
[TestFixture]
internal sealed class TestUiHostTests
{
    private LogCollector _log = null!;

    [SetUp]
    public void CreateLog() => _log = new LogCollector();

    [TearDown]
    public void DisposeLog() => _log.Dispose();

    [TestCase("http://0.0.0.0:8001", null, "http://127.0.0.1:8001/")]
    [TestCase("http://[::]:8001", null, "http://[::1]:8001/")]
    [TestCase("http://192.0.2.7:8001", null, "http://192.0.2.7:8001/")]
    [TestCase("http://localhost:8001", null, "http://localhost:8001/")]
    [TestCase("http://0.0.0.0:8001", "https://miner.example/base", "https://miner.example/base/")]
    public async Task Page_BesideAnApi_AsksItWhereItIsReached(string listening, string? other, string asked)
    {
        await using var host = Create(listening, other, port: 0);
        await host.StartedAsync(CancellationToken.None);

        var line = _log.Lines.Single(line => line.EventId == 4110);
        Assert.That(line.Text, Does.Match(@"^Test page on http://127\.0\.0\.1:\d+, asking ").And.EndWith($" {asked}"));
        await host.StoppingAsync(CancellationToken.None);
    }

    [Test]
    public async Task Page_OnAPortThatIsTaken_IsLeftOutWithAWarning()
    {
        await using var taken = await StubUpstream.StartAsync();
        await using var host = Create("http://127.0.0.1:8001", other: null, taken.BaseUrl.Port);

        await host.StartedAsync(CancellationToken.None);

        var line = _log.Lines.Single(line => line.EventId == 4111);
        Assert.That(line.Level, Is.EqualTo(LogLevel.Warning));
        Assert.That(line.Text, Does.StartWith("No test page: Failed to bind"));
        Assert.That(_log.Lines.Select(line => line.EventId), Does.Not.Contain(4110));
    }

    [Test]
    public async Task Page_ThatNeverStarted_EndsWithoutAFault()
    {
        await using var host = Create("http://127.0.0.1:8001", other: null, port: 0);

        Assert.That(async () => await host.StoppingAsync(CancellationToken.None), Throws.Nothing);
    }

    private TestUiHost Create(string listening, string? other, int port)
    {
        var options = new TestUiOptions(
            new Uri($"http://127.0.0.1:{port}"), other is null ? null : new Uri(other), "key");
        var logger = new LoggerFactory([_log]).CreateLogger<TestUiHost>();
        return new TestUiHost(options, new Api(listening), new DrivenClock(), NullLoggerFactory.Instance, logger);
    }

    /// <summary>A server that says where it listens.</summary>
    private sealed class Api : IServer
    {
        public Api(string listening)
        {
            var addresses = new ServerAddressesFeature();
            addresses.Addresses.Add(listening);
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing listens.
        }
    }
}
