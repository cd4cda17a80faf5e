using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Testing;

namespace Miner.Application.Tests.Telemetry;

[TestFixture]
internal sealed class StorageLogTests
{
    private readonly FakeTimeProvider _time = new();
    private LogCollector _lines = null!;
    private ILoggerFactory _loggers = null!;

    [SetUp]
    public void MakeLog()
    {
        _lines = new LogCollector();
        _loggers = LoggerFactory.Create(logging => logging.AddProvider(_lines));
    }

    [TearDown]
    public void DisposeOfLog()
    {
        _loggers.Dispose();
        _lines.Dispose();
    }

    [Test]
    public void Faults_OfAFullDiskUnderLoad_AreOneLineOfEachKindAndItsNumber()
    {
        using var log = new StorageLog(_loggers, _time);
        for (var request = 0; request < 400; request++)
        {
            log.TransactionFailed(new IOException("The disk is full."), changes: 1);
            log.WriteFailed(Failure("The disk is full."));
        }

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_lines.Lines.Select(line => line.EventId), Is.EqualTo(new[] { 3000, 1002, 1011, 1011 }));
        Assert.That(_lines.Lines.Skip(2).Select(line => line.Text), Has.All.StartsWith("399 more"));
        Assert.That(_lines.Lines.Select(line => line.Level), Has.All.EqualTo(LogLevel.Error));
    }

    [Test]
    public void Faults_OfAnotherReason_AreToldWithinTheSameMinute()
    {
        using var log = new StorageLog(_loggers, _time);
        log.ReadFailed(Failure("locked"));
        log.ReadFailed(Failure("damaged"));
        log.CountFailed(Failure("locked"));
        log.ReadFailed(Failure("locked"));

        Assert.That(_lines.Lines.Select(line => line.EventId), Is.EqualTo(new[] { 1001, 1001, 1010 }));
    }

    [Test]
    public void PairLost_ManyTimes_IsOneLine()
    {
        using (var log = new StorageLog(_loggers, _time))
            for (var pair = 0; pair < 3; pair++) log.PairLost();

        Assert.That(_lines.Lines.Select(line => line.EventId), Is.EqualTo(new[] { 1003, 1011 }), "the rest at the end");
    }

    private static StorageException Failure(string message) => new(message, innerException: null);
}
