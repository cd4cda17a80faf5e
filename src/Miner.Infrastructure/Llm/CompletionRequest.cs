using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// Writes the body of a Chat Completions request. By hand and not by the serializer: nearly all of it is the same instructions and the
/// same schema each time, which <see cref="EncodedTexts"/> keeps.
/// </summary>
internal static class CompletionRequest
{
    private const string JsonInstruction = "Answer with one JSON object.";

    // For the rare parts, which need no care.
    private static readonly CompletionJson Json = new(new JsonSerializerOptions(CompletionJson.Default.Options)
    {
        Encoder = RequestBody.Encoder,
    });

    /// <param name="maxTokens">The most tokens of the answer.</param>
    public static byte[] Write(ChatRequest request, RequestShape shape, ChatModelOptions options, int maxTokens)
    {
        var body = RequestBody.Write((request, shape, options, maxTokens), static (writer, asked) => Write(writer, asked));
        return options.ExtraBody is { } extra ? ExtraBody.Merge(JsonNode.Parse(body)!.AsObject(), extra) : body;
    }

    private static void Write(
        Utf8JsonWriter writer, (ChatRequest Request, RequestShape Shape, ChatModelOptions Options, int MaxTokens) asked)
    {
        var (request, shape, options, maxTokens) = asked;
        writer.WriteStartObject();
        writer.WriteString("model"u8, options.Model);
        WriteMessages(writer, request, shape);
        if (shape.HasTemperature) writer.WriteNumber("temperature"u8, request.Temperature ?? options.Temperature);
        writer.WriteNumber(RequestShape.ParameterName(shape.TokenLimit), maxTokens);
        if (shape.HasSampleCount && request.Samples > 1) writer.WriteNumber("n"u8, request.Samples);
        if (options.ReasoningEffort is { } effort) writer.WriteString("reasoning_effort"u8, effort);
        WriteFormat(writer, request.Schema, shape.Format);
        if (shape.HasTools)
        {
            writer.WritePropertyName("tools"u8);
            JsonSerializer.Serialize(writer, [.. request.Tools.Select(CompletionTool.Of)], Json.ListCompletionTool);
            if (!request.MayCallTools) writer.WriteString("tool_choice"u8, "none"u8);
        }

        writer.WriteEndObject();
    }

    private static void WriteFormat(Utf8JsonWriter writer, AnswerSchema? schema, AnswerFormat format)
    {
        if (schema is null || format == AnswerFormat.Text) return;

        writer.WriteStartObject("response_format"u8);
        if (format == AnswerFormat.JsonObject)
        {
            writer.WriteString("type"u8, "json_object"u8);
        }
        else
        {
            writer.WriteString("type"u8, "json_schema"u8);
            writer.WriteStartObject("json_schema"u8);
            writer.WriteString("name"u8, schema.Name);
            writer.WriteBoolean("strict"u8, true);
            writer.WritePropertyName("schema"u8);
            writer.WriteRawValue(EncodedTexts.OfJson(schema.Json), skipInputValidation: true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter writer, ChatRequest request, RequestShape shape)
    {
        var messages = Instructed(request.Messages, shape);
        if (!shape.HasTools && request.Rounds.Count > 0) messages = [.. messages, .. ToolTexts.Of(request.Rounds)];

        writer.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, Role(message.Role));
            if (message.Role == ChatRole.System)
            {
                writer.WritePropertyName("content"u8);
                writer.WriteRawValue(EncodedTexts.OfText(message.Content), skipInputValidation: true);
            }
            else
            {
                writer.WriteString("content"u8, message.Content);
            }

            writer.WriteEndObject();
        }

        if (shape.HasTools)
        {
            foreach (var message in ToolMessages.Of(request.Rounds)) JsonSerializer.Serialize(writer, message, Json.CompletionMessage);
        }

        writer.WriteEndArray();
    }

    /// <summary>
    /// OpenAI refuses <c>json_object</c> where no message speaks of JSON. The instruction joins a leading system message where there is
    /// one, because the chat templates of some models allow only one, and only there.
    /// </summary>
    private static IReadOnlyList<ChatMessage> Instructed(IReadOnlyList<ChatMessage> messages, RequestShape shape)
    {
        if (shape.Format != AnswerFormat.JsonObject
            || messages.Any(message => message.Content.Contains("JSON", StringComparison.OrdinalIgnoreCase)))
        {
            return messages;
        }

        return messages is [{ Role: ChatRole.System } first, ..]
            ? [first with { Content = $"{first.Content}\n\n{JsonInstruction}" }, .. messages.Skip(1)]
            : [new ChatMessage(ChatRole.System, JsonInstruction), .. messages];
    }

    private static ReadOnlySpan<byte> Role(ChatRole role) => role switch
    {
        ChatRole.System => "system"u8,
        ChatRole.User => "user"u8,
        ChatRole.Assistant => "assistant"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}

/// <param name="ToolCalls">What a model called.</param>
/// <param name="ToolCallId">Of a result: the call's.</param>
internal sealed record CompletionMessage(
    string Role, string Content, IReadOnlyList<CompletionToolCall>? ToolCalls = null, string? ToolCallId = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CompletionMessage))]
[JsonSerializable(typeof(List<CompletionTool>))]
internal sealed partial class CompletionJson : JsonSerializerContext;
