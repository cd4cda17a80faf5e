namespace Miner.Testing;

public static class CpuTime
{
    private const int Runs = 3;

    /// <summary>
    /// The processor time that <paramref name="action"/> takes, which other work on the machine does not add to: the least of three runs,
    /// as the first ones also compile it.
    /// </summary>
    /// <param name="action">Can be done over again.</param>
    public static TimeSpan Of(Action action) => Enumerable.Range(0, Runs).Min(_ => OfOneRun(action));

    /// <summary>
    /// The processor time of the first run that takes less than <paramref name="limit"/>; where none does, of the quickest.
    /// </summary>
    /// <param name="action">Can be done over again.</param>
    /// <param name="runs">How often it is tried, as what else runs on the machine takes its caches.</param>
    public static TimeSpan Within(TimeSpan limit, Action action, int runs = Runs)
    {
        var least = TimeSpan.MaxValue;
        for (var run = 0; run < runs && least >= limit; run++)
        {
            var time = OfOneRun(action);
            if (time < least) least = time;
        }

        return least;
    }

    private static TimeSpan OfOneRun(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }
}
