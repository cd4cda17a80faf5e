using System.Text.Json;
using System.Text.Json.Nodes;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>The events of a streamed completion, put together to the completion that they would have been in one piece.</summary>
internal sealed class CompletionStream
{
    private readonly SortedDictionary<int, StreamedChoice> _choices = [];
    private JsonNode? _error;
    private JsonNode? _usage;
    private string? _model;

    private CompletionStream()
    {
    }

    /// <exception cref="JsonException">An event is not JSON, or the stream ends before the model has stopped.</exception>
    public static JsonDocument Join(IEnumerable<ServerSentEvent> events)
    {
        var stream = new CompletionStream();
        var isDone = false;
        foreach (var sent in events)
        {
            isDone = sent.Data.Span.Trim((byte)' ').SequenceEqual("[DONE]"u8);
            if (isDone) break;
            stream.Add(sent);
        }

        if (!isDone && stream._error is null && !stream._choices.Values.Any(choice => choice.HasEnded))
            throw new JsonException("The stream was cut.");
        return JsonSerializer.SerializeToDocument(stream.ToJson());
    }

    private void Add(ServerSentEvent sent)
    {
        using var document = JsonDocument.Parse(sent.Data);
        var part = document.RootElement;
        if (CompletionDocument.Error(part) is { } error) _error = JsonNode.Parse(error.GetRawText());
        else if (sent.Name == "error") _error = JsonNode.Parse(part.GetRawText());
        if (part.Property("usage") is { ValueKind: JsonValueKind.Object } usage) _usage = JsonNode.Parse(usage.GetRawText());
        _model ??= MessageContent.String(part, "model");
        foreach (var (position, choice) in CompletionDocument.Choices(part).Index())
        {
            var index = choice.Property("index") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var given)
                ? given
                : position;
            if (index is < 0 or >= CompletionDocument.MaxChoices) continue;
            if (!_choices.TryGetValue(index, out var known)) _choices[index] = known = new StreamedChoice();
            known.Add(choice);
        }
    }

    private JsonObject ToJson() => new()
    {
        ["model"] = _model,
        ["choices"] = new JsonArray([.. _choices.Values.Select(choice => choice.ToJson())]),
        ["usage"] = _usage,
        ["error"] = _error,
    };
}
