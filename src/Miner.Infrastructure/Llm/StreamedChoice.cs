using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>One choice of a streamed completion, as far as it has come.</summary>
internal sealed class StreamedChoice
{
    private readonly StringBuilder _content = new();
    private readonly StringBuilder _reasoning = new();
    private readonly StreamedCalls _calls = new();
    private readonly StringBuilder _refusal = new();
    private JsonNode? _whole;
    private JsonNode? _error;
    private string? _reason;

    /// <summary>Whether there is nothing more to come: the model has stopped, or what was sent is a whole message.</summary>
    public bool HasEnded => _reason is not null || _whole is not null;

    public void Add(JsonElement choice)
    {
        if (CompletionDocument.Error(choice) is { } error) _error = JsonNode.Parse(error.GetRawText());
        _reason = CompletionDocument.Reason(choice) ?? _reason;
        if (choice.Property("delta") is { ValueKind: JsonValueKind.Object } delta)
        {
            _content.Append(MessageContent.Text(delta));
            _reasoning.Append(MessageContent.Reasoning(delta));
            _refusal.Append(MessageContent.Refusal(delta));
            _calls.Add(delta);
        }
        else if (choice.Property("message") is { ValueKind: JsonValueKind.Object } message)
        {
            _whole = JsonNode.Parse(message.GetRawText());
        }
    }

    public JsonObject ToJson() => new()
    {
        ["message"] = _whole ?? new JsonObject
        {
            ["content"] = _content.ToString(),
            ["reasoning_content"] = _reasoning.ToString(),
            ["refusal"] = _refusal.ToString(),
            ["tool_calls"] = _calls.ToJson(),
        },
        ["finish_reason"] = _reason,
        ["error"] = _error,
    };
}
