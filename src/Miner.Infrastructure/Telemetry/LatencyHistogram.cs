namespace Miner.Infrastructure.Telemetry;

/// <summary>
/// Durations in bins of fixed bounds, each a tenth above the one before: from a millisecond to a minute in half a kilobyte, and a
/// percentile is read within 5 %.
/// </summary>
internal sealed class LatencyHistogram
{
    private const double Growth = 1.1;

    /// <summary>The last bin ends at 1.1^116 ms, about 63 s; no request takes longer.</summary>
    private const int Bins = 117;

    private readonly int[] _counts = new int[Bins];
    private long _total;

    public void Add(double milliseconds)
    {
        var bin = milliseconds <= 1 ? 0 : (int)Math.Ceiling(Math.Log(milliseconds, Growth));
        _counts[Math.Min(bin, Bins - 1)]++;
        _total++;
    }

    public void Add(LatencyHistogram other)
    {
        if (other._total == 0) return;
        for (var bin = 0; bin < Bins; bin++) _counts[bin] += other._counts[bin];
        _total += other._total;
    }

    /// <param name="share">0 to 1.</param>
    /// <returns>Milliseconds that this share of the durations stays within, or null where there are none.</returns>
    public double? Percentile(double share)
    {
        if (_total == 0) return null;
        var rank = Math.Max(1, (long)Math.Ceiling(share * _total));
        var bin = 0;
        for (var seen = (long)_counts[0]; seen < rank; seen += _counts[bin]) bin++;
        return Math.Round(Math.Pow(Growth, Math.Max(0, bin - 0.5)), 1);
    }

    public void Clear()
    {
        Array.Clear(_counts);
        _total = 0;
    }
}
