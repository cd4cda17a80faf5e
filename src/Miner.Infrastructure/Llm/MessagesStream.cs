using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>The events of a streamed message, put together to the message that they would have been in one piece.</summary>
internal sealed class MessagesStream
{
    /// <summary>Far more than a model has reason to send; others are not read.</summary>
    private const int MaxBlocks = 128;

    private readonly SortedDictionary<int, StreamedBlock> _blocks = [];
    private readonly Dictionary<string, JsonElement> _usage = new(StringComparer.Ordinal);
    private JsonElement? _whole;
    private JsonElement? _model;
    private JsonElement? _reason;
    private JsonElement? _error;

    private MessagesStream()
    {
    }

    /// <inheritdoc cref="CompletionStream.Join"/>
    public static byte[] Join(IEnumerable<ServerSentEvent> events)
    {
        var stream = new MessagesStream();
        foreach (var sent in events)
        {
            if (sent.IsDone) break;
            using var document = JsonDocument.Parse(sent.Data);
            stream.Add(sent.Name, document.RootElement);
        }

        if (stream._whole is null && stream._reason is null && stream._error is null) throw new JsonException("The stream was cut.");
        return stream._whole is { } whole
            ? JsonMarshal.GetRawUtf8Value(whole).ToArray()
            : RequestBody.Write(stream, static (writer, stream) => stream.WriteTo(writer));
    }

    private void Add(string? name, JsonElement part)
    {
        if (CompletionDocument.Error(part) is { } error) _error = error.Clone();
        else if (name == "error") _error = part.Clone();
        switch (MessageContent.String(part, "type") ?? name)
        {
            case "message":
                _whole = part.Clone();
                break;
            case "message_start" when part.Property("message") is { } message:
                _model = UpstreamJson.Said(message.Property("model"))?.Clone();
                AddUsage(message.Property("usage"));
                break;
            case "content_block_start" when part.Property("content_block") is { } block:
                Block(part)?.Start(block);
                break;
            case "content_block_delta" when part.Property("delta") is { } delta:
                Block(part)?.Add(delta);
                break;
            case "message_delta":
                _reason = UpstreamJson.Said(part.Property("delta")?.Property("stop_reason"))?.Clone() ?? _reason;
                AddUsage(part.Property("usage"));
                break;
        }
    }

    private StreamedBlock? Block(JsonElement part)
    {
        if (part.Property("index") is not { ValueKind: JsonValueKind.Number } number || !number.TryGetInt32(out var index)) return null;
        if (index is < 0 or >= MaxBlocks) return null;
        if (!_blocks.TryGetValue(index, out var block)) _blocks[index] = block = new StreamedBlock();
        return block;
    }

    /// <summary>What comes later counts all from the beginning on.</summary>
    private void AddUsage(JsonElement? usage)
    {
        foreach (var name in MessagesAnswer.Counts)
        {
            if (usage?.Property(name) is { ValueKind: JsonValueKind.Number } count) _usage[name] = count.Clone();
        }
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteAsSent("model"u8, _model);
        writer.WriteStartArray("content"u8);
        foreach (var block in _blocks.Values) block.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteAsSent("stop_reason"u8, _reason);
        writer.WriteStartObject("usage"u8);
        foreach (var (name, count) in _usage) writer.WriteAsSent(Encoding.UTF8.GetBytes(name), count);
        writer.WriteEndObject();
        writer.WriteAsSent("error"u8, _error);
        writer.WriteEndObject();
    }
}
