using System.Net.Sockets;
using System.Text;

namespace Miner.Api.Tests.Performance;

/// <summary>Asks <c>/complete</c> over one connection and allocates nothing for it.</summary>
internal sealed class QuietCaller : IDisposable
{
    private readonly Socket _connection = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000 };
    private readonly byte[] _request;
    private readonly byte[] _answer = new byte[64 * 1024];

    public QuietCaller(Uri address)
    {
        const string body = """{"cid":"quiet","task":"Answer the question","input":[{"user_query":"What is 6*7?"}]}""";
        _request = Encoding.ASCII.GetBytes(
            $"POST /complete HTTP/1.1\r\nHost: {address.Authority}\r\nX-API-Key: {MinerFactory.Key}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        _connection.Connect(address.Host, address.Port);
    }

    /// <summary>Asks once and reads the whole answer, which must be a 200.</summary>
    public void Ask()
    {
        _connection.Send(_request);
        var length = 0;
        while (!_answer.AsSpan(0, length).EndsWith("\r\n0\r\n\r\n"u8))
        {
            var received = _connection.Receive(_answer.AsSpan(length));
            if (received == 0) throw new IOException("The miner hung up.");
            length += received;
        }

        if (!_answer.AsSpan().StartsWith("HTTP/1.1 200 "u8)) throw new IOException(Encoding.UTF8.GetString(_answer, 0, length));
    }

    public void Dispose() => _connection.Dispose();
}
