using Miner.Application.Ports;
using Miner.Application.Tools;

namespace Miner.Application.Components;

/// <summary>
/// Runs what a model calls instead of answering and asks on with the results, until it answers: after <see cref="MaxRounds"/> rounds, or
/// where time gets short, it has to. Each sample goes its own way.
/// </summary>
internal static class ToolRounds
{
    private const int MaxRounds = 4;

    /// <summary>Of one answer; what is beyond it is left out, and the model told so.</summary>
    private const int MaxCalls = 8;

    private static readonly ChatChoice Blank = new("", ChoiceEnd.Complete);

    /// <param name="first">What the model made of <paramref name="request"/>.</param>
    /// <returns>
    /// As many choices as there were, of which none calls a tool; blank is one that came to no answer. The usage is that of all rounds.
    /// </returns>
    /// <exception cref="ChatModelException">Time ran out before there was any answer.</exception>
    public static async Task<ChatCompletion> FinishAsync(
        IChatModel chat, ChatRequest request, ChatCompletion first, AnswerDeadline deadline, CancellationToken cancellationToken)
    {
        if (first.Choices.All(choice => choice.ToolCalls.Count == 0)) return first;

        var left = deadline.Left;
        var next = request with { Samples = 1, SettleAfter = null };
        var ends = await Task.WhenAll(first.Choices.Select(
            choice => FinishAsync(chat, next, choice, first.Usage.Elapsed, deadline, cancellationToken)));
        if (ends.All(end => end.Choice == Blank) && !deadline.Allows(TimeSpan.Zero))
            throw new ChatModelException(ChatModelFailure.TimedOut, "The model called tools until there was no time left to answer.");

        var usage = ends.Select(end => end.Usage).OfType<ModelUsage>().Aggregate(first.Usage, (sum, one) => sum + one);
        return new ChatCompletion(
            [.. ends.Select(end => end.Choice)],
            usage with { Samples = first.Usage.Samples, Elapsed = first.Usage.Elapsed + (left - deadline.Left) });
    }

    private static async Task<End> FinishAsync(
        IChatModel chat,
        ChatRequest request,
        ChatChoice choice,
        TimeSpan slowest,
        AnswerDeadline deadline,
        CancellationToken cancellationToken)
    {
        ModelUsage? usage = null;
        for (var mayCall = true; choice.ToolCalls.Count > 0; mayCall = request.MayCallTools)
        {
            // It calls although it was told not to.
            if (!mayCall) return new End(Blank, usage);

            request = request with { Rounds = [.. request.Rounds, Run(choice)] };
            request = request with { MayCallTools = request.Rounds.Count < MaxRounds && deadline.Allows(slowest * 2) };
            var completion = await deadline.TryAsync(token => chat.CompleteAsync(request, token), cancellationToken);
            if (completion is null) return new End(Blank, usage);
            usage = usage is null ? completion.Usage : usage + completion.Usage;
            if (completion.Usage.Elapsed > slowest) slowest = completion.Usage.Elapsed;
            choice = completion.Choices[0];
        }

        return new End(choice, usage);
    }

    private static ToolRound Run(ChatChoice choice)
    {
        var calls = choice.ToolCalls.Take(MaxCalls).Select(call => new AnsweredCall(call, CalculatorTool.Run(call))).ToList();
        var leftOut = choice.ToolCalls.Count - calls.Count;
        if (leftOut > 0)
        {
            var told = leftOut == 1 ? $"1 call beyond {MaxCalls} was left out." : $"{leftOut} calls beyond {MaxCalls} were left out.";
            calls[^1] = calls[^1] with { Result = $"{calls[^1].Result}\n{told}" };
        }

        return new ToolRound(choice.Text, calls);
    }

    /// <param name="Usage">Of the calls after the first; null where there was none.</param>
    private sealed record End(ChatChoice Choice, ModelUsage? Usage);
}
