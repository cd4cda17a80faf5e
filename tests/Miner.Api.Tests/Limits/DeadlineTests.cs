using System.Net.Sockets;
using System.Text;
using Miner.Testing;

namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class DeadlineTests : MinerFixture
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Request_WhoseModelHangs_Is504AndTheCallIsAbandoned()
    {
        var asking = Http.PostAsync("/complete", Requests.Body("c", "FAULT:hang"));
        var asked = await Upstream.NextRequestAsync();

        Clock.Advance(RequestTimeout);

        using var response = await asking;
        await response.ReadProblemAsync(504);
        await asked.Aborted.InTimeAsync();
    }

    [Test]
    public async Task Request_WhoseBodyNeverEnds_Is504()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Service.Address.Host, Service.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /complete HTTP/1.1\r\nHost: miner\r\nX-API-Key: {MinerFactory.Key}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));
        await Clock.TimerAsync(RequestTimeout);

        Clock.Advance(RequestTimeout);

        var buffer = new byte[64];
        Assert.That(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)), Does.StartWith("HTTP/1.1 504 "));
    }
}
