using Microsoft.Extensions.Logging.Abstractions;
using Miner.Api.Limits;
using Miner.Api.Security;
using Miner.Application.Telemetry;

namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class BodySizeLimitTests
{
    private const int Small = (int)BodySizeLimit.LargeBytes;

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
        _limit = new BodySizeLimit(WorkAsync, _log);
    }

    [TearDown]
    public void DisposeLimit()
    {
        _limit.Dispose();
        _log.Dispose();
        _metrics.Dispose();
    }

    [Test]
    public async Task LargeBody_WhileAsManyAsAllowedAreWorkedOn_WaitsForItsTurn([Values] bool chunked)
    {
        var others = FillAllTurns(chunked);
        var waiting = _limit.InvokeAsync(Request(Small + 1, chunked));
        Assert.That(_working, Has.Count.EqualTo(BodySizeLimit.MaxLargeBodies));

        _working[0].SetResult();
        await others[0];
        Assert.That(() => _working.Count, Is.EqualTo(BodySizeLimit.MaxLargeBodies + 1).After(10_000, 5));

        foreach (var work in _working.Skip(1)) work.SetResult();
        await Task.WhenAll([waiting, .. others]);
    }

    [Test]
    public void LargeBody_ThatFails_GivesItsTurnOn()
    {
        var others = FillAllTurns(chunked: false);
        foreach (var work in _working) work.SetException(new InvalidDataException());
        foreach (var other in others) Assert.That(async () => await other, Throws.TypeOf<InvalidDataException>());

        _working.Clear();
        FillAllTurns(chunked: false);

        Assert.That(_working, Has.Count.EqualTo(BodySizeLimit.MaxLargeBodies));
    }

    [Test]
    public void SmallBody_WhileLargeOnesWait_IsWorkedOnAtOnce([Values] bool chunked)
    {
        FillAllTurns(chunked);
        _ = _limit.InvokeAsync(Request(Small + 1, chunked));

        _ = _limit.InvokeAsync(Request(Small, chunked));

        Assert.That(_working, Has.Count.EqualTo(BodySizeLimit.MaxLargeBodies + 1));
    }

    [Test]
    public async Task LargeBody_WhoseRequestIsGivenUp_WaitsNoLonger()
    {
        FillAllTurns(chunked: false);
        using var aborted = new CancellationTokenSource();
        var request = Request(Small + 1, chunked: false);
        request.RequestAborted = aborted.Token;
        var waiting = _limit.InvokeAsync(request);

        await aborted.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    private List<Task> FillAllTurns(bool chunked) =>
        [.. Enumerable.Range(0, BodySizeLimit.MaxLargeBodies).Select(_ => _limit.InvokeAsync(Request(Small + 1, chunked)))];

    private static DefaultHttpContext Request(int bytes, bool chunked)
    {
        var context = new DefaultHttpContext();
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
}
