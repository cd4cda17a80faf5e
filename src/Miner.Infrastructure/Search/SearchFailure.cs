using Miner.Application.Ports;

namespace Miner.Infrastructure.Search;

/// <summary>What several failures amount to, in our own words.</summary>
internal static class SearchFailure
{
    /// <summary>
    /// The failure that leaves most hope: a caller who may try again is told so, by when the first of the overloaded providers may be back.
    /// </summary>
    /// <param name="failures">At least one.</param>
    public static ChatModelException Of(IReadOnlyCollection<ChatModelException> failures)
    {
        var overloaded = failures.Where(failure => failure.Failure == ChatModelFailure.Overloaded).ToList();
        if (overloaded.Count > 0)
        {
            return new ChatModelException(
                ChatModelFailure.Overloaded, "The search providers are overloaded.", overloaded.Min(failure => failure.RetryAfter));
        }

        return failures.Any(failure => failure.Failure == ChatModelFailure.TimedOut)
            ? TooLate()
            : new ChatModelException(ChatModelFailure.Failed, "The search providers could not be reached, or answered with an error.");
    }

    public static ChatModelException TooLate() => new(ChatModelFailure.TimedOut, "The search providers did not answer in time.");
}
