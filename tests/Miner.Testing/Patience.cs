namespace Miner.Testing;

/// <summary>How long a test waits for what comes at once on an idle machine, so that a busy one fails none.</summary>
public static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <exception cref="TimeoutException">It takes longer than <see cref="Limit"/> of real time.</exception>
    public static Task InTimeAsync(this Task task) => task.WaitAsync(Limit);

    /// <inheritdoc cref="InTimeAsync(Task)"/>
    public static Task<T> InTimeAsync<T>(this Task<T> task) => task.WaitAsync(Limit);
}
