using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>The tools that a message calls.</summary>
internal static class CalledTools
{
    /// <summary>Far more than a model has reason to call in one message; others are not read.</summary>
    public const int Most = 64;

    /// <summary>None where <paramref name="request"/> offers no tools, and where what is called is the answer's form.</summary>
    public static IReadOnlyList<ToolCall> Of(JsonElement? message, ChatRequest request)
    {
        if (request.Tools.Count == 0) return [];
        var calls = Functions(message).Take(Most)
            .Select(call => new ToolCall(
                call.Id ?? "", MessageContent.String(call.Function, "name") ?? "", Arguments(call.Function) ?? ""))
            .ToList();
        var isAnswer = !calls.Exists(call => request.Tools.Any(tool => tool.Name == call.Name))
            && calls.Exists(call => ReasonedAnswer.Find(call.Arguments, request.Schema) is not null);
        return isAnswer ? [] : calls;
    }

    /// <summary>As JSON text or a part of it: some servers send the object itself.</summary>
    public static string? Arguments(JsonElement? function) =>
        function?.Property("arguments") is { ValueKind: JsonValueKind.Object } members
            ? members.GetRawText()
            : MessageContent.String(function, "arguments");

    /// <summary>The functions that are called, also in the form of before tools.</summary>
    public static IEnumerable<(string? Id, JsonElement? Function)> Functions(JsonElement? message) =>
        message?.Property("tool_calls") is { ValueKind: JsonValueKind.Array } calls && calls.GetArrayLength() > 0
            ? calls.EnumerateArray().Select(call => (MessageContent.String(call, "id"), call.Property("function")))
            : message?.Property("function_call") is { ValueKind: JsonValueKind.Object } function ? [(null, function)] : [];
}
