using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Miner.Testing;

namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class DeadlineTests
{
    /// <summary>One that nothing else waits for.</summary>
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(59);

    [Test]
    public async Task Request_WhoseModelHangs_Is504AndTheCallIsAbandoned()
    {
        await using var miner = await StartAsync();
        var asking = miner.Http.PostAsync("/complete", Requests.Body("c", "FAULT:hang"));
        var asked = await miner.Upstream.NextRequestAsync();

        miner.Clock.Advance(RequestTimeout);

        using var response = await asking;
        await response.ReadProblemAsync(504);
        await asked.Aborted.InTimeAsync();
    }

    [TestCase("Content-Length: 100\r\n\r\n{")]
    [TestCase("Content-Length: 2000000\r\n\r\n{")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")]
    public async Task Request_WhoseBodyNeverEnds_Is504(string rest)
    {
        await using var miner = await StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(miner.Address.Host, miner.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /complete HTTP/1.1\r\nHost: miner\r\nX-API-Key: {MinerFactory.Key}\r\nContent-Type: application/json\r\n{rest}"));
        await miner.Clock.TimerAsync(RequestTimeout);

        miner.Clock.Advance(RequestTimeout);

        var buffer = new byte[64];
        var read = await stream.ReadAsync(buffer).AsTask().InTimeAsync();
        Assert.That(Encoding.ASCII.GetString(buffer, 0, read), Does.StartWith("HTTP/1.1 504 "));
    }

    /// <summary>
    /// Without Kestrel's own limit, which ends the body of a caller that sends nothing, but not of one that sends little.
    /// </summary>
    private static Task<MinerFactory> StartAsync() => MinerFactory.StartAsync(
        services => services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Limits.MinRequestBodyDataRate = null),
        ("REQUEST_TIMEOUT", $"{RequestTimeout.TotalSeconds}"));
}
