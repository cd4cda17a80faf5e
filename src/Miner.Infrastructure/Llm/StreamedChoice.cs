using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>One choice of a streamed completion, as far as it has come.</summary>
internal sealed class StreamedChoice
{
    private readonly StreamedText _content = new();
    private readonly StreamedText _reasoning = new();
    private readonly StreamedText _refusal = new();
    private readonly StreamedCalls _calls = new();
    private JsonElement? _whole;
    private JsonElement? _error;
    private JsonElement? _reason;

    /// <summary>Whether there is nothing more to come: the model has stopped, or what was sent is a whole message.</summary>
    public bool HasEnded => _reason is not null || _whole is not null;

    public void Add(JsonElement choice)
    {
        if (CompletionDocument.Error(choice) is { } error) _error = error.Clone();
        _reason = UpstreamJson.Said(choice.Property("finish_reason"))?.Clone() ?? _reason;
        if (choice.Property("delta") is { ValueKind: JsonValueKind.Object } delta)
        {
            foreach (var text in MessageContent.Texts(delta)) _content.Add(text);
            _reasoning.Add(MessageContent.ReasoningPart(delta));
            _refusal.Add(delta.Property("refusal"));
            _calls.Add(delta);
        }
        else if (choice.Property("message") is { ValueKind: JsonValueKind.Object } message)
        {
            _whole = message.Clone();
        }
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (_whole is not null)
        {
            writer.WriteAsSent("message"u8, _whole);
        }
        else
        {
            writer.WriteStartObject("message"u8);
            _content.WriteTo(writer, "content"u8);
            _reasoning.WriteTo(writer, "reasoning_content"u8);
            _refusal.WriteTo(writer, "refusal"u8);
            _calls.WriteTo(writer, "tool_calls"u8);
            writer.WriteEndObject();
        }

        writer.WriteAsSent("finish_reason"u8, _reason);
        writer.WriteAsSent("error"u8, _error);
        writer.WriteEndObject();
    }
}
