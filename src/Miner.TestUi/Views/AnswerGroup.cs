using Miner.Client;
using Miner.Mathematics.Answers;
using Miner.TestUi.Calls;

namespace Miner.TestUi.Views;

/// <summary>Replies to one question that come to the same.</summary>
/// <param name="Answer">As the first of them says it; null where they state no final answer.</param>
internal sealed record AnswerGroup(FinalAnswer? Answer, IReadOnlyList<Reply<ComponentResponse>> Replies)
{
    /// <summary>The groups of all replies but failed ones, the largest first. Each reply is like every other of its group.</summary>
    public static IReadOnlyList<AnswerGroup> Of(IEnumerable<Reply<ComponentResponse>> replies)
    {
        var groups = new List<(List<FinalAnswer?> Answers, List<Reply<ComponentResponse>> Replies)>();
        foreach (var reply in replies)
        {
            if (reply.Value is not { } value) continue;
            var answer = FinalAnswer.Extract(value.Output.ImmediateResponse);
            var group = groups.Find(group => group.Answers.TrueForAll(other => AreAlike(answer, other)));
            if (group.Answers is null) groups.Add(([answer], [reply]));
            else
            {
                group.Answers.Add(answer);
                group.Replies.Add(reply);
            }
        }

        return
        [
            .. groups.OrderByDescending(group => group.Replies.Count).Select(group => new AnswerGroup(group.Answers[0], group.Replies)),
        ];
    }

    private static bool AreAlike(FinalAnswer? one, FinalAnswer? other) =>
        one is null || other is null ? one is null && other is null : one.Equivalent(other);
}
