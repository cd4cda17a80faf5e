using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// Gets as many samples as are asked for out of an upstream that may not know <c>n</c>: what one call did not bring is asked for in calls of
/// their own, at once. An upstream that keeps giving a single answer is from then on asked in this way only.
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
            completions.Add(together);
        }

        var missing = request.Samples - completions.Sum(completion => completion.Choices.Count);
        var calls = await Task.WhenAll(
            Enumerable.Range(0, missing).Select(_ => OutcomeAsync(request with { Samples = 1 }, cancellationToken)));
        completions.AddRange(calls.Select(call => call.Completion).OfType<ChatCompletion>());
        return completions.Count == 0 ? throw calls[0].Failure! : Join(completions, timeProvider.GetElapsedTime(started));
    }

    private static ChatCompletion Join(List<ChatCompletion> completions, TimeSpan elapsed) => new(
        [.. completions.SelectMany(completion => completion.Choices)],
        completions[0].Model,
        (int)Math.Min(completions.Sum(completion => (long)completion.Tokens), int.MaxValue),
        elapsed);

    /// <summary>A failure is an outcome like another: the other samples may do.</summary>
    private async Task<(ChatCompletion? Completion, ChatModelException? Failure)> OutcomeAsync(
        ChatRequest single, CancellationToken cancellationToken)
    {
        try
        {
            return (await model.CompleteAsync(single, cancellationToken), null);
        }
        catch (ChatModelException failure)
        {
            return (null, failure);
        }
    }
}
