using Microsoft.Extensions.Logging;
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
    private LogCollector _log = null!;
    private ILoggerFactory _loggers = null!;

    private static CancellationToken Token => TestContext.CurrentContext.CancellationToken;

    [SetUp]
    public async Task StartAsync()
    {
        _conversations.Reset();
        _log = new LogCollector();
        _loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        _sweep = new ExpirySweep(_conversations.Object, _time, _loggers.CreateLogger<ExpirySweep>());
        await _sweep.StartAsync(Token);
        await _time.TimerAsync(ExpirySweep.FirstRun);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _sweep.StopAsync(Token);
        _sweep.Dispose();
        _loggers.Dispose();
        _log.Dispose();
    }

    [OneTimeTearDown]
    public void DisposeSignal() => _swept.Dispose();

    [Test, CancelAfter(120_000)]
    public async Task Sweep_WhenStarted_RunsSoonAndThenEveryHour()
    {
        Answer(() => Task.FromResult(new ExpiredHistory(12, 3)));

        _time.Advance(ExpirySweep.FirstRun - TimeSpan.FromSeconds(1));
        Assert.That(_conversations.Invocations, Is.Empty);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _swept.WaitAsync(Token);
        _time.Advance(ExpirySweep.Interval - TimeSpan.FromSeconds(1));
        Assert.That(_conversations.Invocations, Has.Count.EqualTo(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        await _swept.WaitAsync(Token);

        Assert.That(_conversations.Invocations, Has.Count.EqualTo(2));
        Assert.That(_log.Lines[0].Text, Is.EqualTo("Removed 12 messages past their days and 3 conversations left empty"));
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
        Assert.That(_log.Lines[0], Has.Property("EventId").EqualTo(3021).And.Property("Level").EqualTo(LogLevel.Error));
    }

    [Test, CancelAfter(120_000)]
    public async Task Sweep_WhenTheHostEndsBetweenTwo_EndsWithoutAFault()
    {
        Answer(() => Task.FromResult(new ExpiredHistory(0, 0)));
        _time.Advance(ExpirySweep.FirstRun);
        await _swept.WaitAsync(Token);

        await _sweep.StopAsync(Token);

        Assert.That(_sweep.ExecuteTask!.IsCompletedSuccessfully, Is.True);
    }

    private void Answer(Func<Task<ExpiredHistory>> answer) =>
        _conversations.Setup(conversations => conversations.RemoveExpiredAsync(It.IsAny<CancellationToken>())).Returns(() =>
        {
            _swept.Release();
            return answer();
        });
}
