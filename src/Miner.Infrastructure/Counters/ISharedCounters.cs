using Miner.Application.Ports;

namespace Miner.Infrastructure.Counters;

/// <summary>
/// What the replicas of a miner count together. Whoever counts by them counts for itself as well, and goes by that where they give null:
/// they are shared with nobody, or cannot be reached.
/// </summary>
public interface ISharedCounters
{
    CounterSharing Sharing { get; }

    /// <summary>Counts a request in the window called <paramref name="name"/>, which opens with its first and lasts a period.</summary>
    ValueTask<SharedWindow?> CountAsync(string name, int limit, TimeSpan period, CancellationToken cancellationToken);

    /// <summary>
    /// Counts a failure of <paramref name="name"/>: with the last that is <paramref name="allowed"/> within a period it is blocked for a
    /// period.
    /// </summary>
    ValueTask<SharedFailures?> AddFailureAsync(string name, int allowed, TimeSpan period, CancellationToken cancellationToken);
}

/// <param name="Allowed">Whether the request was within the limit.</param>
/// <param name="Remaining">How many more the window allows.</param>
/// <param name="Reset">How long the window stays open.</param>
public sealed record SharedWindow(bool Allowed, int Remaining, TimeSpan Reset);

/// <param name="Blocked">How long it is still blocked, or null where this failure was allowed.</param>
public sealed record SharedFailures(TimeSpan? Blocked);
