using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Infrastructure.Llm;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Telemetry;

/// <summary>
/// Listens to the miner's instruments from the host's start on and keeps what <c>/stats</c> tells of them, in a quarter of a megabyte
/// however much happens. A measurement takes the lock for a few additions.
/// </summary>
internal sealed class StatisticsCollector(
    MinerMetrics metrics,
    IEnumerable<UpstreamHealth> upstreams,
    IEnumerable<UpstreamModel> models,
    IStorageSize storageSize,
    IStorageStatus storage,
    TimeProvider time)
    : IMinerStatistics, IHostedService, IDisposable
{
    private readonly Lock _lock = new();
    private readonly MeterListener _listener = new();
    private readonly long _started = time.GetTimestamp();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly Dictionary<string, ComponentCounts> _components = ComponentNames.All.ToDictionary(
        name => name,
        _ => new ComponentCounts());
    private readonly Dictionary<string, long> _security = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Upstream, string Event), long> _upstreamEvents = [];
    private readonly RecentCounts _successes = new();
    private long _tokens;
    private long _samples;
    private long _votes;
    private long _splitVotes;
    private double _cost;

    private delegate void Recorder<in T>(T value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, recorder) => ((Recorder<double>)recorder!)(value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, recorder) => ((Recorder<long>)recorder!)(value, tags));
        _listener.EnableMeasurementEvents(metrics.ComponentDuration, new Recorder<double>(RecordComponent));
        _listener.EnableMeasurementEvents(metrics.SecurityEvents, new Recorder<long>((count, tags) => Add(_security, tags, count)));
        _listener.EnableMeasurementEvents(metrics.UpstreamEvents, new Recorder<long>(AddUpstreamEvent));
        _listener.EnableMeasurementEvents(metrics.TokenUsage, new Recorder<long>((count, _) => Interlocked.Add(ref _tokens, count)));
        _listener.EnableMeasurementEvents(metrics.ModelSamples, new Recorder<long>((count, _) => Interlocked.Add(ref _samples, count)));
        _listener.EnableMeasurementEvents(metrics.Votes, new Recorder<long>(AddVotes));
        _listener.EnableMeasurementEvents(metrics.ModelCost, new Recorder<double>(AddCost));
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    public MinerStatistics Read()
    {
        var storageBytes = storageSize.SizeInBytes();
        lock (_lock)
        {
            var uptime = time.GetElapsedTime(_started);
            var minute = (long)uptime.TotalMinutes;
            List<ComponentStatistics> components = [.. _components.Select(pair => pair.Value.Read(pair.Key, minute))];
            var latency = new LatencyHistogram();
            foreach (var counts in _components.Values) counts.AddLatencyTo(latency);
            return new MinerStatistics(
                _startedAt,
                uptime,
                components,
                new RecentEdgesPerMinute(PerMinute(uptime, 1), PerMinute(uptime, 15), PerMinute(uptime, 60)),
                ComponentCounts.Percentiles(latency),
                Interlocked.Read(ref _tokens),
                _cost > 0 ? Math.Round(_cost, 6) : null,
                Interlocked.Read(ref _samples),
                new VoteStatistics(_votes, _splitVotes),
                [.. upstreams.Select(Upstream)],
                Security(),
                storageBytes,
                storage.Read(),
                Minutes(minute, time.GetUtcNow() - uptime));
        }
    }

    private void RecordComponent(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Tag(tags, MetricTags.Component) is not { } component || !_components.TryGetValue(component, out var counts)) return;
        var reason = Tag(tags, MetricTags.Error);
        lock (_lock)
        {
            var uptime = time.GetElapsedTime(_started);
            counts.Add((long)uptime.TotalMinutes, reason, seconds * 1_000);
            if (reason is null) _successes.Add((long)uptime.TotalSeconds);
        }
    }

    private UpstreamStatistics Upstream(UpstreamHealth upstream)
    {
        return new UpstreamStatistics(
            upstream.Name,
            upstream.Circuit.State,
            Count(UpstreamEvent.Answered),
            Count(UpstreamEvent.Failed),
            Count(UpstreamEvent.Retried),
            Count(UpstreamEvent.FellBack),
            Count(UpstreamEvent.Hedged),
            Count(UpstreamEvent.Waited),
            upstream.LastFault?.Complaint,
            upstream.LastFault?.At,
            models.FirstOrDefault(model => model.Health == upstream)?.Refused ?? []);

        long Count(UpstreamEvent happened) => _upstreamEvents.GetValueOrDefault((upstream.Name, happened.Name()));
    }

    private void AddUpstreamEvent(long count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Tag(tags, MetricTags.Upstream) is not { } upstream || Tag(tags, MetricTags.UpstreamEvent) is not { } happened) return;
        lock (_lock) _upstreamEvents[(upstream, happened)] = _upstreamEvents.GetValueOrDefault((upstream, happened)) + count;
    }

    private void AddVotes(long count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_lock)
        {
            _votes += count;
            if (tags[0].Value is true) _splitVotes += count;
        }
    }

    private void AddCost(double cost, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_lock) _cost += cost;
    }

    /// <summary>This instrument has one tag.</summary>
    private void Add(Dictionary<string, long> counts, ReadOnlySpan<KeyValuePair<string, object?>> tags, long count)
    {
        var name = (string)tags[0].Value!;
        lock (_lock) counts[name] = counts.GetValueOrDefault(name) + count;
    }

    private static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var (key, value) in tags)
        {
            if (key == name) return (string?)value;
        }

        return null;
    }

    private double PerMinute(TimeSpan uptime, int minutes) =>
        Math.Round(_successes.Sum((long)uptime.TotalSeconds, minutes * 60) / Math.Clamp(uptime.TotalMinutes, 1, minutes), 2);

    private SecurityStatistics Security()
    {
        return new SecurityStatistics(
            Count(SecurityEvent.KeyMissing), Count(SecurityEvent.KeyWrong), Count(SecurityEvent.KeyBlocked),
            Count(SecurityEvent.RateLimited), Count(SecurityEvent.Overloaded), Count(SecurityEvent.BodyTooLarge),
            Count(SecurityEvent.HeaderForged));

        long Count(SecurityEvent happened) => _security.GetValueOrDefault(happened.Name());
    }

    private List<MinuteStatistics> Minutes(long last, DateTimeOffset started)
    {
        var minutes = new List<MinuteStatistics>(ComponentCounts.Minutes);
        for (var minute = Math.Max(0, last - ComponentCounts.Minutes + 1); minute <= last; minute++)
        {
            var latency = new LatencyHistogram();
            var (successes, failures) = (0, 0);
            foreach (var counts in _components.Values)
            {
                var past = counts.At(minute);
                latency.Add(past.Latency);
                successes += past.Successes;
                failures += past.Failures;
            }

            minutes.Add(new MinuteStatistics(
                started.AddMinutes(minute), successes, failures, latency.Percentile(0.5), latency.Percentile(0.95)));
        }

        return minutes;
    }
}
