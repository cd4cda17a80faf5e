namespace Miner.Infrastructure.Telemetry;

/// <summary>How many there were in each second of the last hour. Seconds are numbered from any start and never go back.</summary>
internal sealed class RecentCounts
{
    private const int Seconds = 3_600;

    private readonly int[] _counts = new int[Seconds];
    private long _newest;

    public void Add(long second)
    {
        Advance(second);
        _counts[second % Seconds]++;
    }

    /// <summary>Of the last <paramref name="span"/> seconds, 1 to 3,600, of which <paramref name="second"/> is the last.</summary>
    public int Sum(long second, int span)
    {
        Advance(second);
        var sum = 0;
        for (var past = Math.Max(0, second - span + 1); past <= second; past++) sum += _counts[past % Seconds];
        return sum;
    }

    private void Advance(long second)
    {
        for (var next = Math.Max(_newest + 1, second - Seconds + 1); next <= second; next++) _counts[next % Seconds] = 0;
        _newest = Math.Max(_newest, second);
    }
}
