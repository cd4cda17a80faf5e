using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search;

/// <summary>What several failures amount to, in our own words.</summary>
internal static class SearchFailure
{
    /// <summary>
    /// The failure that leaves most hope: a caller who may try again is told so, by when the first of the overloaded providers may be back.
    /// </summary>
    /// <param name="failures">At least one.</param>
    public static WebSearchException Of(IReadOnlyCollection<UpstreamException> failures)
    {
        var overloaded = failures.Where(failure => failure.Failure == UpstreamFailure.Overloaded).ToList();
        if (overloaded.Count > 0)
        {
            return new WebSearchException(
                UpstreamFailure.Overloaded, "The search providers are overloaded.", overloaded.Min(failure => failure.RetryAfter));
        }

        return failures.Any(failure => failure.Failure == UpstreamFailure.TimedOut)
            ? new WebSearchException(UpstreamFailure.TimedOut, "The search providers did not answer in time.")
            : new WebSearchException(UpstreamFailure.Failed, "The search providers could not be reached, or answered with an error.");
    }
}
