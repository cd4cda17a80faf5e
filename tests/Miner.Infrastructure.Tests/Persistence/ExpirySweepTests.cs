using Microsoft.Extensions.Logging.Abstractions;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence;
using Miner.Testing;
using Moq;

namespace Miner.Infrastructure.Tests.Persistence;

internal sealed class ExpirySweepTests
{
    private readonly Mock<IConversationRepository> _conversations = new();
    private readonly DrivenClock _time = new();
    private readonly SemaphoreSlim _swept = new(0);
    private ExpirySweep _sweep = null!;

    private static CancellationToken Token => TestContext.CurrentContext.CancellationToken;

    [SetUp]
    public async Task StartAsync()
    {
        _conversations.Reset();
        _sweep = new ExpirySweep(_conversations.Object, _time, NullLogger<ExpirySweep>.Instance);
        await _sweep.StartAsync(Token);
        await _time.TimerAsync(ExpirySweep.FirstRun);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _sweep.StopAsync(Token);
        _sweep.Dispose();
    }

    [OneTimeTearDown]
    public void DisposeSignal() => _swept.Dispose();

    [Test, CancelAfter(120_000)]
    public async Task Sweep_WhenStarted_RunsSoonAndThenEveryHour()
    {
        Answer(() => Task.FromResult(new ExpiredHistory(1, 1)));

        _time.Advance(ExpirySweep.FirstRun - TimeSpan.FromSeconds(1));
        Assert.That(_conversations.Invocations, Is.Empty);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _swept.WaitAsync(Token);
        _time.Advance(ExpirySweep.Interval - TimeSpan.FromSeconds(1));
        Assert.That(_conversations.Invocations, Has.Count.EqualTo(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        await _swept.WaitAsync(Token);

        Assert.That(_conversations.Invocations, Has.Count.EqualTo(2));
    }

    [Test, CancelAfter(120_000)]
    public async Task Sweep_WhenOneFails_RunsTheNext()
    {
        Answer(() => throw new StorageException("The disk failed.", new IOException()));

        _time.Advance(ExpirySweep.FirstRun);
        await _swept.WaitAsync(Token);
        _time.Advance(ExpirySweep.Interval);
        await _swept.WaitAsync(Token);

        Assert.That(_sweep.ExecuteTask!.IsCompleted, Is.False);
    }

    private void Answer(Func<Task<ExpiredHistory>> answer) =>
        _conversations.Setup(conversations => conversations.RemoveExpiredAsync(It.IsAny<CancellationToken>())).Returns(() =>
        {
            _swept.Release();
            return answer();
        });
}
