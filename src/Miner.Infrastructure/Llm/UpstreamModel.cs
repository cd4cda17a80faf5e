using System.Net;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// A model behind one upstream. It learns which optional parameters the upstream accepts: one that is refused is asked for in another way
/// within the same completion, and from then on at once.
/// </summary>
/// <param name="http">A client whose handler holds the resilience pipeline, without a timeout or headers of its own.</param>
internal sealed class UpstreamModel(
    IChatApi api,
    ChatModelOptions options,
    ProviderProfile profile,
    HttpClient http,
    UpstreamHealth health,
    UpstreamPrices prices,
    UpstreamSecrets secrets,
    MinerMetrics metrics,
    TimeProvider timeProvider,
    ILogger<UpstreamModel> logger)
{
    /// <summary>
    /// What those say who filtered a prompt, with 400 or 403: Azure and OpenAI; Anthropic; OpenRouter; Alibaba. It is no refusal of the
    /// key.
    /// </summary>
    private static readonly string[] FilterWords =
    [
        "content_filter", "content_policy", "ResponsibleAIPolicyViolation", "invalid_prompt", "prompt was flagged", "content filter",
        "input was flagged", "requires moderation", "data_inspection_failed", "inappropriate content",
    ];

    private readonly UpstreamKeys _keys = new(options.ApiKeys, timeProvider);
    private readonly LearntShapes _learnt = new(profile.TokenLimit, timeProvider);
    private readonly ChatModelDescription _description = new(profile.Name, options.Model);

    public UpstreamHealth Health => health;

    /// <summary>Whether one of its keys was used too often within the last minute.</summary>
    public bool HasLimitedKey => _keys.AreLimited;

    /// <summary>False where it keeps failing, and while it takes none of its keys.</summary>
    public bool IsAnswering => health.IsAnswering && _keys.HasAny;

    public ChatModelDescription Description => IsAnswering
        ? _description
        : _description with { Note = CompletionFailure.Sentence(Complaint()), IsAnswering = false };

    /// <summary>The parameters that the upstream was seen to refuse.</summary>
    public IReadOnlyList<string> Refused => _learnt.Refused;

    /// <exception cref="UpstreamException">The upstream failed, is overloaded or took too long.</exception>
    /// <exception cref="ChatModelException">The model refused, or said nothing.</exception>
    public async Task<ChatCompletion> CompleteAsync(ChatRequest request, UpstreamCall call)
    {
        using var operation = new ModelOperation(_description, options.BaseUrl, metrics, timeProvider);
        try
        {
            var completion = CompletionRedaction.Of(await AskAsync(request, call), secrets, options.Model);
            var price = prices.Of(options);
            operation.Complete(completion.Usage, price);
            var cost = price.Of(completion.Usage);
            if (cost > 0) completion = completion with { Usage = completion.Usage with { Cost = cost } };
            CallRecord.Current?.Note(new CompletionNote(call, completion, cost));
            logger.Completed(completion.Usage.Model, completion.Usage.Tokens, (long)call.Elapsed.TotalMilliseconds, call.Attempts);
            return completion;
        }
        catch (Exception exception) when (!call.CallerToken.IsCancellationRequested && Reason(exception) is { } reason)
        {
            operation.Fail(reason);
            CallRecord.Current?.Note(new NoCompletionNote(call, reason.Message));
            logger.NotCompleted(health.Name, reason.Message, (long)call.Elapsed.TotalMilliseconds, call.Attempts);
            throw UpstreamException.Of(exception) ?? (Exception)reason;
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            CallRecord.Current?.Note(new NoCompletionNote(call, MinerActivity.ErrorType(exception)));
            throw;
        }
    }

    private async Task<ChatCompletion> AskAsync(ChatRequest request, UpstreamCall call)
    {
        var first = _learnt.For(request.Schema?.Name, api.TakesTools && request.Tools.Count > 0);
        var negotiation = new CompletionNegotiation(request, first, options.MaxTokens * request.TokenLimitMultiple);
        var key = _keys.Next(orAny: !call.HasAlternative);
        var keyChanges = _keys.Count - 1 + call.MaxRetries;
        if (_keys.Count > 1) call.RestKey = wait => _keys.Limit(key, wait);
        while (true)
        {
            call.CanAskOtherwise = negotiation.CanAskForLess;
            using var message = api.CreateRequest(negotiation.Request, negotiation.Shape, key.Secret, negotiation.MaxTokens);
            call.AttachTo(message);
            CallRecord.Current?.Note(new PromptNote(call, health.Name, negotiation.Request));
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, call.CallerToken);
            if (response.IsSuccessStatusCode)
            {
                _keys.Accept(key);
                _learnt.Remember(request.Schema?.Name, first, negotiation.Shape, negotiation.IsCertain);
                using var reply = call.Document ?? throw new InvalidOperationException("Nobody asked what the answer means.");
                return negotiation.Settle(api.Read(reply.RootElement, request, call.Elapsed));
            }

            if (call.KeyIsFreeIn < call.Patience() && keyChanges-- > 0)
            {
                key = _keys.Next(orAny: false);
                continue;
            }

            var error = await UpstreamError.ReadAsync(response, call.CallerToken);
            var isSuspect = call.FailsAlike && negotiation.CanAskForLess && (!call.HasAlternative || _learnt.TryStartTrial());
            if (negotiation.Change(response.StatusCode, error, isSuspect))
            {
                call.HasAskedOtherwise = !negotiation.IsCertain;
                var shape = negotiation.Shape;
                logger.AskedOtherwise(
                    health.Name,
                    shape.Format,
                    shape.TokenLimit,
                    negotiation.MaxTokens,
                    shape.HasTemperature,
                    shape.HasSampleCount);
                continue;
            }

            var failure = Failure(response, error);
            var isAboutTheKey = failure.Scope == FailureScope.Upstream && IsAboutTheKey(response.StatusCode);
            if (!isAboutTheKey || !_keys.Refuse(key, failure)) throw failure;
            key = _keys.Next(orAny: false);
        }
    }

    private UpstreamException Failure(HttpResponseMessage response, UpstreamError error) =>
        error.NamesAny(FilterWords)
            ? CompletionFailure.Filtered("refused the request by its content filter")
            : UpstreamException.Of(response, timeProvider.GetUtcNow());

    /// <summary>Null where the upstream is not to blame.</summary>
    private static ChatModelException? Reason(Exception exception) => exception as ChatModelException
        ?? (UpstreamException.Of(exception) is { } failure ? CompletionFailure.Of(failure) : null);

    private string Complaint() => health.Circuit.State == CircuitState.Closed
        ? health.LastFault?.Complaint ?? UpstreamHealth.LeftAlone
        : UpstreamHealth.LeftAlone;

    private static bool IsAboutTheKey(HttpStatusCode status) =>
        status is HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden;
}
