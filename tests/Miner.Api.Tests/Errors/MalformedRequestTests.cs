using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Miner.Api.Errors;

namespace Miner.Api.Tests.Errors;

/// <summary>Requests that no HTTP client sends.</summary>
[TestFixture]
internal sealed class MalformedRequestTests : SharedMinerFixture
{
    [TestCase("zz\r\n")]
    [TestCase("-5\r\n")]
    [TestCase("FFFFFFFFFFFFFFFFF\r\n")]
    [TestCase("2\r\n{}zz\r\n")]
    public async Task Complete_WhenTheChunksAreBroken_IsABadRequest(string body)
    {
        var answer = await SendAsync(
            $"POST /complete HTTP/1.1\r\nHost: x\r\nX-API-Key: {MinerFactory.Key}\r\nTransfer-Encoding: chunked\r\n"
                + $"Connection: close\r\n\r\n{body}"
        );

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").And.Contain("application/problem+json").And.Contain("well-formed"));
    }

    [TestCase("Content-Length: 100\r\n\r\n{")]
    [TestCase("Content-Length: 100\r\n\r\n")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\n64\r\n{")]
    public async Task Complete_WhenTheCallerResetsTheConnection_IsNoMistakeOfOurs(string rest)
    {
        await using var miner = await MinerFactory.StartAsync();
        using var client = miner.CreateKeyedClient();
        using (var connection = new TcpClient { LingerState = new LingerOption(enable: true, seconds: 0) })
        {
            await connection.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /complete HTTP/1.1\r\nHost: x\r\nX-API-Key: {MinerFactory.Key}\r\nExpect: 100-continue\r\n{rest}"));
            // The miner says so once it reads the body.
            await connection.GetStream().ReadExactlyAsync(new byte["HTTP/1.1 100".Length]);
        }

        var failures = (await FailuresAsync(client))["failures_by_reason"]!.AsObject();

        // Kestrel sees either the reset, or the end of a body that should be longer.
        Assert.That(failures.Single().Key, Is.AnyOf("abandoned", "invalid_request"));
        Assert.That(miner.Log.Lines, Has.None.StartsWith("Error"));
    }

    [TestCase(400)]
    [TestCase(408)]
    [TestCase(404)]
    [TestCase(413)]
    [TestCase(418)]
    [TestCase(500)]
    public void Problem_OfAnyStatus_HasADetail(int status)
    {
        var problem = new ProblemDetails { Status = status };

        Problems.Complete(new ProblemDetailsContext { HttpContext = new DefaultHttpContext(), ProblemDetails = problem });

        Assert.That(problem.Detail, Is.Not.Empty);
    }

    /// <summary>What is counted of the first component, once it counts a failure.</summary>
    private static async Task<JsonNode> FailuresAsync(HttpClient client)
    {
        while (true)
        {
            var stats = JsonNode.Parse(await client.GetStringAsync(new Uri("/stats", UriKind.Relative)))!;
            if ((int)stats["failures"]! > 0) return stats["components"]![0]!;
        }
    }

    private async Task<string> SendAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(Service.Address.Host, Service.Address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync();
    }
}
