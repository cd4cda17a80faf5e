using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>Anthropic's Messages API.</summary>
internal sealed class MessagesApi(ChatModelOptions options) : IChatApi
{
    private readonly Uri _endpoint = MessagesRequest.Endpoint(options.BaseUrl);

    /// <summary>The one tool of a request is the form of its answer.</summary>
    public bool TakesTools => false;

    public HttpRequestMessage CreateRequest(ChatRequest request, RequestShape shape, string? key, int maxTokens)
    {
        var temperature = shape.HasTemperature ? request.Temperature ?? options.Temperature : (double?)null;
        request = request with { Messages = [.. request.Messages, .. ToolTexts.Of(request.Rounds)] };
        var body = MessagesRequest.Create(request, options.Model, maxTokens, temperature, asTool: shape.Format == AnswerFormat.JsonSchema)
            .ToBytes(options.ExtraBody);
        var message = new HttpRequestMessage(HttpMethod.Post, _endpoint)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        MessagesRequest.AddHeaders(message, key);
        return message;
    }

    public UpstreamReply Meaning(HttpStatusCode status, byte[] body) => MessagesStatus.Of(status, body);

    public ChatCompletion Read(JsonElement reply, ChatRequest request, TimeSpan elapsed) =>
        MessagesAnswer.Read(reply, options.Model, request.Schema, elapsed);
}
