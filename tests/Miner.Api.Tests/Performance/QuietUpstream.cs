using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Miner.Api.Tests.Performance;

/// <summary>A model server that answers all alike and allocates nothing for it, so that what is counted is the miner's.</summary>
internal sealed class QuietUpstream : IDisposable
{
    private const string Completion = """
        {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"quiet-model","choices":[{"index":0,"finish_reason":"stop",
        "message":{"role":"assistant","content":"{\"immediate_response\": \"The answer is 42.\", \"notebook\": \"no update\"}"}}],
        "usage":{"prompt_tokens":50,"completion_tokens":20,"total_tokens":70}}
        """;

    private static readonly byte[] Answer = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Completion.Length}\r\n\r\n{Completion}");

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public QuietUpstream()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Start(Accept);
    }

    public string BaseUrl => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/v1";

    public void Dispose() => _listener.Dispose();

    private static void Start(Action work) => new Thread(() =>
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    })
    { IsBackground = true }.Start();

    private void Accept()
    {
        while (true)
        {
            var connection = _listener.Accept();
            Start(() => Serve(connection));
        }
    }

    /// <summary>Each request is answered once all of it is there; nobody sends a second before.</summary>
    private static void Serve(Socket connection)
    {
        using (connection)
        {
            var buffer = new byte[64 * 1024];
            var length = 0;
            while (connection.Receive(buffer.AsSpan(length)) is > 0 and var received)
            {
                length += received;
                if (!IsWhole(buffer.AsSpan(0, length))) continue;
                connection.Send(Answer);
                length = 0;
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> request)
    {
        var end = request.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var named = request.IndexOf("Content-Length: "u8) + "Content-Length: "u8.Length;
        var digits = request[named..];
        return request.Length - end - 4 >= int.Parse(digits[..digits.IndexOf((byte)'\r')], provider: null);
    }
}
