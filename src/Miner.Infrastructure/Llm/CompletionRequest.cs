using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>The body of a Chat Completions request, in the order in which it is written; what is null is left out.</summary>
internal sealed record CompletionRequest(
    string Model,
    IReadOnlyList<CompletionMessage> Messages,
    double? Temperature,
    int? MaxTokens,
    int? MaxCompletionTokens,
    int? N,
    string? ReasoningEffort,
    CompletionFormat? ResponseFormat,
    IReadOnlyList<CompletionTool>? Tools,
    string? ToolChoice)
{
    private const string JsonInstruction = "Answer with one JSON object.";

    // Safe because the body is read as JSON and never shown as HTML; the default encoder makes six bytes of every letter past ASCII.
    private static readonly CompletionJson Json = new(new JsonSerializerOptions(CompletionJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static CompletionRequest Create(ChatRequest request, RequestShape shape, ChatModelOptions options, int maxTokens) => new(
        options.Model,
        Messages: Written(request, shape),
        shape.HasTemperature ? request.Temperature ?? options.Temperature : null,
        shape.TokenLimit == TokenLimitParameter.MaxTokens ? maxTokens : null,
        shape.TokenLimit == TokenLimitParameter.MaxCompletionTokens ? maxTokens : null,
        shape.HasSampleCount && request.Samples > 1 ? request.Samples : null,
        options.ReasoningEffort,
        Format(request.Schema, shape.Format),
        shape.HasTools ? [.. request.Tools.Select(CompletionTool.Of)] : null,
        shape.HasTools && !request.MayCallTools ? "none" : null);

    /// <param name="extra">A JSON object whose members take the place of those of the same names, or null.</param>
    public byte[] ToBytes(string? extra = null) => extra is null
        ? JsonSerializer.SerializeToUtf8Bytes(this, Json.CompletionRequest)
        : ExtraBody.Merge(JsonSerializer.SerializeToNode(this, Json.CompletionRequest)!.AsObject(), extra);

    private static CompletionFormat? Format(AnswerSchema? schema, AnswerFormat format) => (schema, format) switch
    {
        (null, _) or (_, AnswerFormat.Text) => null,
        (_, AnswerFormat.JsonObject) => new CompletionFormat("json_object", null),
        _ => new CompletionFormat("json_schema", new CompletionSchema(schema.Name, Strict: true, JsonElement.Parse(schema.Json))),
    };

    private static List<CompletionMessage> Written(ChatRequest request, RequestShape shape)
    {
        var messages = Instructed(request.Messages, shape);
        if (!shape.HasTools) messages = messages.Concat(ToolTexts.Of(request.Rounds));
        var written = messages.Select(message => new CompletionMessage(Role(message.Role), message.Content));
        return [.. shape.HasTools ? written.Concat(ToolMessages.Of(request.Rounds)) : written];
    }

    /// <summary>
    /// OpenAI refuses <c>json_object</c> where no message speaks of JSON. The instruction joins a leading system message where there is
    /// one, because the chat templates of some models allow only one, and only there.
    /// </summary>
    private static IEnumerable<ChatMessage> Instructed(IReadOnlyList<ChatMessage> messages, RequestShape shape)
    {
        if (shape.Format != AnswerFormat.JsonObject
            || messages.Any(message => message.Content.Contains("JSON", StringComparison.OrdinalIgnoreCase)))
        {
            return messages;
        }

        return messages is [{ Role: ChatRole.System } first, ..]
            ? messages.Skip(1).Prepend(first with { Content = $"{first.Content}\n\n{JsonInstruction}" })
            : messages.Prepend(new ChatMessage(ChatRole.System, JsonInstruction));
    }

    private static string Role(ChatRole role) => role switch
    {
        ChatRole.System => "system",
        ChatRole.User => "user",
        ChatRole.Assistant => "assistant",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}

/// <param name="ToolCalls">What a model called.</param>
/// <param name="ToolCallId">Of a result: the call's.</param>
internal sealed record CompletionMessage(
    string Role, string Content, IReadOnlyList<CompletionToolCall>? ToolCalls = null, string? ToolCallId = null);

internal sealed record CompletionFormat(string Type, CompletionSchema? JsonSchema);

internal sealed record CompletionSchema(string Name, bool Strict, JsonElement Schema);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CompletionRequest))]
internal sealed partial class CompletionJson : JsonSerializerContext;
