using Miner.Application.Ports;
using Miner.Domain.Voting;

namespace Miner.Application.Components;

/// <summary>
/// Answers a mathematical question by the vote of several samples (self-consistency, arXiv:2203.11171), and stops as soon as one answer is
/// two votes ahead: most questions then cost two samples.
/// </summary>
internal static class SelfConsistency
{
    /// <summary>No smaller lead tells a majority from chance.</summary>
    private const int DecisiveLead = 2;

    /// <summary>
    /// The fullest of the answers that agree with the majority. Samples are asked for in waves of 2, 2, 4 and 8: the first often decides,
    /// and what it leaves open takes few round trips. One that was cut short votes only when all were; one without a final answer never
    /// outvotes one that has it, and where none has, there is nothing to vote on.
    /// </summary>
    /// <param name="question">The one question that the samples answer.</param>
    /// <param name="samples">How many to ask for at most, 2 or more.</param>
    /// <exception cref="ChatModelException">The model gave no answer at all.</exception>
    public static async Task<ComponentResult> AskAsync(
        ComponentModel model,
        ChatRequest request,
        string question,
        int samples,
        AnswerDeadline deadline,
        CancellationToken cancellationToken)
    {
        var asked = DecisiveLead;
        var first = request with { Samples = asked, SettleAfter = deadline.Left };
        var answers = await model.AskAsync(first, ComponentResult.Read, deadline, cancellationToken);
        var usage = answers[0].Usage;
        var vote = Count(question, answers);
        while (vote is { Lead: < DecisiveLead, Groups.Count: > 0 } && asked < samples)
        {
            var wave = request with { Samples = Math.Min(asked, samples - asked) };
            if (await deadline.TryAsync(token => model.AskAsync(wave, ComponentResult.Read, deadline, token), cancellationToken)
                is not { } more) break;
            asked += wave.Samples;
            answers = [.. answers, .. more];
            usage += more[0].Usage;
            vote = Count(question, answers);
        }

        var winner = vote.Groups.Concat(vote.Unreadable).FirstOrDefault()?.Fullest;
        var chosen = answers.FirstOrDefault(answer => ReferenceEquals(answer.Output.ImmediateResponse, winner)) ?? answers[0];
        return chosen with { Usage = usage with { Model = chosen.Usage.Model } };
    }

    private static MajorityVote Count(string question, IReadOnlyList<ComponentResult> answers)
    {
        var whole = answers.Where(answer => !answer.Output.Truncated).ToList();
        return MajorityVote.Count(question, [.. (whole.Count > 0 ? whole : answers).Select(answer => answer.Output.ImmediateResponse)]);
    }
}
