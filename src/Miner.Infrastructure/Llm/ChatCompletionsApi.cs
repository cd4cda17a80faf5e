using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>OpenAI's Chat Completions API, which most servers imitate.</summary>
internal sealed class ChatCompletionsApi(ChatModelOptions options) : IChatApi
{
    private readonly Uri _endpoint = UpstreamEndpoint.Of(options.BaseUrl, "chat/completions");

    public bool TakesTools => true;

    public HttpRequestMessage CreateRequest(ChatRequest request, RequestShape shape, string? key, int maxTokens)
    {
        var body = CompletionRequest.Write(request, shape, options, maxTokens);
        return new HttpRequestMessage(HttpMethod.Post, _endpoint)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
        };
    }

    public UpstreamReply Meaning(HttpStatusCode status, byte[] body) => CompletionStatus.Of(status, body);

    public ChatCompletion Read(JsonElement reply, ChatRequest request, TimeSpan elapsed) =>
        CompletionAnswer.Read(reply, options.Model, request, elapsed);
}
