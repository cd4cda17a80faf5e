using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>What a reply of Chat Completions holds.</summary>
internal static class CompletionDocument
{
    /// <summary>Far more than are ever asked for.</summary>
    public const int MaxChoices = 128;

    /// <inheritdoc cref="ReplyDocument.Parse"/>
    public static JsonDocument Parse(byte[] body) => ReplyDocument.Parse(body, CompletionStream.Join);

    /// <summary>
    /// The error that <paramref name="reply"/> or one of its choices holds, or null. What says nothing (<c>null</c>, <c>{}</c>, <c>""</c>,
    /// <c>0</c>, or an object of these) is none. Gemini wraps the object that has it in an array.
    /// </summary>
    public static JsonElement? Error(JsonElement reply)
    {
        if (reply.ValueKind == JsonValueKind.Array && reply.GetArrayLength() > 0) reply = reply[0];
        return reply.Property("error") is { } error && SaysSomething(error) ? error : null;
    }

    /// <summary>The first elements of <c>choices</c>; none where there is no such array.</summary>
    public static IReadOnlyList<JsonElement> Choices(JsonElement reply) =>
        reply.Property("choices") is { ValueKind: JsonValueKind.Array } choices ? [.. choices.EnumerateArray().Take(MaxChoices)] : [];

    /// <summary>
    /// The message of <paramref name="choice"/>, or what stands in its place where a server sends a stream's parts; null where there is
    /// none.
    /// </summary>
    public static JsonElement? Message(JsonElement choice) =>
        choice.Property("message") is { ValueKind: JsonValueKind.Object } message ? message
            : choice.Property("delta") is { ValueKind: JsonValueKind.Object } delta ? delta
            : null;

    /// <summary>Whether the server failed in the middle of <paramref name="choice"/>.</summary>
    public static bool HasFailed(JsonElement choice) => FinishReason.IsFailure(Reason(choice)) || Error(choice) is not null;

    /// <summary>Why the model stopped; null where that is not said.</summary>
    public static string? Reason(JsonElement choice) =>
        MessageContent.String(choice, "finish_reason") is { Length: > 0 } reason ? reason : null;

    /// <summary>Whether a content filter took the prompt, which with Azure leaves no choices (<c>prompt_filter_results</c>).</summary>
    public static bool IsPromptFiltered(JsonElement reply) =>
        reply.Property("prompt_filter_results") is { ValueKind: JsonValueKind.Array } results
        && results.EnumerateArray().Any(result =>
            result.Property("content_filter_results") is { ValueKind: JsonValueKind.Object } filters
            && filters.EnumerateObject().Any(filter => filter.Value.Property("filtered") is { ValueKind: JsonValueKind.True }));

    private static bool SaysSomething(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Object => error.EnumerateObject().Any(member => SaysSomething(member.Value)),
        JsonValueKind.String => UpstreamJson.Said(error) is not null,
        JsonValueKind.Array => error.GetArrayLength() > 0,
        JsonValueKind.Number => error.TryGetDouble(out var code) && code != 0,
        JsonValueKind.True => true,
        _ => false,
    };
}
