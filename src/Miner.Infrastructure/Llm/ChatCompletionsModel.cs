using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// A model behind OpenAI's Chat Completions API. It learns which optional parameters its upstream accepts: one that is refused is
/// asked for in another way within the same completion, and from then on at once.
/// </summary>
/// <param name="http">A client whose handler holds the resilience pipeline, without a timeout or headers of its own.</param>
internal sealed class ChatCompletionsModel(
    HttpClient http,
    ChatModelOptions options,
    ProviderProfile profile,
    UpstreamHealth health,
    MinerMetrics metrics,
    TimeProvider timeProvider,
    ILogger<ChatCompletionsModel> logger)
    : IChatModel
{
    private readonly Uri _endpoint = Endpoint(options.BaseUrl);
    private readonly AuthenticationHeaderValue? _authorization =
        string.IsNullOrWhiteSpace(options.ApiKey) ? null : new AuthenticationHeaderValue("Bearer", options.ApiKey.Trim());
    private readonly TimeSpan _deadline = UpstreamDeadlines.Within(options.RequestTimeout).Total;
    private readonly LearntShapes _learnt = new(profile.TokenLimit);

    public ChatModelDescription Description => new(
            profile.Name,
            options.Model,
            health.State == CircuitState.Closed ? null : CompletionFailure.Sentence(UpstreamHealth.LeftAlone));

    public async Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        using var operation = new ModelOperation(Description, options.BaseUrl, metrics, timeProvider);
        var call = new UpstreamCall(timeProvider, _deadline, cancellationToken);
        var first = _learnt.For(request.Schema?.Name);
        var shape = first;
        try
        {
            while (true)
            {
                using var message = Message(CompletionRequest.Create(request, shape, options), call);
                using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (!response.IsSuccessStatusCode)
                {
                    shape = await NextShapeAsync(shape, first, response, cancellationToken);
                    continue;
                }

                if (shape != first) _learnt.Remember(request.Schema?.Name, shape);
                var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                var completion = CompletionAnswer.Read(body, options.Model, request, call.Elapsed);
                operation.Complete(completion.Usage);
                logger.Completed(
                    completion.Usage.Model, completion.Usage.Tokens, (long)call.Elapsed.TotalMilliseconds, call.Attempts);
                return completion;
            }
        }
        catch (Exception exception) when (CompletionFailure.Of(exception) is { } failure)
        {
            operation.Fail(failure);
            logger.NotCompleted(failure.Message, (long)call.Elapsed.TotalMilliseconds, call.Attempts);
            throw failure;
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
    }

    /// <summary>How to ask again after <paramref name="response"/> refused a parameter.</summary>
    /// <exception cref="UpstreamException">It failed for another reason, or no shape is left.</exception>
    private async Task<RequestShape> NextShapeAsync(
        RequestShape shape, RequestShape first, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // 422 is how servers built on FastAPI or Rust's serde refuse a parameter.
        var isRefusal = response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity;
        var next = isRefusal ? shape.After(await UpstreamError.ReadAsync(response, cancellationToken), first) : null;
        if (next is null) throw UpstreamException.Of(response, timeProvider.GetUtcNow());
        logger.ParametersRefused(next.Format, next.TokenLimit, next.HasTemperature, next.HasSampleCount);
        return next;
    }

    private HttpRequestMessage Message(CompletionRequest body, UpstreamCall call)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, _endpoint)
        {
            Content = new ByteArrayContent(body.ToBytes()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        message.Headers.Authorization = _authorization;
        call.AttachTo(message);
        return message;
    }

    private static Uri Endpoint(Uri baseUrl)
    {
        var address = new UriBuilder(baseUrl);
        address.Path = address.Path.TrimEnd('/') + "/chat/completions";
        return address.Uri;
    }
}
