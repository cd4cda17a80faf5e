namespace Miner.Infrastructure.Upstreams;

/// <summary>How long the upstream may take.</summary>
/// <param name="Total">For a completion, with all its attempts and the waits between them.</param>
/// <param name="Attempt">For one HTTP request, its answer's body included.</param>
internal sealed record UpstreamDeadlines(TimeSpan Total, TimeSpan Attempt)
{
    /// <summary>How long the contract lets a request to the miner take at most.</summary>
    public static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Of 60 s, 57 s and 42.75 s. What lies between the caller's deadline and <see cref="Total"/> is left for answering with the
    /// failure; what lies between that and <see cref="Attempt"/>, for another try when the first one hangs.
    /// </summary>
    /// <param name="requestTimeout">The caller's deadline, 1 to 60 s.</param>
    public static UpstreamDeadlines Within(TimeSpan requestTimeout) => new(requestTimeout * 0.95, requestTimeout * 0.95 * 0.75);
}
