using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>What a message, or a part of one in a stream, says.</summary>
internal static class MessageContent
{
    /// <summary>
    /// Content is a string, or with some upstreams a list of parts or one part alone. Those that are strings, or of type <c>text</c> as
    /// several APIs call it, are joined; those that think, or are of any other type, are not the answer.
    /// </summary>
    public static string? Text(JsonElement? message) =>
        message?.Property("content") is { ValueKind: JsonValueKind.Array or JsonValueKind.Object }
            ? string.Concat(Texts(message).Select(text => text.GetString()))
            : String(message, "content");

    /// <summary>The strings that <see cref="Text"/> joins.</summary>
    public static IEnumerable<JsonElement> Texts(JsonElement? message) => message?.Property("content") switch
    {
        { ValueKind: JsonValueKind.String } text => [text],
        { ValueKind: JsonValueKind.Array } parts => parts.EnumerateArray().Select(Part).OfType<JsonElement>(),
        { ValueKind: JsonValueKind.Object } part => Part(part) is { } text ? [text] : [],
        _ => [],
    };

    /// <summary>Content that is the answer's object itself, as JSON text; servers that parse it forget to write it back.</summary>
    public static string? Object(JsonElement? message) =>
        message?.Property("content") is { ValueKind: JsonValueKind.Object } members && String(members, "type") is null
            ? members.GetRawText()
            : null;

    private static JsonElement? Part(JsonElement part) => part.ValueKind == JsonValueKind.String ? part
        : String(part, "type") is "text" or "output_text" && part.Property("text") is { ValueKind: JsonValueKind.String } text ? text
        : null;

    /// <summary>What the model thought, where the upstream keeps it apart from the content.</summary>
    public static string? Reasoning(JsonElement? message) => String(message, "reasoning_content") ?? String(message, "reasoning");

    /// <summary>The string that <see cref="Reasoning"/> gives.</summary>
    public static JsonElement? ReasoningPart(JsonElement message) =>
        message.Property("reasoning_content") is { ValueKind: JsonValueKind.String } text ? text : message.Property("reasoning");

    /// <summary>The arguments of the first call, as JSON text or a part of it.</summary>
    public static string? Arguments(JsonElement? message) =>
        CalledTools.Arguments(CalledTools.Functions(message).FirstOrDefault().Function);

    public static string? Refusal(JsonElement? message) => String(message, "refusal") is { Length: > 0 } refusal ? refusal : null;

    /// <summary>The value of a member that is a string, else null.</summary>
    public static string? String(JsonElement? element, string name) =>
        element?.Property(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
