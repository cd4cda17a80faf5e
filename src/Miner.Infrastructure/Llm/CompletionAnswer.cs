using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>Reads what an upstream sends as a chat completion.</summary>
internal static class CompletionAnswer
{
    /// <summary>
    /// The choices that say something or were cut short, or a blank one where there are none. Invalid UTF-8 and lone surrogates become
    /// U+FFFD.
    /// </summary>
    /// <param name="reply">One that <see cref="CompletionStatus"/> takes for a success.</param>
    /// <param name="model">The model that was asked, for an upstream that gives no name that can be shown.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="elapsed">How long the answer took.</param>
    /// <exception cref="UpstreamException">It is no chat completion, or a content filter left nothing of it.</exception>
    /// <exception cref="ChatModelException">The model refused.</exception>
    public static ChatCompletion Read(JsonElement reply, string model, ChatRequest request, TimeSpan elapsed)
    {
        var choices = Choices(reply, request).Take(request.Samples).ToList();
        var (prompt, completion) = Tokens(reply.Property("usage"));
        var name = ModelName.Shown(MessageContent.String(reply, "model")) ?? model;
        return new ChatCompletion(choices, new ModelUsage(name, prompt, completion, elapsed, choices.Count));
    }

    /// <summary>A content filter left nothing of the answer.</summary>
    public static UpstreamException Filtered() =>
        CompletionFailure.Filtered("sent no usable completion, because its content filter took it away");

    /// <summary>A number of tokens, or null where <paramref name="usage"/> does not tell it in whole numbers.</summary>
    public static long? Count(JsonElement? usage, string name) =>
        usage?.Property(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count >= 0
            ? count
            : null;

    private static List<ChatChoice> Choices(JsonElement reply, ChatRequest request)
    {
        var choices = CompletionDocument.Choices(reply);
        if (choices.Count == 0 && CompletionDocument.IsPromptFiltered(reply)) throw Filtered();
        if (CompletionDocument.Error(reply) is not null || choices.Count == 0) throw CompletionFailure.NoCompletion("it has no choices");
        var whole = choices.Where(choice => !CompletionDocument.HasFailed(choice)).ToList();
        if (whole.Count == 0) throw CompletionFailure.NoCompletion("the upstream failed while it was written");

        var read = whole.Select(choice => Choice(choice, request)).OfType<ChatChoice>().ToList();
        if (read.Count > 0) return read;
        if (whole.Any(choice => FinishReason.IsFilter(CompletionDocument.Reason(choice)))) throw Filtered();
        return whole.Any(choice => MessageContent.Refusal(CompletionDocument.Message(choice)) is not null)
            ? throw CompletionFailure.Refused()
            : [new ChatChoice("", ChoiceEnd.Complete)];
    }

    /// <summary>Null where the model refused or said nothing; one that reasoned up to the limit says nothing yet.</summary>
    private static ChatChoice? Choice(JsonElement choice, ChatRequest request)
    {
        var message = CompletionDocument.Message(choice);
        var end = FinishReason.End(CompletionDocument.Reason(choice));
        if (MessageContent.Refusal(message) is not null) return null;

        var text = MessageContent.Text(message) ?? MessageContent.String(choice, "text");
        var calls = CalledTools.Of(message, request);
        if (calls.Count > 0 && request.MayCallTools && end != ChoiceEnd.AtTokenLimit)
            return new ChatChoice(text ?? "", end) { ToolCalls = calls };

        // Models that were trained on tools take the schema for one.
        if (string.IsNullOrWhiteSpace(text) && calls.Count == 0)
        {
            var form = MessageContent.Object(message) ?? MessageContent.Arguments(message);
            text = form is not null && ReasonedAnswer.MayBe(form, request.Schema) ? form : null;
        }

        if (string.IsNullOrWhiteSpace(text)) text = ReasonedAnswer.Find(MessageContent.Reasoning(message), request.Schema);
        return string.IsNullOrWhiteSpace(text) && end != ChoiceEnd.AtTokenLimit ? null : new ChatChoice(text ?? "", end);
    }

    /// <summary>What is not counted as the prompt's is the answer's: a total may come without its parts.</summary>
    private static (long Prompt, long Completion) Tokens(JsonElement? usage)
    {
        var total = Count(usage, "total_tokens") ?? (Count(usage, "prompt_tokens") ?? 0) + (Count(usage, "completion_tokens") ?? 0);
        total = Math.Min(total, int.MaxValue);
        var prompt = Math.Min(Count(usage, "prompt_tokens") ?? 0, total);
        return (prompt, total - prompt);
    }
}
