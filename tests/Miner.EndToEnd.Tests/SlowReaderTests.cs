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
    private const int Readers = 1_000;

    /// <summary>Who has all answers in the system's buffers is idle, and goes after the 65 s of a connection that is kept alive.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    /// <param name="pipelined">How many requests each reader sends at once.</param>
    /// <param name="mostKiB">
    /// What a reader may cost. The smallest script has 1.1 MB, and at most 64 files are being sent at once; an answer of /health is made
    /// of objects, 20,000 of which are garbage that is not collected before there is more of it than the collector's budget.
    /// </param>
    [TestCase("/docs/swagger-ui-bundle.js", 3, 100)]
    [TestCase("/redoc/redoc.standalone.js", 1, 100)]
    [TestCase("/openapi.json", 30, 100)]
    [TestCase("/health", 20, 200)]
    public async Task Readers_WhoDoNotRead_CostLittleAndAreCutOff(string path, int pipelined, int mostKiB)
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
            var used = 0L;
            do
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500));
                used = Math.Max(used, await miner.MemoryAsync() - memory);
            }
            while (Sockets(miner) > sockets && waited.Elapsed < Longest);

            TestContext.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {used / 1024 / Readers} KiB a reader, the last cut off after {waited.Elapsed.TotalSeconds:F0} s"));
            Assert.That(used / 1024 / Readers, Is.LessThan(mostKiB));
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
