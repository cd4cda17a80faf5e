using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Application.Recording;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Voting;
using Miner.Mathematics.Answers;

namespace Miner.Application.Components;

/// <summary>
/// Answers a mathematical question by the vote of several samples (self-consistency, arXiv:2203.11171), and stops as soon as the vote is
/// decided: most questions then cost two samples. Where no answer leads, one call sees the candidates and solves the question again
/// (generative self-aggregation, arXiv:2503.04104).
/// </summary>
internal static class SelfConsistency
{
    /// <summary>
    /// The fullest of the answers that agree with the majority. Each wave has as many samples as the vote takes to its end at the least.
    /// One that was cut short votes only when all were; one without a final answer never outvotes one that has it, and where none has,
    /// there is nothing to vote on.
    /// </summary>
    /// <param name="prompt">What <paramref name="request"/> was made of.</param>
    /// <param name="input">One query, with its task.</param>
    /// <param name="samples">How many to ask for at most, 2 or more.</param>
    /// <exception cref="ChatModelException">The model gave no answer at all.</exception>
    public static async Task<ComponentResult> AskAsync(
        ComponentModel model,
        Prompt prompt,
        ChatRequest request,
        ComponentInput input,
        int samples,
        MinerMetrics metrics,
        AnswerDeadline deadline,
        CancellationToken cancellationToken)
    {
        // What is evaluated exactly is a vote that costs no call.
        var computed = FinalAnswer.OfFormula(input.Queries[0]);
        var asked = StoppingRule.LeastLead - (computed is null ? 0 : 1);
        var first = request with { Samples = asked, SettleAfter = deadline.Left };
        var answers = await model.AskAsync(first, ComponentResult.Read, deadline, cancellationToken);
        var usage = answers[0].Usage;
        var vote = Count(answers);
        while (StoppingRule.NextWave(vote, asked, samples) is > 0 and var wave)
        {
            if (await TryAskAsync(request with { Samples = wave }) is not { } more) break;
            asked += wave;
            answers = [.. answers, .. more];
            usage += more[0].Usage;
            vote = Count(answers);
        }

        metrics.Count(vote);
        if (vote is { Lead: < StoppingRule.LeastLead, Groups.Count: > 1 }
            && await TryAskAsync(prompt.ToFusion(request, vote)) is [var fused, ..])
        {
            return fused with { Usage = usage + fused.Usage };
        }

        var winner = vote.Groups.Concat(vote.Unreadable).FirstOrDefault()?.Fullest;
        var chosen = answers.FirstOrDefault(answer => ReferenceEquals(answer.Output.ImmediateResponse, winner)) ?? answers[0];
        return chosen with { Usage = usage with { Model = chosen.Usage.Model } };

        MajorityVote Count(IReadOnlyList<ComponentResult> counted)
        {
            var whole = counted.Where(answer => !answer.Output.Truncated).ToList();
            var outcome = MajorityVote.Count(
                input.Question, [.. (whole.Count > 0 ? whole : counted).Select(answer => answer.Output.ImmediateResponse)], computed);
            CallRecord.Current?.Note(new VoteNote(outcome, OfSamples: true, computed?.Text));
            return outcome;
        }

        Task<IReadOnlyList<ComponentResult>?> TryAskAsync(ChatRequest more) =>
            deadline.TryAsync(token => model.AskAsync(more, ComponentResult.Read, deadline, token), cancellationToken);
    }
}
