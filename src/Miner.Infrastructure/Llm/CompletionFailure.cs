using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>Why there is no completion, in the words that callers of the miner read.</summary>
internal static class CompletionFailure
{
    public static ChatModelException Of(UpstreamException failure) => new(
        (failure.Failure, failure.Scope) switch
        {
            (_, FailureScope.ContentFilter) => ChatModelFailure.NoAnswer,
            (UpstreamFailure.Overloaded, _) => ChatModelFailure.Overloaded,
            (UpstreamFailure.TimedOut, _) => ChatModelFailure.TimedOut,
            _ => ChatModelFailure.Failed,
        },
        Sentence(failure.Complaint),
        failure.RetryAfter);

    /// <param name="why">Our own words, to follow "because".</param>
    public static UpstreamException NoCompletion(string why) => new(UpstreamFailure.Failed, Unusable(why));

    /// <param name="complaint">What the upstream did, to follow its name.</param>
    public static UpstreamException Filtered(string complaint) =>
        new(UpstreamFailure.Failed, complaint) { Scope = FailureScope.ContentFilter };

    public static ChatModelException Refused() => new(ChatModelFailure.NoAnswer, Sentence(Unusable("the model refused")));

    /// <param name="complaint">What the upstream did, to follow its name.</param>
    public static string Sentence(string complaint) => $"The model's upstream {complaint}.";

    private static string Unusable(string why) => $"sent no usable completion, because {why}";
}
