using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Miner.Testing;

/// <summary>
/// Stands between a program and its server, as an address that may move to another one, and loses an answer where a test asks for it.
/// </summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stopping = new();
    private CancellationTokenSource _moving = new();
    private int _target;
    private Task _accepting = Task.CompletedTask;
    private byte[]? _trigger;
    private int _cuts;

    private CuttingProxy(int target) => _target = target;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long each answer is kept back.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How many connections it has cut.</summary>
    public int Cuts => _cuts;

    public static CuttingProxy To(int port)
    {
        var proxy = new CuttingProxy(port);
        proxy._listener.Start();
        proxy._accepting = proxy.AcceptAsync();
        return proxy;
    }

    /// <summary>
    /// The next time that <paramref name="text"/> goes to the server, the server gets all of it and does as it is told, and its answer is
    /// lost with the connection.
    /// </summary>
    public void CutNextAnswerWith(string text) => Volatile.Write(ref _trigger, Encoding.UTF8.GetBytes(text));

    /// <summary>Sends whoever connects from now on to another port of the loopback; connections that there are end.</summary>
    public async Task MoveAsync(int target)
    {
        Volatile.Write(ref _target, target);
        using var moved = Interlocked.Exchange(ref _moving, new CancellationTokenSource());
        await moved.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
        _moving.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, Volatile.Read(ref _moving).Token);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, Volatile.Read(ref _target), ended.Token);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // Nobody is there: whoever has connected finds the connection closed.
            return;
        }

        var isCut = false;
        await Task.WhenAny(
            PumpAsync(near.GetStream(), far.GetStream(), sent =>
            {
                if (Volatile.Read(ref _trigger) is not { } trigger || sent.IndexOf(trigger) < 0) return true;
                Volatile.Write(ref _trigger, null);
                Volatile.Write(ref isCut, true);
                return true;
            }),
            PumpAsync(far.GetStream(), near.GetStream(), _ =>
            {
                if (!Volatile.Read(ref isCut)) return true;
                Interlocked.Increment(ref _cuts);
                return false;
            }));
        await ended.CancelAsync();

        async Task PumpAsync(NetworkStream from, NetworkStream to, PassesOn passesOn)
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (await from.ReadAsync(buffer, ended.Token) is > 0 and var count && passesOn(buffer.AsSpan(0, count)))
                {
                    if (from != near.GetStream() && Latency > TimeSpan.Zero) await Task.Delay(Latency, ended.Token);
                    await to.WriteAsync(buffer.AsMemory(0, count), ended.Token);
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // One side has ended, and with it the other.
            }
        }
    }

    private delegate bool PassesOn(ReadOnlySpan<byte> data);
}
