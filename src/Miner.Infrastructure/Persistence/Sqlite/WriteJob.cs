namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>One caller's change, waiting for the writer.</summary>
/// <remarks>It is the caller's until it starts, and may be cancelled; from then on it is the writer's alone.</remarks>
internal abstract class WriteJob
{
    private const int Queued = 0;
    private const int Started = 1;
    private const int Cancelled = 2;

    private int _state = Queued;

    /// <summary>False when it was cancelled first.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Queued) == Queued;

    /// <summary>Ends the waiting of a job that has not started; does nothing to one that has.</summary>
    public void Cancel(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Queued) == Queued) EndCancelled(cancellationToken);
    }

    /// <summary>Tells the caller the outcome, unless it was cancelled, and carries on what it does next until that waits.</summary>
    public void Publish()
    {
        if (Interlocked.CompareExchange(ref _state, Started, Queued) != Cancelled) End();
    }

    /// <summary>Does the work and keeps its outcome until the commit.</summary>
    public abstract void Run(SqliteSession session);

    /// <summary>Keeps an exception as the outcome, in place of what the work gave.</summary>
    public abstract void Fail(Exception exception);

    protected abstract void End();

    protected abstract void EndCancelled(CancellationToken cancellationToken);
}

internal sealed class WriteJob<T>(Func<SqliteSession, T> work) : WriteJob
{
    private readonly TaskCompletionSource<T> _completion = new();
    private T? _result;
    private Exception? _exception;

    public Task<T> Completion => _completion.Task;

    public override void Run(SqliteSession session) => _result = work(session);

    public override void Fail(Exception exception) => _exception ??= exception;

    protected override void End()
    {
        if (_exception is null) _completion.SetResult(_result!);
        else _completion.SetException(_exception);
    }

    protected override void EndCancelled(CancellationToken cancellationToken) => _completion.SetCanceled(cancellationToken);
}
