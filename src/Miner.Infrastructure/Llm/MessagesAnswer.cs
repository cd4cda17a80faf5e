using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>Reads what the Messages API answers.</summary>
internal static class MessagesAnswer
{
    private const string Output = "output_tokens";

    private static readonly string[] Inputs = ["input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens"];

    /// <summary>The members of <c>usage</c> that are read.</summary>
    public static IEnumerable<string> Counts => [.. Inputs, Output];

    /// <summary>
    /// One choice: the arguments of the tool where it was called, else the texts, without thoughts; blank where the model said nothing.
    /// </summary>
    /// <param name="reply">One that <see cref="MessagesStatus"/> takes for a success.</param>
    /// <param name="model">The model that was asked, for an upstream that gives no name that can be shown.</param>
    /// <param name="schema">What was asked for, or null for free text.</param>
    /// <param name="elapsed">How long the answer took.</param>
    /// <exception cref="ChatModelException">It is no message, or a content filter left nothing of it.</exception>
    public static ChatCompletion Read(JsonElement reply, string model, AnswerSchema? schema, TimeSpan elapsed)
    {
        if (Content(reply) is not { } content) throw CompletionFailure.NoCompletion("it has no content");

        var reason = MessageContent.String(reply, "stop_reason");
        var text = Arguments(content, schema) ?? Text(content);
        var isBlank = string.IsNullOrWhiteSpace(text);
        if (isBlank && FinishReason.IsFilter(reason)) throw CompletionAnswer.Filtered();

        var end = FinishReason.End(reason);
        var choice = isBlank && end == ChoiceEnd.BrokenOff ? new ChatChoice("", ChoiceEnd.Complete) : new ChatChoice(text, end);
        return new ChatCompletion([choice], Usage(reply, model, elapsed));
    }

    /// <inheritdoc cref="ReplyDocument.Parse"/>
    public static JsonDocument Parse(byte[] body) => ReplyDocument.Parse(body, MessagesStream.Join);

    /// <summary>The blocks of a message, or null where it is none.</summary>
    public static JsonElement? Content(JsonElement reply) =>
        reply.Property("content") is { ValueKind: JsonValueKind.Array } content ? content : null;

    /// <summary>Null where no tool was called but one that nobody offered, or the call was cut before it said anything.</summary>
    private static string? Arguments(JsonElement content, AnswerSchema? schema) => Blocks(content, "tool_use")
        .Select(block => Input(block.Property("input")))
        .FirstOrDefault(input => input is not null && ReasonedAnswer.MayBe(input, schema));

    /// <summary>As JSON text: <see cref="MessagesStream"/> gives it as such, whole or cut.</summary>
    private static string? Input(JsonElement? input) => input switch
    {
        { ValueKind: JsonValueKind.Object } members when members.EnumerateObject().Any() => members.GetRawText(),
        { ValueKind: JsonValueKind.String } text => UpstreamJson.Said(text)?.GetString(),
        _ => null,
    };

    private static string Text(JsonElement content) =>
        string.Concat(Blocks(content, "text").Select(block => MessageContent.String(block, "text")));

    private static IEnumerable<JsonElement> Blocks(JsonElement content, string type) =>
        content.EnumerateArray().Where(block => MessageContent.String(block, "type") == type);

    /// <summary>Tokens that were written to or read from the server's cache are not among <c>input_tokens</c>.</summary>
    private static ModelUsage Usage(JsonElement reply, string model, TimeSpan elapsed)
    {
        var usage = reply.Property("usage");
        var prompt = Math.Min(Inputs.Sum(name => CompletionAnswer.Count(usage, name) ?? 0), int.MaxValue);
        var completion = Math.Min(CompletionAnswer.Count(usage, Output) ?? 0, int.MaxValue - prompt);
        return new ModelUsage(ModelName.Shown(MessageContent.String(reply, "model")) ?? model, prompt, completion, elapsed, Samples: 1);
    }
}
