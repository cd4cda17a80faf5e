using Polly;

namespace Miner.Infrastructure.Upstreams;

/// <summary>One completion on its way through the client and the pipeline, over all the HTTP requests that it takes.</summary>
/// <param name="deadline">How long it may take from now.</param>
/// <param name="callerToken">Cancelled when the caller gives up, and by nothing else.</param>
internal sealed class UpstreamCall(TimeProvider timeProvider, TimeSpan deadline, CancellationToken callerToken)
{
    private static readonly HttpRequestOptionsKey<UpstreamCall> RequestKey = new(nameof(UpstreamCall));

    private readonly long _started = timeProvider.GetTimestamp();

    public CancellationToken CallerToken => callerToken;

    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_started);

    /// <summary>What is left of the deadline; not above zero once it has passed.</summary>
    public TimeSpan Left => deadline - Elapsed;

    /// <summary>How many HTTP requests were sent.</summary>
    public int Attempts { get; set; }

    public static UpstreamCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(RequestKey, out var call)
            ? call
            : throw new InvalidOperationException("The request was not made for a completion.");

    public static UpstreamCall Of(ResilienceContext context) => Of(context.GetRequestMessage()!);

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(RequestKey, this);
}
