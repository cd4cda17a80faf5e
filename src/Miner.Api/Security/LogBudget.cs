using System.Net;

namespace Miner.Api.Security;

/// <summary>
/// Keeps a flood from flooding the log: of one kind of event, each address is told once a minute, and at most <see cref="MaxAddresses"/>
/// of them. How many more there were is told once the minute is over.
/// </summary>
internal sealed class LogBudget(TimeProvider time, Action<int> tellUntold) : IDisposable
{
    public const int MaxAddresses = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly HashSet<IPAddress> _told = [];
    private ITimer? _timer;
    private int _untold;

    /// <summary>Counts an event.</summary>
    /// <returns>Whether it is to be told.</returns>
    public bool Take(IPAddress subnet)
    {
        lock (_lock)
        {
            _timer ??= time.CreateTimer(_ => EndWindow(), state: null, Window, Timeout.InfiniteTimeSpan);
            if (_told.Count < MaxAddresses && _told.Add(subnet)) return true;
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
