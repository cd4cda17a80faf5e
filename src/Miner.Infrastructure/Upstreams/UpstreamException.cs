using System.Net;
using Miner.Application.Ports;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// An upstream gave nothing of use. The message is our own sentence, and causes are not kept as inner exceptions: their messages quote
/// what the upstream sent.
/// </summary>
/// <param name="complaint">What it did, to follow its name: <c>did not answer in time</c>.</param>
/// <param name="retryAfter">When to try again; not null of one that is overloaded.</param>
internal sealed class UpstreamException(UpstreamFailure failure, string complaint, TimeSpan? retryAfter = null)
    : Exception($"The upstream {complaint}.")
{
    /// <summary>Anthropic's, among others', for a whole site that is overloaded.</summary>
    public const HttpStatusCode SiteOverloaded = (HttpStatusCode)529;

    /// <summary>When to try again where an overloaded upstream does not say.</summary>
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(5);

    public UpstreamFailure Failure { get; } = failure;

    public string Complaint { get; } = complaint;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>False where its circuit is open, so that <see cref="RetryAfter"/> is our word and not the upstream's.</summary>
    public bool WasAsked { get; private init; } = true;

    /// <summary>Whether another upstream may do better.</summary>
    public FailureScope Scope { get; init; } = FailureScope.Upstream;

    /// <summary>Of an answer with an error status, once there is no point in trying again.</summary>
    public static UpstreamException Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var status = response.StatusCode;
        var wait = Upstreams.RetryAfter.Read(response, now);
        return status switch
        {
            HttpStatusCode.PaymentRequired => new(UpstreamFailure.Failed, "says that the account is out of credit"),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(UpstreamFailure.Failed, $"refused the API key ({(int)status})"),
            _ when IsAboutTheRequest(status) =>
                new(UpstreamFailure.Failed, $"answered with status {(int)status}") { Scope = FailureScope.Request },
            _ when IsOverloaded(status) || (wait is not null && UpstreamPipeline.IsWorthRetrying(status)) =>
                Overloaded($"is overloaded (status {(int)status})", wait),
            _ => new(UpstreamFailure.Failed, $"answered with status {(int)status}"),
        };
    }

    /// <summary>Of an exception on the way to the answer, or null where the upstream is not to blame for it.</summary>
    public static UpstreamException? Of(Exception exception) => exception switch
    {
        UpstreamException known => known,
        TimeoutRejectedException => new UpstreamException(UpstreamFailure.TimedOut, "did not answer in time"),
        BrokenCircuitException open => new UpstreamException(
            UpstreamFailure.Overloaded, UpstreamHealth.LeftAlone, open.RetryAfter ?? DefaultRetryAfter)
        { WasAsked = false },
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new UpstreamException(
            UpstreamFailure.Failed, "answered with more than is read"),
        HttpRequestException or IOException => new UpstreamException(
            UpstreamFailure.Failed, "could not be reached, or broke off its answer"),
        _ => null,
    };

    /// <summary>Whether an upstream that answers with <paramref name="status"/> finds fault with the request.</summary>
    /// <remarks>422 is how servers built on FastAPI or Rust's serde refuse a parameter.</remarks>
    public static bool IsAboutTheRequest(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity;

    /// <summary>Whether an upstream that answers with <paramref name="status"/> has more requests than it can take.</summary>
    public static bool IsOverloaded(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or SiteOverloaded;

    private static UpstreamException Overloaded(string complaint, TimeSpan? retryAfter) =>
        new(UpstreamFailure.Overloaded, complaint, retryAfter ?? DefaultRetryAfter);
}

/// <summary>How far a failure reaches.</summary>
internal enum FailureScope
{
    /// <summary>This upstream: it is down, slow, overloaded, out of credit or too small.</summary>
    Upstream,

    /// <summary>The request, which no upstream would take.</summary>
    Request,

    /// <summary>The upstream's content filter; others may filter otherwise.</summary>
    ContentFilter,
}
