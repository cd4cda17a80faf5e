using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>Reads what an upstream sends as a chat completion.</summary>
internal static class CompletionAnswer
{
    private const int MaxModelName = 200;

    /// <summary>
    /// The choices that say something or were cut short, or a blank one where there are none. Invalid UTF-8 and lone surrogates become
    /// U+FFFD.
    /// </summary>
    /// <param name="model">The model that was asked, for an upstream that gives no name that can be shown.</param>
    /// <param name="samples">The most choices that are wanted.</param>
    /// <param name="elapsed">How long the answer took.</param>
    /// <exception cref="ChatModelException">It is no chat completion, or the model refused.</exception>
    public static ChatCompletion Read(byte[] body, string model, int samples, TimeSpan elapsed)
    {
        try
        {
            using var document = JsonDocument.Parse(UpstreamJson.Repair(body));
            var choices = Choices(document.RootElement).Take(samples).ToList();
            var (prompt, completion) = Tokens(document.RootElement.Property("usage"));
            var name = ModelName(document.RootElement.Property("model")) ?? model;
            return new ChatCompletion(choices, new ModelUsage(name, prompt, completion, elapsed, choices.Count));
        }
        catch (JsonException)
        {
            throw CompletionFailure.NoCompletion("it is not JSON");
        }
    }

    private static List<ChatChoice> Choices(JsonElement root)
    {
        if (root.Property("choices") is not { ValueKind: JsonValueKind.Array } choices || choices.GetArrayLength() == 0)
            throw CompletionFailure.NoCompletion("it has no choices");

        var read = choices.EnumerateArray().Select(Choice).OfType<ChatChoice>().ToList();
        if (read.Count == 0 && choices.EnumerateArray().Any(choice => Refusal(choice) is not null)) throw CompletionFailure.Refused();
        return read.Count > 0 ? read : [new ChatChoice("", CutShort: false)];
    }

    /// <summary>Null where the model refused or said nothing; one that reasoned up to the limit says nothing yet.</summary>
    private static ChatChoice? Choice(JsonElement choice)
    {
        var message = choice.Property("message");
        var text = Content(message?.Property("content"));
        if (string.IsNullOrWhiteSpace(text)) text = Arguments(message);
        var isCut = AsString(choice.Property("finish_reason")) == "length";
        return (string.IsNullOrWhiteSpace(text) && !isCut) || Refusal(choice) is not null
            ? null
            : new ChatChoice(text ?? "", isCut);
    }

    private static string? Refusal(JsonElement choice) =>
        AsString(choice.Property("message")?.Property("refusal")) is { Length: > 0 } refusal ? refusal : null;

    /// <summary>Content is a string, or with some upstreams a list of parts, of which those of type <c>text</c> are joined.</summary>
    private static string? Content(JsonElement? content) =>
        content is { ValueKind: JsonValueKind.Array } parts
            ? string.Concat(parts.EnumerateArray()
                .Where(part => AsString(part.Property("type")) == "text")
                .Select(part => AsString(part.Property("text"))))
            : AsString(content);

    /// <summary>An answer in the form of a call: models that were trained on tools take the schema for one.</summary>
    private static string? Arguments(JsonElement? message)
    {
        var call = message?.Property("tool_calls") is { ValueKind: JsonValueKind.Array } calls && calls.GetArrayLength() > 0
            ? calls[0].Property("function")
            : message?.Property("function_call");
        var arguments = call?.Property("arguments");
        return arguments is { ValueKind: JsonValueKind.Object } members ? members.GetRawText() : AsString(arguments);
    }

    private static string? AsString(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static string? ModelName(JsonElement? value) =>
        AsString(value) is { Length: > 0 and <= MaxModelName } name && !name.Any(char.IsControl) ? name : null;

    /// <summary>What is not counted as the prompt's is the answer's: a total may come without its parts.</summary>
    private static (long Prompt, long Completion) Tokens(JsonElement? usage)
    {
        var total = Count(usage, "total_tokens") ?? (Count(usage, "prompt_tokens") ?? 0) + (Count(usage, "completion_tokens") ?? 0);
        total = Math.Min(total, int.MaxValue);
        var prompt = Math.Min(Count(usage, "prompt_tokens") ?? 0, total);
        return (prompt, total - prompt);
    }

    private static long? Count(JsonElement? usage, string name) =>
        usage?.Property(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count >= 0
            ? count
            : null;
}
