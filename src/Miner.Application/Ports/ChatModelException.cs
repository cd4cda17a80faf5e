namespace Miner.Application.Ports;

public enum ChatModelFailure
{
    /// <summary>The upstream answered with an error, with no chat completion, or not at all (HTTP 502).</summary>
    Failed,

    /// <summary>The model refused, or said nothing (HTTP 502).</summary>
    NoAnswer,

    /// <summary>The upstream is overloaded or its circuit is open (HTTP 503).</summary>
    Overloaded,

    /// <summary>The upstream took too long (HTTP 504).</summary>
    TimedOut,
}

/// <summary>
/// A model gave no answer. The message is our own sentence: it never holds text of the upstream, which may quote keys and prompts.
/// </summary>
/// <param name="retryAfter">When to try again, where that is known.</param>
public sealed class ChatModelException(
    ChatModelFailure failure, string message, TimeSpan? retryAfter = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ChatModelFailure Failure { get; } = failure;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
