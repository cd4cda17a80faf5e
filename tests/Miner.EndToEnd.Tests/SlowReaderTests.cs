using System.Net.Sockets;
using System.Text;

namespace Miner.EndToEnd.Tests;

/// <summary>Whoever asks for the documentation's scripts and does not read them keeps a piece of them in memory, not all.</summary>
[TestFixture]
internal sealed class SlowReaderTests : MinerProcessFixture
{
    private const int Readers = 200;

    /// <summary>The server's own buffers take about 180 KiB a connection; the smallest script has 1.1 MB.</summary>
    private const long MaxBytesPerReader = 400 * 1024;

    [TestCase("/docs/swagger-ui-bundle.js")]
    [TestCase("/redoc/redoc.standalone.js")]
    public async Task Memory_WhileManyDoNotReadAScript_IsBoundedByBuffers(string path)
    {
        await using var miner = StartMiner();
        using var client = await miner.ConnectAsync();
        await client.GetByteArrayAsync(path);
        var before = await miner.MemoryAsync();
        var readers = new List<Socket>();
        try
        {
            for (var index = 0; index < Readers; index++) readers.Add(await AskAsync(client.BaseAddress!, path));
            foreach (var reader in readers) Assert.That(await reader.ReceiveAsync(new byte[1]), Is.EqualTo(1));
            var taken = await miner.MemoryAsync() - before;
            TestContext.Out.WriteLine($"{path}: {taken / 1024 / Readers} KiB a reader");
            Assert.That(taken, Is.LessThan(Readers * MaxBytesPerReader));
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private static async Task<Socket> AskAsync(Uri miner, string path)
    {
        var reader = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2_048 };
        await reader.ConnectAsync(miner.Host, miner.Port);
        await reader.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {miner.Authority}\r\n\r\n"));
        return reader;
    }
}
