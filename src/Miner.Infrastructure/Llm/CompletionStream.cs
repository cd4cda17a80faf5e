using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>The events of a streamed completion, put together to the completion that they would have been in one piece.</summary>
internal sealed class CompletionStream
{
    private readonly SortedDictionary<int, StreamedChoice> _choices = [];
    private JsonElement? _error;
    private JsonElement? _usage;
    private JsonElement? _model;

    private CompletionStream()
    {
    }

    /// <summary>A completion as JSON, whose texts may hold lone surrogates.</summary>
    /// <exception cref="JsonException">An event is not JSON, or the stream ends before the model has stopped.</exception>
    /// <exception cref="InvalidOperationException">A name or a word is no text.</exception>
    public static byte[] Join(IEnumerable<ServerSentEvent> events)
    {
        var stream = new CompletionStream();
        var isDone = false;
        foreach (var sent in events)
        {
            isDone = sent.IsDone;
            if (isDone) break;
            stream.Add(sent);
        }

        if (!isDone && stream._error is null && !stream._choices.Values.Any(choice => choice.HasEnded))
            throw new JsonException("The stream was cut.");
        return RequestBody.Write(stream, static (writer, stream) => stream.WriteTo(writer));
    }

    private void Add(ServerSentEvent sent)
    {
        using var document = JsonDocument.Parse(sent.Data);
        var part = document.RootElement;
        if (CompletionDocument.Error(part) is { } error) _error = error.Clone();
        else if (sent.Name == "error") _error = part.Clone();
        if (part.Property("usage") is { ValueKind: JsonValueKind.Object } usage) _usage = usage.Clone();
        _model ??= UpstreamJson.Said(part.Property("model"))?.Clone();
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

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteAsSent("model"u8, _model);
        writer.WriteStartArray("choices"u8);
        foreach (var choice in _choices.Values) choice.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteAsSent("usage"u8, _usage);
        writer.WriteAsSent("error"u8, _error);
        writer.WriteEndObject();
    }
}
