using Miner.Application.Ports;
using Miner.Application.Recording;

namespace Miner.Application.Components;

/// <summary>
/// Asks a language model for something that can be read. It is asked once more, if the deadline allows, with twice the tokens when it was
/// cut short at its limit, and in the same way, another model first, when it said nothing; both without tools.
/// </summary>
/// <param name="hasReserve">Whether there is an answer in reserve (<see cref="ChatRequest.HasReserve"/>), or null.</param>
internal sealed class ComponentModel(IChatModel chat, Func<bool>? hasReserve)
{
    /// <param name="read">What a choice says, with what all of the request's choices cost; null when it says nothing.</param>
    /// <returns>At least one, and as many as the request wants samples where none failed or said nothing.</returns>
    /// <exception cref="ChatModelException">The model gave no answer, or none that says anything.</exception>
    public async Task<IReadOnlyList<T>> AskAsync<T>(
        ChatRequest request, Func<ChatChoice, ModelUsage, T?> read, AnswerDeadline deadline, CancellationToken cancellationToken)
        where T : class
    {
        request = request with { HasReserve = hasReserve };
        var first = await chat.CompleteAsync(request, cancellationToken);
        first = await ToolRounds.FinishAsync(chat, request, first, deadline, cancellationToken);
        var answers = Read(first, first.Usage, read);
        var isCut = first.Choices.All(choice => choice.End == ChoiceEnd.AtTokenLimit);
        if (answers.Count > 0 && !isCut) return answers;

        var again = request with { TokenLimitMultiple = isCut ? 2 : 1, Samples = 1, Tools = [], PrefersAnother = !isCut };
        if (deadline.Allows(first.Usage.Elapsed * again.TokenLimitMultiple)
            && await deadline.TryAsync(token => AskAgainAsync(again, token), cancellationToken) is { } second)
        {
            var better = Read(second, CostOfBoth(second), read);
            answers = better.Count > 0 ? better : Read(first, CostOfBoth(first), read);
        }

        return answers.Count > 0
            ? answers
            : throw new ChatModelException(
                ChatModelFailure.NoAnswer, "The model said nothing, or reached its limit of tokens before it answered.");

        ModelUsage CostOfBoth(ChatCompletion chosen) =>
            (first.Usage + second.Usage) with { Model = chosen.Usage.Model, Samples = chosen.Usage.Samples };
    }

    private Task<ChatCompletion> AskAgainAsync(ChatRequest again, CancellationToken cancellationToken)
    {
        CallRecord.Current?.Note(
            new ReAskNote(again.TokenLimitMultiple > 1 ? "The answer was cut at its limit of tokens." : "The model said nothing."));
        return chat.CompleteAsync(again, cancellationToken);
    }

    private static List<T> Read<T>(ChatCompletion completion, ModelUsage usage, Func<ChatChoice, ModelUsage, T?> read)
        where T : class => [.. completion.Choices.Select(choice => read(choice, usage)).OfType<T>()];
}
