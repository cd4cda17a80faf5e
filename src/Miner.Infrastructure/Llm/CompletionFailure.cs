using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>Why there is no completion, in the words that callers of the miner read.</summary>
internal static class CompletionFailure
{
    /// <summary>Of an exception on the way to the completion, or null where the upstream is not to blame for it.</summary>
    public static ChatModelException? Of(Exception exception) =>
        exception as ChatModelException ?? (UpstreamException.Of(exception) is { } failure ? Of(failure) : null);

    /// <param name="why">Our own words, to follow "because".</param>
    public static ChatModelException NoCompletion(string why) => Unusable(ChatModelFailure.Failed, why);

    public static ChatModelException Refused() => Unusable(ChatModelFailure.NoAnswer, "the model refused");

    /// <param name="complaint">What the upstream did, to follow its name.</param>
    public static string Sentence(string complaint) => $"The model's upstream {complaint}.";

    private static ChatModelException Unusable(ChatModelFailure failure, string why) =>
        new(failure, Sentence($"sent no usable completion, because {why}"));

    private static ChatModelException Of(UpstreamException failure) => new(
        failure.Failure switch
        {
            UpstreamFailure.Overloaded => ChatModelFailure.Overloaded,
            UpstreamFailure.TimedOut => ChatModelFailure.TimedOut,
            _ => ChatModelFailure.Failed,
        },
        Sentence(failure.Complaint),
        failure.RetryAfter);
}
