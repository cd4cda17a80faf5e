using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Miner.TestUi.Calls;

namespace Miner.TestUi;

/// <summary>
/// Runs the test page as a web application of its own, with its own listener and services: neither listener can serve what belongs to the
/// other. It starts once the API listens, and a page that cannot start leaves the API alone.
/// </summary>
internal sealed partial class TestUiHost(
    TestUiOptions options, IServer api, TimeProvider time, ILoggerFactory loggers, ILogger<TestUiHost> logger)
    : IHostedLifecycleService, IAsyncDisposable
{
    private MinerConnection? _miner;
    private WebApplication? _page;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        _miner = options.MinerAddress is { } other
            ? new MinerConnection(other, options.ApiKey, time)
            : new MinerConnection(FromHere(AddressOf(api)), options.ApiKey, time) { Exemption = options.Exemption };
        _page = TestUiApplication.Build(options.ListenOn, _miner, time, loggers);
        try
        {
            await _page.StartAsync(cancellationToken);
            LogServed(AddressOf(_page.Services.GetRequiredService<IServer>()), _miner.Address);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            LogNotServed(exception.Message);
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => _page?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_page is not null) await _page.DisposeAsync();
        _miner?.Dispose();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Where a program on this machine reaches a server that listens on <paramref name="address"/>.</summary>
    private static Uri FromHere(string address)
    {
        var reached = new UriBuilder(address);
        if (IPAddress.TryParse(reached.Host, out var any))
        {
            if (any.Equals(IPAddress.Any)) reached.Host = "127.0.0.1";
            if (any.Equals(IPAddress.IPv6Any)) reached.Host = "[::1]";
        }

        return reached.Uri;
    }

    private static string AddressOf(IServer server) => server.Features.Get<IServerAddressesFeature>()!.Addresses.First();

    [LoggerMessage(EventId = 4110, Level = LogLevel.Information, Message = "Test page on {Address}, asking {Miner}")]
    private partial void LogServed(string address, Uri miner);

    [LoggerMessage(EventId = 4111, Level = LogLevel.Warning, Message = "No test page: {Reason}")]
    private partial void LogNotServed(string reason);
}
