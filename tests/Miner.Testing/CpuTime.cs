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

    private static TimeSpan OfOneRun(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }
}
