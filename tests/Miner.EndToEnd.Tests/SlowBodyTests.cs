using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace Miner.EndToEnd.Tests;

/// <summary>Large bodies that trickle in, with a right key: they keep nobody waiting, and are cut off.</summary>
[TestFixture]
internal sealed class SlowBodyTests : MinerProcessFixture
{
    private const int Slow = 8;
    private const int BytesASecond = 300;

    private static readonly TimeSpan LongestForOthers = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestForSlow = TimeSpan.FromSeconds(30);

    [TestCase(2_000_000)]
    [TestCase(10_000_000)]
    public async Task Bodies_ThatTrickleIn_KeepNobodyWaitingAndAreCutOff(int bytes)
    {
        await using var miner = StartMiner();
        using var client = await miner.ConnectAsync();
        using (await client.PostAsJsonAsync("/complete", Body("warm"))) { }

        var slow = Enumerable.Range(0, Slow).Select(_ => TrickleAsync(client.BaseAddress!, bytes)).ToList();
        var waited = Stopwatch.StartNew();
        using var answer = await client.PostAsJsonAsync("/complete", Body(new string('x', 2_000_000)));
        var other = waited.Elapsed;
        var answers = await Task.WhenAll(slow);

        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Slow} of {bytes} bytes: the other waited {other.TotalSeconds:F1} s, the slow {waited.Elapsed.TotalSeconds:F0} s"));
        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That(other, Is.LessThan(LongestForOthers));
        Assert.That(answers, Has.All.StartsWith("HTTP/1.1 408 "));
        Assert.That(waited.Elapsed, Is.LessThan(LongestForSlow));
    }

    private static object Body(string ignored) =>
        new { Cid = "c", Task = "Answer the question", Input = new[] { new { user_query = "What is 6*7?" } }, Ignored = ignored };

    private static async Task<string> TrickleAsync(Uri miner, int bytes)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(miner.Host, miner.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /complete HTTP/1.1\r\nHost: {miner.Authority}\r\nX-API-Key: {Key}\r\nContent-Length: {bytes}\r\n\r\n{{\"cid\":\""));
        var buffer = new byte[64];
        var answer = socket.ReceiveAsync(buffer);
        var piece = Enumerable.Repeat((byte)'x', BytesASecond).ToArray();
        while (!answer.IsCompleted)
        {
            await socket.SendAsync(piece);
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        return Encoding.ASCII.GetString(buffer, 0, await answer);
    }
}
