using System.Text.Json;
using Polly;

namespace Miner.Infrastructure.Upstreams;

/// <summary>One completion or search on its way through the client and the pipeline, over all the HTTP requests that it takes.</summary>
/// <param name="deadline">How long it may take from now.</param>
/// <param name="callerToken">Cancelled when the caller gives up, and by nothing else.</param>
internal sealed class UpstreamCall(TimeProvider timeProvider, TimeSpan deadline, CancellationToken callerToken)
{
    public const int MostRetries = 2;

    /// <summary>Less than the pause of an upstream that asks for patience and does not say how long (<see cref="RequestPace"/>).</summary>
    private static readonly TimeSpan WaitBesideAlternative = TimeSpan.FromMilliseconds(900);

    private static readonly HttpRequestOptionsKey<UpstreamCall> RequestKey = new(nameof(UpstreamCall));

    private int? _lastFailure;

    private readonly long _started = timeProvider.GetTimestamp();

    public CancellationToken CallerToken => callerToken;

    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_started);

    /// <summary>What is left of the deadline; not above zero once it has passed.</summary>
    public TimeSpan Left => deadline - Elapsed;

    /// <summary>What is asked, equal for equal questions: a failure may be the question's.</summary>
    public int Subject { get; init; }

    /// <summary>Whether somebody else can be asked, so that little is waited for and tried again here.</summary>
    public bool HasAlternative { get; init; }

    /// <summary>The most attempts beyond the first of each HTTP request.</summary>
    public int MaxRetries => HasAskedOtherwise ? 0 : HasAlternative ? 1 : MostRetries;

    /// <summary>Whether who asks has an answer in reserve; null where there is none. Called only when there is a wait.</summary>
    public Func<bool>? HasReserve { get; init; }

    /// <summary>
    /// Lets the key rest that an attempt was made with, which the upstream asks to use less often, for as long as it says (null: it does
    /// not), and tells how long it is until one may be used; null where all keys are to be used less often. Null where there is one key.
    /// </summary>
    public Func<TimeSpan?, TimeSpan?>? RestKey { get; set; }

    /// <summary>What <see cref="RestKey"/> told of the last attempt, so that a key is to be chosen anew for the next; else null.</summary>
    public TimeSpan? KeyIsFreeIn { get; set; }

    /// <summary>The body of the last attempt that was answered, where its meaning was asked for and it was a success.</summary>
    public JsonDocument? Document { get; set; }

    /// <summary>How many HTTP requests were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether a request is out, and not waiting for its turn.</summary>
    public bool IsOut { get; set; }

    /// <summary>Whether another call has the answer, so that how this one ends says nothing of the upstream.</summary>
    public bool IsMoot { get; set; }

    /// <summary>
    /// How long it waits at most at once, for its turn or before another attempt: until the deadline, or a moment where somebody else has
    /// the answer.
    /// </summary>
    public TimeSpan Patience() => Left > WaitBesideAlternative && (HasAlternative || HasReserve?.Invoke() == true)
        ? WaitBesideAlternative
        : Left;

    /// <summary>Whether the last two attempts failed alike, which is little hope for a third.</summary>
    public bool FailsAlike { get; private set; }

    /// <summary>Whether who asks knows another way to ask, which is worth more than a third attempt.</summary>
    public bool CanAskOtherwise { get; set; }

    /// <summary>Whether that was done because the upstream failed.</summary>
    public bool HasAskedOtherwise { get; set; }

    /// <param name="failure">What the upstream said; equal for equal words.</param>
    public void NoteFailure(int failure)
    {
        FailsAlike = _lastFailure == failure;
        _lastFailure = failure;
    }

    public static UpstreamCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(RequestKey, out var call)
            ? call
            : throw new InvalidOperationException("The request was not made for a completion.");

    public static UpstreamCall Of(ResilienceContext context) => Of(context.GetRequestMessage()!);

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(RequestKey, this);
}
