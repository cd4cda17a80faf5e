using Miner.Application.Ports;

namespace Miner.Application.Components;

/// <summary>Asks a model, and once more with twice the tokens when it was cut short at its limit, if the deadline allows.</summary>
internal sealed class WholeCompletion(IChatModel model)
{
    /// <exception cref="ChatModelException">The model gave no answer.</exception>
    public async Task<ChatCompletion> AskAsync(ChatRequest request, AnswerDeadline deadline, CancellationToken cancellationToken)
    {
        var first = await model.CompleteAsync(request, cancellationToken);
        var whole = await CompleteAsync(first, request, deadline, cancellationToken);
        return HasText(whole)
            ? whole
            : throw new ChatModelException(ChatModelFailure.NoAnswer, "The model reached its limit of tokens before it answered.");
    }

    private static bool HasText(ChatCompletion completion) => completion.Choices.Any(choice => !string.IsNullOrWhiteSpace(choice.Text));

    private async Task<ChatCompletion> CompleteAsync(
        ChatCompletion first, ChatRequest request, AnswerDeadline deadline, CancellationToken cancellationToken)
    {
        if (!first.Choices.All(choice => choice.CutShort) || !deadline.Allows(first.Elapsed * 2)) return first;

        var longer = request with { TokenLimitMultiple = 2, Samples = 1 };
        var second = await deadline.TryAsync(token => model.CompleteAsync(longer, token), cancellationToken);
        return second is not null && (HasText(second) || !HasText(first))
            ? second with { Tokens = first.Tokens + second.Tokens, Elapsed = first.Elapsed + second.Elapsed }
            : first;
    }
}
