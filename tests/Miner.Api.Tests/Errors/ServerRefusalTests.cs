using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Errors;

/// <summary>What the server refuses before any of the miner's code sees it has a problem body like all else.</summary>
[TestFixture]
internal sealed class ServerRefusalTests : SharedMinerFixture
{
    private static readonly string Long = new('a', 40_000);

    private static IEnumerable<TestCaseData> Refused =>
    [
        new TestCaseData("GARBAGE\r\n\r\n", 400).SetArgDisplayNames("no request"),
        new TestCaseData("GET /health HTTP/1.1\r\n\r\n", 400).SetArgDisplayNames("no host"),
        new TestCaseData("GET /health HTTP/1.1\r\nHost: a b\r\n\r\n", 400).SetArgDisplayNames("no such host"),
        new TestCaseData("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400).SetArgDisplayNames("a zero in the path"),
        new TestCaseData("POST /complete HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400)
            .SetArgDisplayNames("two lengths"),
        new TestCaseData("POST /complete HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 400).SetArgDisplayNames("another coding"),
        new TestCaseData($"GET /{Long} HTTP/1.1\r\nHost: x\r\n\r\n", 414).SetArgDisplayNames("a long address"),
        new TestCaseData($"GET / HTTP/1.1\r\nHost: x\r\nA: {Long}\r\n\r\n", 431).SetArgDisplayNames("a long header"),
        new TestCaseData("GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505).SetArgDisplayNames("another version"),
    ];

    [TestCaseSource(nameof(Refused))]
    public async Task Request_ThatTheServerRefuses_GetsAProblem(string request, int status)
    {
        var (head, body) = await SendAsync(request);

        Assert.That(head, Does.StartWith($"HTTP/1.1 {status} "));
        Assert.That(head, Does.Contain("\r\nContent-Type: application/problem+json\r\n").And.Contain("\r\nConnection: close"));
        Assert.That(head, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"\r\nContent-Length: {body.Length}\r\n")));
        var problem = JsonNode.Parse(body)!;
        Assert.That((int)problem["status"]!, Is.EqualTo(status));
        Assert.That(problem["trace_id"]!.ToString(), Has.Length.EqualTo(32));
        Assert.That(problem["detail"]!.ToString(), Is.Not.Empty.And.Not.Contain("not answered"));
    }

    [Test]
    public async Task Request_AfterOthersOnItsConnection_GetsAProblemAsWell()
    {
        var (head, body) = await SendAsync("GET /health HTTP/1.1\r\nHost: x\r\n\r\nGARBAGE\r\n\r\n");

        Assert.That(head, Does.StartWith("HTTP/1.1 200 "));
        Assert.That(body, Does.Contain("HTTP/1.1 400 ").And.Contain("application/problem+json").And.EndWith("}"));
    }

    private async Task<(string Head, string Body)> SendAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(Service.Address.Host, Service.Address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = await reader.ReadToEndAsync();
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (answer[..(end + 2)], answer[(end + 4)..]);
    }
}
