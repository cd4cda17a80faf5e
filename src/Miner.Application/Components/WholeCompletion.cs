using Miner.Application.Ports;

namespace Miner.Application.Components;

/// <summary>
/// Asks a model for something that can be read. It is asked once more, if the deadline allows, with twice the tokens when it was cut short
/// at its limit, and in the same way when it said nothing.
/// </summary>
internal sealed class WholeCompletion(IChatModel model)
{
    /// <param name="read">What a choice says, or null when that is nothing.</param>
    /// <exception cref="ChatModelException">The model gave no answer, or none that says anything.</exception>
    public async Task<ReadCompletion<T>> AskAsync<T>(
        ChatRequest request, Func<ChatChoice, T?> read, AnswerDeadline deadline, CancellationToken cancellationToken)
        where T : class
    {
        var first = Read(await model.CompleteAsync(request, cancellationToken), read);
        var isCut = first.Completion.Choices.All(choice => choice.CutShort);
        if (!isCut && first.Answers.Count > 0) return first;

        var again = request with { TokenLimitMultiple = isCut ? 2 : 1, Samples = 1 };
        var best = deadline.Allows(first.Completion.Usage.Elapsed * again.TokenLimitMultiple)
            && await deadline.TryAsync(token => model.CompleteAsync(again, token), cancellationToken) is { } later
            ? Better(first, Read(later, read))
            : first;
        return best.Answers.Count > 0
            ? best
            : throw new ChatModelException(
                ChatModelFailure.NoAnswer,
                "The model said nothing, or reached its limit of tokens before it answered.");
    }

    private static ReadCompletion<T> Read<T>(ChatCompletion completion, Func<ChatChoice, T?> read)
        where T : class => new([.. completion.Choices.Select(read).OfType<T>()], completion);

    /// <summary>The second where it says something, else the first; with the cost of both.</summary>
    private static ReadCompletion<T> Better<T>(ReadCompletion<T> first, ReadCompletion<T> second)
    {
        var better = second.Answers.Count > 0 ? second : first;
        var usage = (first.Completion.Usage + second.Completion.Usage) with { Samples = better.Completion.Usage.Samples };
        return better with { Completion = better.Completion with { Usage = usage } };
    }
}

/// <param name="Answers">What the choices say, less those that say nothing.</param>
/// <param name="Completion">What they were read from, with the cost of both attempts where it took two.</param>
internal sealed record ReadCompletion<T>(IReadOnlyList<T> Answers, ChatCompletion Completion);
