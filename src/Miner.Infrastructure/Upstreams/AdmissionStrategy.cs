using System.Diagnostics;
using System.Globalization;
using System.Net;
using Miner.Application.Recording;
using Miner.Application.Telemetry;
using Polly;
using Polly.CircuitBreaker;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// Lets one attempt through to the upstream when there is a connection for it and the upstream's circuit is closed, and learns from how it
/// ends. Waiting is no attempt, and no fault of the upstream.
/// </summary>
/// <param name="silence">After how long without an answer an upstream is taken to hang, even where the caller gives up.</param>
internal sealed class AdmissionStrategy(UpstreamHealth health, TimeSpan silence, TimeProvider time)
    : ResilienceStrategy<HttpResponseMessage>
{
    /// <summary>Whether an answer says that there are too many requests. One that is down may say 503, too, but not how long.</summary>
    public static bool IsAskedTooOften(HttpStatusCode status, TimeSpan? wait) =>
        status == HttpStatusCode.TooManyRequests || (wait is not null && UpstreamException.IsOverloaded(status));

    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        var call = UpstreamCall.Of(context);
        if (health.Circuit.BreakLeft is { } rest) return LeftAlone(rest);
        try
        {
            if (await health.Gate.EnterAsync(call, context.CancellationToken)) health.Count(UpstreamEvent.Waited);
        }
        catch (Exception exception) when (exception is UpstreamException or OperationCanceledException)
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }

        TimeSpan? stay = null;
        try
        {
            if (health.Circuit.Admit(out var period) is { } wait) return LeftAlone(wait);
            var started = time.GetTimestamp();
            call.IsOut = true;
            CallRecord.Current?.Note(new AttemptStartNote(call, health.Name, Activity.Current?.SpanId ?? default));
            var outcome = await callback(context, state);
            CallRecord.Current?.Note(new AttemptEndNote(call, Error(outcome)));
            stay = time.GetElapsedTime(started);
            Learn(outcome, call, period, stay.Value);
            return outcome;
        }
        finally
        {
            call.IsOut = false;
            health.Gate.Leave(stay);
        }
    }

    /// <summary>The status, or the kind of exception: its text may quote what was sent.</summary>
    private static string? Error(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result: { IsSuccessStatusCode: false, StatusCode: var status } } => ((int)status).ToString(CultureInfo.InvariantCulture),
        { Exception: { } exception } => exception.GetType().Name,
        _ => null,
    };

    private void Learn(Outcome<HttpResponseMessage> outcome, UpstreamCall call, int period, TimeSpan elapsed)
    {
        if (outcome.Result is { } response)
        {
            LearnFrom(response, call, period, elapsed);
        }
        else if (outcome.Exception is OperationCanceledException && (elapsed < silence || call.IsMoot))
        {
            // Whether the caller gave up or the deadline came: it had not had its time.
            health.Circuit.Abandoned(period);
        }
        else if (outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
        {
            health.Circuit.Succeeded(call.Subject);
            health.Failed("sent too large an answer", isItsFault: false);
        }
        else
        {
            // What was asked cannot be why there is no connection.
            var isUnreachable = outcome.Exception is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
            };
            health.Circuit.Failed(isUnreachable ? health.UniqueSubject() : call.Subject, period);
            health.Failed(isUnreachable ? "could not be reached" : "gave no whole answer", isItsFault: true);
        }
    }

    private static Outcome<HttpResponseMessage> LeftAlone(TimeSpan wait) =>
        Outcome.FromException<HttpResponseMessage>(new BrokenCircuitException(UpstreamHealth.LeftAlone, wait));

    private void LearnFrom(HttpResponseMessage response, UpstreamCall call, int period, TimeSpan elapsed)
    {
        var status = response.StatusCode;
        if (UpstreamPipeline.IsServerError(status)) health.Circuit.Failed(call.Subject, period);
        else health.Circuit.Succeeded(call.Subject);

        if (response.IsSuccessStatusCode) health.Answered(elapsed);
        else health.Failed($"answered with status {(int)status}", isItsFault: !UpstreamException.IsAboutTheRequest(status));

        var wait = RetryAfter.Read(response, time.GetUtcNow());
        call.KeyIsFreeIn = null;
        if (IsAskedTooOften(status, wait)) LearnToWait(status, wait, call);
        else if (response.IsSuccessStatusCode) health.Gate.Answered();
    }

    /// <summary>A key that is to rest is no reason to leave the others alone.</summary>
    private void LearnToWait(HttpStatusCode status, TimeSpan? wait, UpstreamCall call)
    {
        if (status == HttpStatusCode.TooManyRequests) call.KeyIsFreeIn = call.RestKey?.Invoke(wait);
        if (call.KeyIsFreeIn == TimeSpan.Zero) return;
        health.Gate.Refused(wait is not null && call.KeyIsFreeIn < wait ? call.KeyIsFreeIn : wait);
    }
}
