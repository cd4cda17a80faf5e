using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>What a message, or a part of one in a stream, says.</summary>
internal static class MessageContent
{
    /// <summary>
    /// Content is a string, or with some upstreams a list of parts, of which those of type <c>text</c> are joined; those that think, or
    /// are of any other type, are not the answer.
    /// </summary>
    public static string? Text(JsonElement? message) => message?.Property("content") is { ValueKind: JsonValueKind.Array } parts
        ? string.Concat(parts.EnumerateArray()
            .Where(part => String(part, "type") == "text")
            .Select(part => String(part, "text")))
        : String(message, "content");

    /// <summary>What the model thought, where the upstream keeps it apart from the content.</summary>
    public static string? Reasoning(JsonElement? message) => String(message, "reasoning_content") ?? String(message, "reasoning");

    /// <summary>The arguments of the first call, as JSON text or a part of it.</summary>
    public static string? Arguments(JsonElement? message) =>
        CalledTools.Arguments(CalledTools.Functions(message).FirstOrDefault().Function);

    public static string? Refusal(JsonElement? message) => String(message, "refusal") is { Length: > 0 } refusal ? refusal : null;

    /// <summary>The value of a member that is a string, else null.</summary>
    public static string? String(JsonElement? element, string name) =>
        element?.Property(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
