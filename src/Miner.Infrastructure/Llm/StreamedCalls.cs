using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>The calls of one choice of a streamed completion: their parts come mixed, each with its call's index.</summary>
internal sealed class StreamedCalls
{
    private readonly SortedDictionary<int, Call> _calls = [];

    public void Add(JsonElement delta)
    {
        if (delta.Property("function_call") is { ValueKind: JsonValueKind.Object } function) Add(0, null, function);
        if (delta.Property("tool_calls") is not { ValueKind: JsonValueKind.Array } parts) return;
        foreach (var part in parts.EnumerateArray())
        {
            var id = MessageContent.String(part, "id");
            if (part.Property("function") is { ValueKind: JsonValueKind.Object } called) Add(Index(part, id), id, called);
        }
    }

    public void WriteTo(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartArray(name);
        foreach (var call in _calls.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, call.Id);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, call.Name);
            call.Arguments.WriteTo(writer, "arguments"u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Add(int index, string? id, JsonElement function)
    {
        if (index is < 0 or >= CalledTools.Most) return;
        if (!_calls.TryGetValue(index, out var call)) _calls[index] = call = new Call();
        call.Id ??= id;
        call.Name ??= MessageContent.String(function, "name");
        // Some servers send the object itself.
        if (function.Property("arguments") is { ValueKind: JsonValueKind.Object } members) call.Arguments.Add(members.GetRawText());
        else call.Arguments.Add(function.Property("arguments"));
    }

    /// <summary>A part without an index begins another call where it has an id of its own, and else goes on with the last.</summary>
    private int Index(JsonElement part, string? id)
    {
        if (part.Property("index") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var index)) return index;
        if (_calls.Count == 0) return 0;
        var last = _calls.Keys.Last();
        return id is not null && _calls[last].Id != id ? last + 1 : last;
    }

    private sealed class Call
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public StreamedText Arguments { get; } = new();
    }
}
