using Microsoft.Data.Sqlite;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>One caller's change, waiting for the writer.</summary>
/// <remarks>It is the caller's until it starts, and may be cancelled; from then on it is the writer's alone.</remarks>
internal abstract class WriteJob
{
    private int _claimed;

    /// <summary>False when it was cancelled first.</summary>
    public bool TryStart() => Interlocked.Exchange(ref _claimed, 1) == 0;

    /// <summary>Ends the waiting of a job that has not started; does nothing to one that has.</summary>
    public void Cancel(CancellationToken cancellationToken)
    {
        if (TryStart()) EndCancelled(cancellationToken);
    }

    /// <summary>Does the work and keeps its outcome until the commit.</summary>
    public abstract void Run(SqliteConnection connection);

    /// <summary>Keeps an exception as the outcome, in place of what the work gave.</summary>
    public abstract void Fail(Exception exception);

    /// <summary>Tells the caller the outcome.</summary>
    public abstract void Publish();

    protected abstract void EndCancelled(CancellationToken cancellationToken);
}

internal sealed class WriteJob<T>(Func<SqliteConnection, T> work) : WriteJob
{
    // Callers go on elsewhere: their code must not run on the writer's thread.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _exception;

    public Task<T> Completion => _completion.Task;

    public override void Run(SqliteConnection connection) => _result = work(connection);

    public override void Fail(Exception exception) => _exception ??= exception;

    public override void Publish()
    {
        if (_exception is null) _completion.SetResult(_result!);
        else _completion.SetException(_exception);
    }

    protected override void EndCancelled(CancellationToken cancellationToken) => _completion.SetCanceled(cancellationToken);
}
