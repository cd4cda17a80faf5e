namespace Miner.Infrastructure.Upstreams;

/// <summary>How long an upstream may take.</summary>
/// <param name="Total">For a completion or search, with all its attempts and the waits between them.</param>
/// <param name="Attempt">For one HTTP request, its answer's body included.</param>
/// <param name="Silence">From when on one that has not answered is taken to hang, and a second call is made beside the first.</param>
internal sealed record UpstreamDeadlines(TimeSpan Total, TimeSpan Attempt, TimeSpan Silence)
{
    /// <summary>How long the contract lets a request to the miner take at most.</summary>
    public static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Of 60 s, 57 s for all and for each attempt, as one long attempt beats two short ones, and 24 s of silence. What lies between the
    /// caller's deadline and <see cref="Total"/> is left for answering with the failure.
    /// </summary>
    /// <param name="requestTimeout">The caller's deadline, 1 to 60 s.</param>
    public static UpstreamDeadlines Within(TimeSpan requestTimeout) =>
        new(Total: requestTimeout * 0.95, Attempt: requestTimeout * 0.95, Silence: requestTimeout * 0.4);
}
