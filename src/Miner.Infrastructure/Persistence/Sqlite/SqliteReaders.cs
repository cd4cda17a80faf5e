namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>Sessions for reading that wait for the next reader.</summary>
/// <param name="open">Opens one more.</param>
internal sealed class SqliteReaders(Func<SqliteSession> open) : IDisposable
{
    /// <summary>A read keeps its thread, so that more are seldom under way at once; each may keep 2 MB of pages.</summary>
    private static readonly int MostIdle = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly Lock _lock = new();
    private readonly Stack<SqliteSession> _idle = new(MostIdle);
    private bool _closed;

    public SqliteSession Take()
    {
        lock (_lock)
        {
            if (_idle.TryPop(out var session)) return session;
        }

        return open();
    }

    /// <summary>Takes back one that is sound and within no transaction.</summary>
    public void Return(SqliteSession session)
    {
        lock (_lock)
        {
            if (!_closed && _idle.Count < MostIdle)
            {
                _idle.Push(session);
                return;
            }
        }

        session.Dispose();
    }

    /// <summary>Closes those that wait now, and those under way when they are returned.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            while (_idle.TryPop(out var session)) session.Dispose();
        }
    }
}
