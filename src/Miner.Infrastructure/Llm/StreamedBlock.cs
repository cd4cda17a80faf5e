using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>One block of a streamed message, as far as it has come: what the model says, or the tool's input as JSON text.</summary>
internal sealed class StreamedBlock
{
    private readonly StreamedText _text = new();
    private readonly StreamedText _input = new();
    private JsonElement? _type;

    public void Start(JsonElement block)
    {
        _type = UpstreamJson.Said(block.Property("type"))?.Clone();
        _text.Add(block.Property("text"));
        if (block.Property("input") is { ValueKind: JsonValueKind.Object } input && input.EnumerateObject().Any())
            _input.Add(input.GetRawText());
    }

    public void Add(JsonElement delta)
    {
        _text.Add(delta.Property("text"));
        _input.Add(delta.Property("partial_json"));
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteAsSent("type"u8, _type);
        _text.WriteTo(writer, "text"u8);
        _input.WriteTo(writer, "input"u8);
        writer.WriteEndObject();
    }
}
