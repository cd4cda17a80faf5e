namespace Miner.Application.Telemetry;

/// <summary>
/// Keeps a flood from flooding the log: of one kind of event, each source is told once a minute, and at most <see cref="MaxSources"/>
/// of them. How many more there were is told once the minute is over.
/// </summary>
/// <typeparam name="TSource">What tells events of one kind apart, such as the address that they come from.</typeparam>
public sealed class LogBudget<TSource>(TimeProvider time, Action<int> tellUntold) : IDisposable
    where TSource : notnull
{
    public const int MaxSources = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly HashSet<TSource> _told = [];
    private ITimer? _timer;
    private int _untold;

    /// <summary>Counts an event.</summary>
    /// <returns>Whether it is to be told.</returns>
    public bool Take(TSource source)
    {
        lock (_lock)
        {
            _timer ??= time.CreateTimer(_ => EndWindow(), state: null, Window, Timeout.InfiniteTimeSpan);
            if (_told.Count < MaxSources && _told.Add(source)) return true;
            _untold++;
            return false;
        }
    }

    public void Dispose()
    {
        if (_timer is not null) EndWindow();
    }

    private void EndWindow()
    {
        int untold;
        lock (_lock)
        {
            untold = _untold;
            _untold = 0;
            _told.Clear();
            _timer?.Dispose();
            _timer = null;
        }

        if (untold > 0) tellUntold(untold);
    }
}
