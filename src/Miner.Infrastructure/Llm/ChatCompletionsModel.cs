using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
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
        var call = new UpstreamCall(timeProvider, _deadline, cancellationToken);
        try
        {
            var body = await AskAsync(request, call);
            var completion = CompletionAnswer.Read(body, options.Model, request.Samples, call.Elapsed);
            var usage = completion.Usage;
            logger.Completed(usage.Model, usage.Tokens, (long)usage.Elapsed.TotalMilliseconds, call.Attempts);
            return completion;
        }
        catch (Exception exception) when (CompletionFailure.Of(exception) is { } failure)
        {
            logger.NotCompleted(failure.Message, (long)call.Elapsed.TotalMilliseconds, call.Attempts);
            throw failure;
        }
    }

    /// <summary>The body of the first answer without an error.</summary>
    private async Task<byte[]> AskAsync(ChatRequest request, UpstreamCall call)
    {
        var first = _learnt.For(request.Schema?.Name);
        var shape = first;
        while (true)
        {
            using var response = await PostAsync(CompletionRequest.Create(request, shape, options), call);
            if (response.IsSuccessStatusCode)
            {
                if (shape != first) _learnt.Remember(request.Schema?.Name, shape);
                return await response.Content.ReadAsByteArrayAsync(call.CallerToken);
            }

            // 422 is how servers built on FastAPI or Rust's serde refuse a parameter.
            var isRefusal = response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity;
            var next = isRefusal ? shape.After(await UpstreamError.ReadAsync(response, call.CallerToken), first) : null;
            shape = next ?? throw UpstreamException.Of(response, timeProvider.GetUtcNow());
            logger.ParametersRefused(shape.Format, shape.TokenLimit, shape.HasTemperature, shape.HasSampleCount);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(CompletionRequest body, UpstreamCall call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint)
        {
            Content = new ByteArrayContent(body.ToBytes()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Authorization = _authorization;
        call.AttachTo(request);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.CallerToken);
    }

    private static Uri Endpoint(Uri baseUrl)
    {
        var address = new UriBuilder(baseUrl);
        address.Path = address.Path.TrimEnd('/') + "/chat/completions";
        return address.Uri;
    }
}
