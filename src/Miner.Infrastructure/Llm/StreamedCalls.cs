using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    public JsonArray ToJson() => new([.. _calls.Values.Select(call => new JsonObject
    {
        ["id"] = call.Id,
        ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments.ToString() },
    })]);

    private void Add(int index, string? id, JsonElement function)
    {
        if (index is < 0 or >= CalledTools.Most) return;
        if (!_calls.TryGetValue(index, out var call)) _calls[index] = call = new Call();
        call.Id ??= id;
        call.Name ??= MessageContent.String(function, "name");
        call.Arguments.Append(CalledTools.Arguments(function));
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

        public StringBuilder Arguments { get; } = new();
    }
}
