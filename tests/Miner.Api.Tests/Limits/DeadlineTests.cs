using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class DeadlineTests
{
    [Test]
    public async Task Request_WhoseModelHangs_Is504AndTheCallIsAbandoned()
    {
        var time = new FakeTimeProvider();
        await using var miner = await MinerFactory.StartAsync(services: services => services.AddSingleton<TimeProvider>(time));
        using var client = miner.CreateKeyedClient();

        var asking = client.PostAsync("/complete", Requests.Body("c", "FAULT:hang"));
        while (!asking.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(asking, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }

        using var response = await asking;
        await response.ReadProblemAsync(504);
        Assert.That(miner.Upstream.Requests, Is.Not.Empty);
        foreach (var request in miner.Upstream.Requests) await request.Aborted.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task Request_WhoseBodyNeverEnds_Is504()
    {
        var time = new FakeTimeProvider();
        await using var miner = await MinerFactory.StartAsync(services: services => services.AddSingleton<TimeProvider>(time));
        using var client = miner.CreateClient();
        using var socket = new TcpClient();
        await socket.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /complete HTTP/1.1\r\nHost: miner\r\nX-API-Key: {MinerFactory.Key}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"
            ));

        var buffer = new byte[64];
        var reading = stream.ReadAsync(buffer).AsTask();
        while (!reading.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }

        Assert.That(Encoding.ASCII.GetString(buffer, 0, await reading), Does.StartWith("HTTP/1.1 504 "));
    }
}
