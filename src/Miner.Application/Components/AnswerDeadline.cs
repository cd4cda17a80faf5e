using Miner.Application.Ports;

namespace Miner.Application.Components;

/// <summary>
/// Bounds what is done beyond a first answer: more samples, a longer or a better answer. From <paramref name="decideAfter"/> on what is in
/// hand must do, so that a late improvement never costs the answer itself.
/// </summary>
/// <param name="decideAfter">How long from now.</param>
internal sealed class AnswerDeadline(TimeProvider time, TimeSpan decideAfter)
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>Negative once time is up.</summary>
    public TimeSpan Left => decideAfter - time.GetElapsedTime(_started);

    /// <summary>Whether something that takes as long as <paramref name="expected"/> would be done in time.</summary>
    public bool Allows(TimeSpan expected) => expected < Left;

    /// <summary>What <paramref name="work"/> gives, or null when the model fails or time runs out.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        if (!Allows(TimeSpan.Zero)) return null;
        using var timer = new CancellationTokenSource(Left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await work(either.Token);
        }
        catch (Exception exception) when (
            exception is ChatModelException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
