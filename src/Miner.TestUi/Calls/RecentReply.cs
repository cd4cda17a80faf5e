namespace Miner.TestUi.Calls;

/// <summary>
/// A reply that all windows of the page share for a while, so that what they look at by themselves does not use up the key's limit.
/// </summary>
internal sealed class RecentReply<T>(TimeProvider time, TimeSpan lifetime)
    where T : class
{
    private readonly Lock _lock = new();
    private Task<Reply<T>>? _reply;
    private long _askedAt;

    /// <summary>
    /// The reply of a while ago, or that to <paramref name="ask"/>, which nobody who waits for it can cancel for the others.
    /// </summary>
    public Task<Reply<T>> GetAsync(Func<CancellationToken, Task<Reply<T>>> ask, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_reply is null || time.GetElapsedTime(_askedAt) >= lifetime)
            {
                _askedAt = time.GetTimestamp();
                _reply = ask(CancellationToken.None);
            }

            return _reply.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The next one is asked for anew.</summary>
    public void Forget()
    {
        lock (_lock) _reply = null;
    }
}
