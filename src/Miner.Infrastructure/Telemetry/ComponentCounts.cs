using Miner.Application.Ports;

namespace Miner.Infrastructure.Telemetry;

/// <summary>How one component has done: since the start, and in each of the last 60 minutes. Minutes are numbered from the start.</summary>
internal sealed class ComponentCounts
{
    public const int Minutes = 60;

    private readonly Dictionary<string, long> _failures = new(StringComparer.Ordinal);
    private readonly Minute[] _minutes = [.. Enumerable.Range(0, Minutes).Select(_ => new Minute())];
    private long _successes;
    private long _newest;

    /// <param name="reason">Why it failed, or null when it succeeded.</param>
    public void Add(long minute, string? reason, double milliseconds)
    {
        Advance(minute);
        var now = _minutes[minute % Minutes];
        if (reason is null)
        {
            _successes++;
            now.Successes++;
            now.Latency.Add(milliseconds);
        }
        else
        {
            _failures[reason] = _failures.GetValueOrDefault(reason) + 1;
            now.Failures++;
        }
    }

    public ComponentStatistics Read(string component, long minute)
    {
        Advance(minute);
        var latency = new LatencyHistogram();
        AddLatencyTo(latency);
        return new ComponentStatistics(component, _successes, new Dictionary<string, long>(_failures), Percentiles(latency));
    }

    /// <summary>Adds what succeeded in the last hour.</summary>
    public void AddLatencyTo(LatencyHistogram latency)
    {
        foreach (var past in _minutes) latency.Add(past.Latency);
    }

    /// <param name="minute">One of the 60 up to that which was read or added to last.</param>
    public Minute At(long minute) => _minutes[minute % Minutes];

    public static LatencyPercentiles Percentiles(LatencyHistogram latency) =>
        new(latency.Percentile(0.5), latency.Percentile(0.9), latency.Percentile(0.95), latency.Percentile(0.99));

    private void Advance(long minute)
    {
        for (var next = Math.Max(_newest + 1, minute - Minutes + 1); next <= minute; next++) _minutes[next % Minutes].Clear();
        _newest = Math.Max(_newest, minute);
    }

    internal sealed class Minute
    {
        public int Successes { get; set; }

        public int Failures { get; set; }

        public LatencyHistogram Latency { get; } = new();

        public void Clear()
        {
            (Successes, Failures) = (0, 0);
            Latency.Clear();
        }
    }
}
