using System.Net;
using System.Net.Http.Headers;
using Miner.Application.Ports;

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

    public HttpStatusCode Meaning(HttpStatusCode status, byte[] body) => MessagesStatus.Of(status, body);

    public ChatCompletion Read(byte[] body, ChatRequest request, TimeSpan elapsed) => MessagesAnswer.Read(body, options.Model, elapsed);
}
