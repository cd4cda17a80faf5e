using System.Net.Sockets;
using System.Text;

namespace Miner.Api.Tests.Status;

[TestFixture]
internal sealed class HeadTests
{
    [TestCase("/", 200)]
    [TestCase("/health", 200)]
    [TestCase("/stats", 401)]
    [TestCase("/nothing-here", 404)]
    [TestCase("/complete", 405)]
    public async Task Head_OfAPath_IsGetWithoutABody(string path, int status)
    {
        await using var miner = await MinerFactory.StartAsync();
        using var client = miner.CreateClient();
        using var connection = new TcpClient();
        await connection.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));

        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        var answer = await reader.ReadToEndAsync();

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} ").And.EndsWith("\r\n\r\n"));
    }
}
