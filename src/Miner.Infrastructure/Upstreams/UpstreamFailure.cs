using System.Net;
using Miner.Application.Ports;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// Turns what went wrong with an upstream into the one exception that callers know. The causes are not kept as inner exceptions: their
/// messages quote what the upstream sent.
/// </summary>
internal static class UpstreamFailure
{
    private const HttpStatusCode SiteOverloaded = (HttpStatusCode)529;

    /// <summary>When to try again where an overloaded upstream does not say.</summary>
    public static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Of an answer with an error status, once there is no point in trying again.</summary>
    public static ChatModelException From(HttpResponseMessage response, DateTimeOffset now)
    {
        var status = response.StatusCode;
        var wait = RetryAfter.Read(response, now);
        var isOverloaded = status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or SiteOverloaded
            || (wait is not null && UpstreamPipeline.IsWorthRetrying(status));
        return isOverloaded
            ? Overloaded($"The model's upstream is overloaded (status {(int)status}).", wait)
            : new ChatModelException(ChatModelFailure.Failed, $"The model's upstream answered with status {(int)status}.");
    }

    /// <summary>Of an exception on the way to the answer, or null where the upstream is not to blame for it.</summary>
    public static ChatModelException? From(Exception exception) => exception switch
    {
        ChatModelException known => known,
        TimeoutRejectedException =>
            new ChatModelException(ChatModelFailure.TimedOut, "The model's upstream did not answer in time."),
        BrokenCircuitException open => Overloaded("The model's upstream keeps failing and is left alone for a while.", open.RetryAfter),
        HttpRequestException or IOException => new ChatModelException(
            ChatModelFailure.Failed, "The model's upstream could not be reached, or broke off its answer."),
        _ => null,
    };

    /// <param name="why">Our own words, to follow "because".</param>
    public static ChatModelException NoCompletion(string why) => Unusable(ChatModelFailure.Failed, why);

    public static ChatModelException Refused() => Unusable(ChatModelFailure.NoAnswer, "the model refused");

    private static ChatModelException Unusable(ChatModelFailure failure, string why) =>
        new(failure, $"The model's upstream sent no usable completion, because {why}.");

    private static ChatModelException Overloaded(string message, TimeSpan? retryAfter) =>
        new(ChatModelFailure.Overloaded, message, retryAfter ?? DefaultRetryAfter);
}
