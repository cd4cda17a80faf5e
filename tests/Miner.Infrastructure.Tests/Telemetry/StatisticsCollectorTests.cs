using Microsoft.Extensions.Time.Testing;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Sqlite;
using Miner.Infrastructure.Telemetry;
using Moq;

namespace Miner.Infrastructure.Tests.Telemetry;

/// <summary>What HTTP cannot show of <c>/stats</c>: many at once, and what it costs to keep.</summary>
internal sealed class StatisticsCollectorTests
{
    private readonly FakeTimeProvider _time = new();
    private MinerMetrics _metrics = null!;
    private SqliteDatabase _database = null!;
    private StatisticsCollector _collector = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _metrics = new MinerMetrics();
        _database = new SqliteDatabase(new StorageOptions { SqlitePath = "./no-such-folder/miner.db" });
        _collector = new StatisticsCollector(_metrics, [], [], _database, Mock.Of<IStorageStatus>(), _time);
        await _collector.StartAsync(CancellationToken.None);
    }

    [TearDown]
    public void Stop()
    {
        _collector.Dispose();
        _database.Dispose();
        _metrics.Dispose();
    }

    [Test]
    public async Task Read_WhileManyRecord_LosesNothing()
    {
        var recorders = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                Record(ComponentNames.Complete);
                _metrics.Count(SecurityEvent.RateLimited);
                _metrics.TokenUsage.Record(3);
                _metrics.ModelSamples.Add(2);
                if (i % 100 == 0) _collector.Read();
            }
        }));
        await Task.WhenAll(recorders);

        var read = _collector.Read();

        Assert.That((read.Successes, read.Security.RateLimited, read.Tokens, read.Samples), Is.EqualTo((8_000, 8_000, 24_000, 16_000)));
    }

    [Test]
    public void Record_OverADay_TakesNoMoreMemory()
    {
        foreach (var component in ComponentNames.All) Record(component);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var minute = 0; minute < 24 * 60; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            foreach (var component in ComponentNames.All) Record(component);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(allocated, Is.LessThan(2_000_000), "the ring is as large as it was; the rest is the test's own clock and tags");
        Assert.That(_collector.Read().Minutes, Has.Count.EqualTo(60));
    }

    [Test]
    public void Record_OfAComponentThatIsUnknown_IsLeftOut()
    {
        Record("no such component");

        Assert.That(_collector.Read().Successes, Is.Zero);
    }

    [Test]
    public void Read_WithoutADatabaseFile_HasNoSize() => Assert.That(_collector.Read().StorageBytes, Is.Null);

    [Test]
    public void Record_AfterTheCollectorIsGone_IsHarmless()
    {
        _collector.Dispose();

        Assert.That(() => Record(ComponentNames.Complete), Throws.Nothing);
    }

    private void Record(string component) =>
        _metrics.ComponentDuration.Record(0.1, new KeyValuePair<string, object?>(MetricTags.Component, component));
}
