using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// The body of a request of Anthropic's Messages API, in the order in which it is written; what is null is left out. The API knows no
/// <c>n</c>: one request, one answer.
/// </summary>
internal sealed record MessagesRequest(
    string Model,
    int MaxTokens,
    double? Temperature,
    IReadOnlyList<MessagesTool>? Tools,
    MessagesToolChoice? ToolChoice,
    IReadOnlyList<MessagesBlock>? System,
    IReadOnlyList<MessagesTurn> Messages)
{
    private const string Version = "2023-06-01";

    // Safe because the body is read as JSON and never shown as HTML; the default encoder makes six bytes of every letter past ASCII.
    private static readonly MessagesJson Json = new(new JsonSerializerOptions(MessagesJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <param name="maxTokens">The most tokens of the answer, thoughts included.</param>
    /// <param name="temperature">Above 1, the most that the API knows, it is 1; null for models that refuse any.</param>
    /// <param name="asTool">
    /// Whether the request's schema is asked for as that of a tool which the model has to call; models that think refuse that, and then
    /// the prompt alone has to say what is wanted.
    /// </param>
    public static MessagesRequest Create(ChatRequest request, string model, int maxTokens, double? temperature, bool asTool)
    {
        var tool = asTool ? request.Schema : null;
        return new MessagesRequest(
            model,
            maxTokens,
            temperature is { } given ? Math.Clamp(given, 0, 1) : null,
            tool is null ? null : [new MessagesTool(tool.Name, "Gives the answer.", JsonElement.Parse(tool.Json))],
            tool is null ? null : new MessagesToolChoice("tool", tool.Name, DisableParallelToolUse: true),
            MessagesPrompt.System(request.Messages),
            MessagesPrompt.Turns(request.Messages));
    }

    /// <summary>Where requests go, with or without the version in <paramref name="baseUrl"/>: Anthropic's own clients want none.</summary>
    public static Uri Endpoint(Uri baseUrl) => UpstreamEndpoint.Of(
        baseUrl, baseUrl.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal) ? "messages" : "v1/messages");

    /// <summary>Adds the headers of the API; a blank key is left out.</summary>
    public static void AddHeaders(HttpRequestMessage message, string? apiKey)
    {
        message.Headers.Add("anthropic-version", Version);
        if (!string.IsNullOrWhiteSpace(apiKey)) message.Headers.TryAddWithoutValidation("x-api-key", apiKey.Trim());
    }

    /// <param name="extra">A JSON object whose members take the place of those of the same names, or null.</param>
    public byte[] ToBytes(string? extra = null) => extra is null
        ? JsonSerializer.SerializeToUtf8Bytes(this, Json.MessagesRequest)
        : ExtraBody.Merge(JsonSerializer.SerializeToNode(this, Json.MessagesRequest)!.AsObject(), extra);
}

internal sealed record MessagesTool(string Name, string Description, JsonElement InputSchema);

internal sealed record MessagesToolChoice(string Type, string Name, bool DisableParallelToolUse);

/// <summary>What one of the two sides says, in one or more blocks.</summary>
internal sealed record MessagesTurn(string Role, IReadOnlyList<MessagesBlock> Content);

/// <param name="CacheControl">Ends what the server should keep for the next request that begins in the same way.</param>
internal sealed record MessagesBlock(string Type, string Text, MessagesCacheControl? CacheControl);

internal sealed record MessagesCacheControl(string Type);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MessagesRequest))]
internal sealed partial class MessagesJson : JsonSerializerContext;
