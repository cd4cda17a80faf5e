namespace Miner.Testing;

public static class CpuTime
{
    /// <summary>The processor time that <paramref name="action"/> takes, which other work on the machine does not add to.</summary>
    public static TimeSpan Of(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }
}
