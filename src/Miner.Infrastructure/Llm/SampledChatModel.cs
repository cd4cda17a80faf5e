using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// Gets as many samples as are asked for out of an upstream that may not know <c>n</c>: what one call did not bring is asked for in calls
/// of their own, at once. An upstream that keeps giving a single answer is from then on asked in this way only.
/// </summary>
internal sealed class SampledChatModel(IChatModel model, TimeProvider timeProvider) : IChatModel
{
    /// <summary>One answer of several may be missing for another reason, such as a refusal.</summary>
    private const int SingleAnswersToLearn = 3;

    private int _singleAnswers;

    public ChatModelDescription Description => model.Description;

    public async Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (request.Samples == 1) return await model.CompleteAsync(request, cancellationToken);

        var started = timeProvider.GetTimestamp();
        var completions = new List<ChatCompletion>();
        if (Volatile.Read(ref _singleAnswers) < SingleAnswersToLearn)
        {
            var together = await model.CompleteAsync(request, cancellationToken);
            if (together.Choices.Count > 1) Volatile.Write(ref _singleAnswers, 0);
            else Interlocked.Increment(ref _singleAnswers);
            if (together.Choices.Count == request.Samples) return together;
            completions.Add(together);
        }

        var failure = await AddMissingAsync(completions, request, started, cancellationToken);
        if (completions.Count > 0) return Join(completions, timeProvider.GetElapsedTime(started));
        cancellationToken.ThrowIfCancellationRequested();
        throw failure!;
    }

    /// <summary>Adds what the calls for the missing samples bring, until all are there or enough.</summary>
    /// <returns>A failure of one of them, or null.</returns>
    private async Task<ChatModelException?> AddMissingAsync(
        List<ChatCompletion> completions, ChatRequest request, long started, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var settling = SettleAsync(request.SettleAfter - timeProvider.GetElapsedTime(started), giveUp.Token);
        var missing = request.Samples - completions.Sum(completion => completion.Choices.Count);
        var calls = Enumerable.Range(0, missing).Select(_ => OutcomeAsync(request with { Samples = 1 }, giveUp.Token)).ToList();
        ChatModelException? failure = null;
        await foreach (var ended in Task.WhenEach([settling, .. calls]))
        {
            var outcome = await ended;
            if (outcome.Completion is { } completion) completions.Add(completion);
            failure ??= outcome.Failure;
            if (calls.All(call => call.IsCompleted) || (settling.IsCompleted && completions.Count > 0)) await giveUp.CancelAsync();
        }

        return failure;
    }

    /// <summary>Ends without an outcome, after <paramref name="patience"/> (null: never) or when cancelled.</summary>
    private async Task<Outcome> SettleAsync(TimeSpan? patience, CancellationToken cancellationToken)
    {
        var delay = patience is { } left ? TimeSpan.FromTicks(Math.Max(left.Ticks, 0)) : Timeout.InfiniteTimeSpan;
        await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return new Outcome(null, null);
    }

    /// <summary>A failure is an outcome like another, and so is giving up: the other samples may do.</summary>
    private async Task<Outcome> OutcomeAsync(ChatRequest single, CancellationToken cancellationToken)
    {
        try
        {
            return new Outcome(await model.CompleteAsync(single, cancellationToken), null);
        }
        catch (ChatModelException failure)
        {
            return new Outcome(null, failure);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Outcome(null, null);
        }
    }

    private static ChatCompletion Join(List<ChatCompletion> completions, TimeSpan elapsed)
    {
        var usage = completions.Select(completion => completion.Usage).Aggregate((sum, one) => sum + one);
        return new ChatCompletion(
            [.. completions.SelectMany(completion => completion.Choices)],
            usage with { Model = completions[0].Usage.Model, Elapsed = elapsed });
    }

    private sealed record Outcome(ChatCompletion? Completion, ChatModelException? Failure);
}
