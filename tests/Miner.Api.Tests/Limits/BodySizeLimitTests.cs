using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Miner.Api.Limits;
using Miner.Api.Security;
using Miner.Application.Telemetry;
using MinDataRate = Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate;

namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class BodySizeLimitTests
{
    private const int Small = (int)BodySizeLimit.LargeBytes;
    private const int Largest = (int)BodySizeLimit.MaxBytes;
    private const int MostLargest = (int)(BodyBudget.CallerBytes / BodySizeLimit.MaxBytes);

    private readonly FakeTimeProvider _time = new();
    private readonly List<TaskCompletionSource> _working = [];
    private MinerMetrics _metrics = null!;
    private SecurityLog _log = null!;
    private BodySizeLimit _limit = null!;

    [SetUp]
    public void CreateLimit()
    {
        _working.Clear();
        _metrics = new MinerMetrics();
        _log = new SecurityLog(NullLoggerFactory.Instance, _metrics, TimeProvider.System);
        _limit = new BodySizeLimit(WorkAsync, _log, _time);
    }

    [TearDown]
    public void DisposeLog()
    {
        _log.Dispose();
        _metrics.Dispose();
    }

    [Test]
    public async Task Body_BeyondWhatItsCallerMayHold_WaitsForItsShare([Values] bool chunked)
    {
        var others = Fill(chunked);
        var waiting = _limit.InvokeAsync(Request(Largest, chunked));
        Assert.That(_working, Has.Count.EqualTo(MostLargest));

        _working[0].SetResult();
        await others[0];
        Assert.That(() => _working.Count, Is.EqualTo(MostLargest + 1).After(10_000, 5));

        foreach (var work in _working.Skip(1)) work.SetResult();
        await Task.WhenAll([waiting, .. others]);
    }

    [Test]
    public void Body_ThatFails_GivesItsShareBack()
    {
        var others = Fill(chunked: false);
        foreach (var work in _working) work.SetException(new InvalidDataException());
        foreach (var other in others) Assert.That(async () => await other, Throws.TypeOf<InvalidDataException>());

        _working.Clear();
        Fill(chunked: false);

        Assert.That(_working, Has.Count.EqualTo(MostLargest));
    }

    [Test]
    public void Body_OfAnotherCaller_IsWorkedOnAtOnce([Values] bool chunked)
    {
        Fill(chunked);
        _ = _limit.InvokeAsync(Request(Largest, chunked));

        _ = _limit.InvokeAsync(Request(Largest, chunked, address: "192.0.2.2"));

        Assert.That(_working, Has.Count.EqualTo(MostLargest + 1));
    }

    [Test]
    public void Body_ThatWasReadAndIsSmall_HoldsItsOwnBytesOnly()
    {
        for (var index = 0; index < 1_000; index++) _ = _limit.InvokeAsync(Request(1_000, chunked: true));

        Assert.That(_working, Has.Count.EqualTo(1_000));
    }

    [Test]
    public async Task Body_WhoseRequestIsGivenUp_WaitsNoLonger()
    {
        Fill(chunked: false);
        using var aborted = new CancellationTokenSource();
        var request = Request(Largest, chunked: false);
        request.RequestAborted = aborted.Token;
        var waiting = _limit.InvokeAsync(request);

        await aborted.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(Small, true, 408)]
    [TestCase(Small, false, null)]
    [TestCase(Small / 2, true, null)]
    public async Task Body_ThatComesSlowly_Is408OnceItIsLarge(int bytesBefore, bool isSlow, int? status)
    {
        var slow = new PacedBody(bytesBefore + 10, () => _time.Advance(TimeSpan.FromSeconds(isSlow ? 60 : 1)));
        var request = Request(slow.Size, chunked: true);
        request.Request.Body = slow;

        var answer = _limit.InvokeAsync(request);

        if (status is null)
        {
            Assert.That(_working, Has.Count.EqualTo(1));
            _working[0].SetResult();
            await answer;
            return;
        }

        Assert.That(
            async () => await answer,
            Throws.InstanceOf<BadHttpRequestException>().With.Property(nameof(BadHttpRequestException.StatusCode)).EqualTo(status));
    }

    [TestCase(Small + 1, false, 65_536)]
    [TestCase(Small, true, 4_096)]
    [TestCase(Small, false, null)]
    public void Body_ThatIsOrMayBeLarge_HasTheServerAskForARate(int bytes, bool chunked, double? bytesPerSecond)
    {
        var request = Request(bytes, chunked);
        var rate = new RateFeature();
        request.Features.Set<IHttpMinRequestBodyDataRateFeature>(rate);

        _ = _limit.InvokeAsync(request);

        Assert.That(rate.MinDataRate?.BytesPerSecond, Is.EqualTo(bytesPerSecond));
    }

    private List<Task> Fill(bool chunked) =>
        [.. Enumerable.Range(0, MostLargest).Select(_ => _limit.InvokeAsync(Request(Largest, chunked)))];

    private static DefaultHttpContext Request(int bytes, bool chunked, string address = "192.0.2.1")
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(address);
        context.Request.Body = new MemoryStream(new byte[bytes]);
        context.Request.ContentLength = chunked ? null : bytes;
        return context;
    }

    /// <summary>Reads the whole body and then works until told to end.</summary>
    private async Task WorkAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        var work = new TaskCompletionSource();
        _working.Add(work);
        await work.Task;
    }

    private sealed class RateFeature : IHttpMinRequestBodyDataRateFeature
    {
        public MinDataRate? MinDataRate { get; set; }
    }

    /// <summary>A body before whose last byte time passes.</summary>
    private sealed class PacedBody(int size, Action pause) : MemoryStream(new byte[size])
    {
        public int Size => size;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position + buffer.Length >= size && Position < size) pause();
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
