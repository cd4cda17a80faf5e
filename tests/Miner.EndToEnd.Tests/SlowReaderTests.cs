using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Miner.EndToEnd.Tests;

/// <summary>
/// Whoever asks without a key and does not read what comes: it costs a piece of memory, not the whole answer, however much is asked for on
/// one connection, and not for long.
/// </summary>
[TestFixture]
internal sealed class SlowReaderTests : MinerProcessFixture
{
    private const int Readers = 200;

    /// <summary>Of all readers' connections; the smallest script has 1.1 MB, and at most 64 are being sent at once.</summary>
    private const long MaxBytesPerReader = 200 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [TestCase("/docs/swagger-ui-bundle.js", 3)]
    [TestCase("/redoc/redoc.standalone.js", 1)]
    [TestCase("/openapi.json", 30)]
    [TestCase("/health", 100)]
    public async Task Readers_WhoDoNotRead_CostLittleAndAreCutOff(string path, int pipelined)
    {
        await using var miner = StartMiner();
        using var client = await miner.ConnectAsync();
        await client.GetByteArrayAsync(path);
        var (memory, sockets) = (await miner.MemoryAsync(), Sockets(miner));
        var readers = new List<Socket>();
        try
        {
            for (var index = 0; index < Readers; index++) readers.Add(await AskAsync(client.BaseAddress!, path, pipelined));

            var waited = Stopwatch.StartNew();
            var most = 0L;
            do
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500));
                most = Math.Max(most, await miner.MemoryAsync() - memory);
            }
            while (Sockets(miner) > sockets && waited.Elapsed < Longest);

            TestContext.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {most / 1024 / Readers} KiB a reader, the last cut off after {waited.Elapsed.TotalSeconds:F0} s"));
            Assert.That(most, Is.LessThan(Readers * MaxBytesPerReader));
            Assert.That(Sockets(miner), Is.LessThanOrEqualTo(sockets));
            using var answer = await client.GetAsync(new Uri("/docs/swagger-ui.css", UriKind.Relative));
            Assert.That(answer.IsSuccessStatusCode);
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private static int Sockets(MinerProcess miner) =>
        miner.OpenFiles().Count(file => file.StartsWith("socket:", StringComparison.Ordinal));

    private static async Task<Socket> AskAsync(Uri miner, string path, int pipelined)
    {
        var reader = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2_048 };
        await reader.ConnectAsync(miner.Host, miner.Port);
        var request = $"GET {path} HTTP/1.1\r\nHost: {miner.Authority}\r\n\r\n";
        await reader.SendAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(request, pipelined))));
        return reader;
    }
}
